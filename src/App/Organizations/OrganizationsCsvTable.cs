using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Responsables.App.Organizations;

/// <summary>One row: its line in the file, its cells trimmed, and whether its quotes follow RFC 4180.</summary>
internal sealed record CsvLine(int Line, IReadOnlyList<string> Cells, bool HasSoundQuotes);

/// <summary>The lines of a CSV text, blank ones left out. A quote that is never closed swallows the rest of the text: the line that holds it
/// is not among them.</summary>
internal sealed record OrganizationsCsvTable(IReadOnlyList<CsvLine> Lines, int? UnclosedQuoteLine, bool HasTooManyRows)
{
    public static OrganizationsCsvTable Of(string text, char separator = ',')
    {
        var unclosed = UnclosedQuoteLineOf(text, separator);
        var lines = new List<CsvLine>();
        var hasSoundQuotes = true;
        var format = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator.ToString(), BadDataFound = _ => hasSoundQuotes = false };
        using var csv = new CsvParser(new StringReader(text), format);
        while (csv.Read())
        {
            hasSoundQuotes = true;
            var cells = Enumerable.Range(0, csv.Count).Select(i => csv[i].Trim()).ToArray();
            var isSwallowed = unclosed <= csv.RawRow;
            if (cells.All(c => c.Length == 0) || isSwallowed)
            {
                continue;
            }

            if (lines.Count > OrganizationsCsv.MaxRows)
            {
                return new(lines, unclosed, true);
            }

            var line = csv.RawRow - csv.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');
            lines.Add(new(line, cells, hasSoundQuotes));
        }

        return new(lines, unclosed, false);
    }

    /// <summary>The line of the quote left open at the end of the text. A quote opens a cell only as its first character.</summary>
    private static int? UnclosedQuoteLineOf(string text, char separator)
    {
        int line = 1, opened = 0;
        bool isQuoted = false, isCellStart = true, isDoubled = false;
        foreach (var character in text)
        {
            if (character == '"' && (isQuoted || isCellStart || isDoubled))
            {
                opened = isCellStart ? line : opened;
                isDoubled = isQuoted;
                isQuoted = !isQuoted;
            }
            else
            {
                isDoubled = false;
            }

            isCellStart = !isQuoted && (character == separator || character is '\n' or '\r');
            line += character == '\n' ? 1 : 0;
        }

        return isQuoted ? opened : null;
    }
}
