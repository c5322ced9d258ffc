using System.Globalization;
using System.Text;

namespace Responsables.Domain.Organizations;

/// <summary>A name as a piece of a key: accents removed, lower case, hyphens between words.</summary>
public static class Slug
{
    /// <summary><c>regime-special</c> of « Régime spécial »; empty when the name has no Latin letter nor digit.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in Ligatures(name.ToLowerInvariant()).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))
            {
                slug.Append(character);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    private static string Ligatures(string name) =>
        name.Replace("œ", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal);
}
