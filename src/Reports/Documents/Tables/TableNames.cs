using System.Globalization;
using System.Text;

namespace Responsables.Reports.Documents.Tables;

/// <summary>Names of tables as sheets and as files: legible, within what programs allow, no two alike.</summary>
internal static class TableNames
{
    private const int LongestSheet = 31;
    private const int LongestFile = 60;

    public static IReadOnlyList<(DataTable Table, string Name)> Sheets(IEnumerable<DataTable> tables) => Named(tables, LongestSheet, name => Kept(name, c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? ' ' : c));

    public static IReadOnlyList<(DataTable Table, string Name)> Files(IEnumerable<DataTable> tables) => Named(tables, LongestFile, name => Kept(
        string.Concat(name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant(),
        c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private static List<(DataTable Table, string Name)> Named(IEnumerable<DataTable> tables, int longest, Func<string, string> allowed)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var named = new List<(DataTable, string)>();
        foreach (var table in tables)
        {
            var whole = allowed(table.ShortName ?? table.Caption) is { Length: > 0 } words ? words : "tableau";
            var name = Cut(whole, longest);
            for (var i = 2; !taken.Add(name); i++)
            {
                var suffix = string.Create(CultureInfo.InvariantCulture, $" {i}");
                name = Cut(whole, longest - suffix.Length) + (longest == LongestFile ? suffix.Replace(' ', '-') : suffix);
            }

            named.Add((table, name));
        }

        return named;
    }

    // Between two words where there is such a place in the second half: a year that is cut is another number.
    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        var between = text[end] is ' ' or '-' ? end : text.LastIndexOfAny([' ', '-'], end - 1);
        return text[..(between > longest / 2 ? between : end)].TrimEnd(' ', '-');
    }

    private static string Kept(string text, Func<char, char> allowed)
    {
        var kept = string.Concat(text.Select(allowed));
        foreach (var blank in " -")
        {
            kept = string.Join(blank, kept.Split(blank, StringSplitOptions.RemoveEmptyEntries));
        }

        return kept;
    }
}
