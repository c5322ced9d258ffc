using System.Globalization;

namespace Responsables.Web.Platform;

/// <summary>When a session ends unless something is asked before, and when it ends whatever is asked.</summary>
public sealed record Session(DateTimeOffset End, DateTimeOffset Last);

internal static class SessionOfRequest
{
    /// <summary>Tells scripts when the session ends, in seconds since 1970.</summary>
    public const string Header = "Session-End";

    private static readonly object Key = new();

    public static Session? Session(this HttpContext http) => http.Items[Key] as Session;

    public static void SetSession(this HttpContext http, Session session)
    {
        http.Items[Key] = session;
        http.Response.Headers[Header] = session.End.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }
}
