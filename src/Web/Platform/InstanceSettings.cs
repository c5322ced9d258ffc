using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Responsables.Web.Platform;

/// <summary>Where a setting was found.</summary>
public enum SettingSource
{
    /// <summary>Nowhere: the program's own value holds, if there is one.</summary>
    None,
    Environment,
    CommandLine,
    File,

    /// <summary>Kept with the data, changed in the pages of the site.</summary>
    Database,
}

/// <summary>A setting as it is read.</summary>
/// <param name="Value">Null when it is not set, or not shown.</param>
/// <param name="Default">What holds when it is not set.</param>
/// <param name="IsSecret">Only whether it is set is told.</param>
public sealed record SettingLine(string Name, string? Value, string? Default, SettingSource Source, bool IsSecret);

/// <summary>What the operator has set, and where. Secrets, and what leads to them, are never told.</summary>
internal sealed class InstanceSettings(IConfiguration configuration)
{
    private const string Prefix = "RESPONSABLES_";

    /// <summary>The settings in their groups; a new setting adds a line here, or the test that reads the sources fails.</summary>
    private static readonly (string Group, (string Name, string? Default, bool IsSecret)[] Settings)[] Known =
    [
        ("site", [("URL", null, false), ("PROXIES", null, false), ("REQUESTS_PER_MINUTE", "1200", false), ("SIGN_INS_PER_MINUTE", "30", false), ("NODE", "node", false)]),
        ("evidence", [("CLAMD", null, false), ("SCAN_REQUIRED", "off", false)]),
        ("mail", [
            ("SMTP_HOST", null, false), ("SMTP_PORT", "587", false), ("SMTP_FROM", "responsables@localhost", false), ("SMTP_TLS", "on", false),
            ("SMTP_USER", null, true), ("SMTP_PASSWORD", null, true)]),
        ("keys", [("KEY_CERTIFICATE", null, true), ("KEY_CERTIFICATE_PASSWORD", null, true)]),
        ("operator", [
            ("OPERATOR_NAME", null, false), ("OPERATOR_ADDRESS", null, false), ("PUBLICATION_DIRECTOR", null, false), ("HOSTING_PROVIDER", null, false),
            ("CONTACT", null, false), ("DATA_OFFICER", null, false), ("SECURITY_CONTACT", null, false), ("SOURCE_URL", null, false)]),
    ];

    public IReadOnlyList<(string Group, IReadOnlyList<SettingLine> Lines)> Read() =>
        [.. Known.Select(g => (g.Group, (IReadOnlyList<SettingLine>)[.. g.Settings.Select(s => LineOf(s.Name, s.Default, s.IsSecret))]))];

    private SettingLine LineOf(string name, string? otherwise, bool isSecret)
    {
        var value = configuration[Prefix + name] is { } set && !string.IsNullOrWhiteSpace(set) ? set.Trim() : null;
        return new SettingLine(Prefix + name, isSecret ? null : value, otherwise, value is null ? SettingSource.None : SourceOf(Prefix + name), isSecret);
    }

    // The last one that has it is the one that holds.
    private SettingSource SourceOf(string name) => ((IConfigurationRoot)configuration).Providers.Last(p => p.TryGet(name, out _)) switch
    {
        EnvironmentVariablesConfigurationProvider => SettingSource.Environment,
        CommandLineConfigurationProvider => SettingSource.CommandLine,
        _ => SettingSource.File,
    };
}
