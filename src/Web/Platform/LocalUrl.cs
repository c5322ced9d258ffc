namespace Responsables.Web.Platform;

/// <summary>Addresses to return to: only of this site.</summary>
internal static class LocalUrl
{
    /// <summary>The address if it is a path of this site, else the home page.</summary>
    public static string OrHome(string? url) => IsLocal(url) ? url! : "/";

    public static bool IsLocal(string? url) =>
        url is { Length: > 0 and <= 2000 } && url[0] == '/' && !url.Any(char.IsControl)
        && (url.Length == 1 || (url[1] != '/' && url[1] != '\\'));
}
