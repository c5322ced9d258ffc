using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Responsables.Reports.Spreadsheets;

/// <summary>Texts as the file format keeps them: what would be read as an escape (<c>_x000D_</c>) is escaped itself.</summary>
internal static partial class SheetText
{
    /// <summary>Longest text of a cell.</summary>
    public const int Longest = 32_767;

    public static string Written(string text)
    {
        var kept = Escape().Replace(text.ReplaceLineEndings("\n"), "_x005F$&");
        return kept.Any(c => !IsAllowed(c)) ? string.Concat(kept.Select(c => IsAllowed(c) ? c : ' ')) : kept;
    }

    public static string Read(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, m => ((char)ushort.Parse(m.ValueSpan.Slice(2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    // A surrogate is half of a sign: pairs are let through as they are.
    private static bool IsAllowed(char c) => c is '\t' or '\n' or (>= ' ' and not ('\uFFFE' or '\uFFFF'));

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
