using System.Globalization;
using System.Text;

namespace Responsables.Domain.Evidence;

/// <summary>The name of a file: as it is kept, and as it is given back to a browser.</summary>
public static class EvidenceName
{
    private const string Unfit = "\"*/:<>?\\|;%'`$&";

    /// <summary>As it came, without a path nor what cannot be shown.</summary>
    public static string Kept(string fileName)
    {
        var name = new string([.. fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Where(IsShown)]).Trim();
        return name.Length <= EvidenceLimits.Name ? name : name[..EvidenceLimits.Name];
    }

    /// <summary>A name that is safe on any disk: letters and plain signs, and the extension of what the file is.</summary>
    public static string ForDownload(string kept, string extension)
    {
        var dot = kept.LastIndexOf('.');
        var stem = new string([.. (dot > 0 ? kept[..dot] : dot == 0 ? "" : kept).Where(IsShown).Select(c => Unfit.Contains(c, StringComparison.Ordinal) ? '-' : c)]).Trim(' ', '.', '-');
        return $"{(stem.Length == 0 ? "piece" : stem.Length <= 100 ? stem : stem[..100].TrimEnd())}.{extension}";
    }

    // Signs that turn the direction of a text make « fdp.exe » out of « exe.pdf »; half a pair is no character.
    private static bool IsShown(char c) =>
        Rune.IsValid(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
