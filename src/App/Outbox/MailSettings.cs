using System.Globalization;

namespace Responsables.App.Outbox;

/// <summary>The mail server that the operator has set (<c>RESPONSABLES_SMTP_*</c>) and the address of the site, that messages lead to.</summary>
public sealed record MailSettings
{
    private const string Prefix = "RESPONSABLES_";
    private const int DefaultPort = 587;

    /// <summary>No mail server: no message is written.</summary>
    public static readonly MailSettings None = new();

    public string? Host { get; private init; }

    public int Port { get; private init; } = DefaultPort;

    public string From { get; private init; } = "responsables@localhost";

    public bool IsEncrypted { get; private init; } = true;

    public string? User { get; private init; }

    public string? Password { get; private init; }

    public Uri? Site { get; private init; }

    /// <summary>How long the mail server has for one message.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    public bool IsSet => Host is not null && Site is not null;

    /// <param name="read">Gives a setting by its whole name; null when it is not set.</param>
    public static MailSettings Of(Func<string, string?> read)
    {
        string? Read(string name) => read(Prefix + name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        return new MailSettings
        {
            Host = Read("SMTP_HOST"),
            Port = Read("SMTP_PORT") is { } port ? int.Parse(port, CultureInfo.InvariantCulture) : DefaultPort,
            From = Read("SMTP_FROM") ?? "responsables@localhost",
            IsEncrypted = Read("SMTP_TLS") is not "off",
            User = Read("SMTP_USER"),
            Password = read(Prefix + "SMTP_PASSWORD"),
            Site = Read("URL") is { } url ? new Uri(url, UriKind.Absolute) : null,
        };
    }

    /// <summary>The whole address of a page.</summary>
    public string AddressOf(string path) => Site!.GetLeftPart(UriPartial.Path).TrimEnd('/') + path;
}
