using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Responsables.Web.Platform;

/// <summary>What the operator says of this instance, by settings of the environment (all begin with <c>RESPONSABLES_</c>).</summary>
internal sealed class Instance
{
    private const string Prefix = "RESPONSABLES_";

    /// <summary>Where people reach it, such as <c>https://rso.example.fr</c>; null when it was not said.</summary>
    public Uri? PublicUrl { get; private init; }

    public bool IsHttps => PublicUrl?.Scheme == Uri.UriSchemeHttps;

    public IReadOnlyList<IPAddress> Proxies { get; private init; } = [];

    public X509Certificate2? KeyCertificate { get; private init; }

    public string? OperatorName { get; private init; }

    public string? OperatorAddress { get; private init; }

    public string? PublicationDirector { get; private init; }

    public string? HostingProvider { get; private init; }

    public string? Contact { get; private init; }

    public string? DataOfficer { get; private init; }

    public string? SecurityContact { get; private init; }

    public string? SourceUrl { get; private init; }

    /// <summary>Requests of one person, or of one address, in a minute.</summary>
    public int RequestsPerMinute { get; private init; }

    /// <summary>Requests of one address in a minute to what tries passwords or links.</summary>
    public int CarefulPerMinute { get; private init; }

    /// <summary>Whether the database holds the demonstration federation; read once, at start.</summary>
    public bool IsDemonstration { get; set; }

    /// <summary>Browsers refuse a <c>__Host-</c> cookie that another site of the domain, or plain http, would have set.</summary>
    public string CookieName(string name) => IsHttps ? $"__Host-{name}" : name;

    public CookieSecurePolicy CookieSecurity => IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>The address of the site, without a final stroke: as it was said, else as the request names it.</summary>
    public string Site(HttpRequest request) => PublicUrl?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";

    public static Instance From(IConfiguration configuration)
    {
        string? Read(string name) => configuration[Prefix + name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        var url = Read("URL");
        if (url is null && Read("SMTP_HOST") is not null)
        {
            // Links sent by e-mail must not be built from what a request says of its host.
            throw new InvalidOperationException($"{Prefix}SMTP_HOST needs {Prefix}URL: the address of the site, for the links sent by e-mail.");
        }

        return new Instance
        {
            PublicUrl = url is null ? null : new Uri(url, UriKind.Absolute),
            Proxies = [.. (Read("PROXIES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(IPAddress.Parse)],
            KeyCertificate = Read("KEY_CERTIFICATE") is { } file ? X509CertificateLoader.LoadPkcs12FromFile(file, Read("KEY_CERTIFICATE_PASSWORD")) : null,
            RequestsPerMinute = Count(Read("REQUESTS_PER_MINUTE"), 1200),
            CarefulPerMinute = Count(Read("SIGN_INS_PER_MINUTE"), 30),
            OperatorName = Read("OPERATOR_NAME"),
            OperatorAddress = Read("OPERATOR_ADDRESS"),
            PublicationDirector = Read("PUBLICATION_DIRECTOR"),
            HostingProvider = Read("HOSTING_PROVIDER"),
            Contact = Read("CONTACT"),
            DataOfficer = Read("DATA_OFFICER"),
            SecurityContact = Read("SECURITY_CONTACT"),
            SourceUrl = Read("SOURCE_URL"),
        };
    }

    private static int Count(string? text, int otherwise) => text is null ? otherwise : int.Parse(text, CultureInfo.InvariantCulture);
}
