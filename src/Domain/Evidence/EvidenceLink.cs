using Responsables.Domain.Shared;

namespace Responsables.Domain.Evidence;

/// <summary>The address of a piece that stays where it is: https, to a named host, with no password in it.</summary>
public static class EvidenceLink
{
    public static Outcome<string> Read(string text, string place)
    {
        var link = text.Trim();
        if (link.Length > EvidenceLimits.Link)
        {
            return Outcome.Refused<string>(new Problem("shared.text-too-long", place, EvidenceLimits.Link));
        }

        if (WrittenText.HasControls(link) || link.Any(char.IsWhiteSpace) || !link.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.Host.Length == 0)
        {
            return Outcome.Refused<string>(new Problem("evidence.link-not-https", place));
        }

        return uri.UserInfo.Length > 0 || link[8..].Split('/', '?', '#')[0].Contains('@', StringComparison.Ordinal)
            ? Outcome.Refused<string>(new Problem("evidence.link-with-password", place))
            : Outcome.Done(uri.AbsoluteUri);
    }
}
