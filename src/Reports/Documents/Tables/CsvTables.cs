using System.Globalization;
using System.Text;

namespace Responsables.Reports.Documents.Tables;

/// <summary>Each table as a file of values (CSV, RFC 4180, UTF-8, commas): what other programs read.</summary>
internal static class CsvTables
{
    // Read as the beginning of a formula by a spreadsheet, whatever the quotes around it.
    private static readonly System.Buffers.SearchValues<char> Active = System.Buffers.SearchValues.Create("=+-@\t\r\0");

    public static IEnumerable<(string Name, Action<Stream> Write)> Files(ReportDocument document) =>
        TableNames.Files(document.Tables).Select(t => (t.Name + ".csv", (Action<Stream>)(target => Write(t.Table, target))));

    private static void Write(DataTable table, Stream target)
    {
        using var lines = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true);
        Line(table.Columns.Select(c => Quoted(Inert(c.Header))));
        string? group = null;
        var isGrouped = table.Rows.Any(r => r.IsGroup);
        foreach (var row in table.Rows)
        {
            if (row.IsGroup)
            {
                group = row.Cells[0].Text;
                continue;
            }

            // The group stands before the name of its rows: a file of values has rows only.
            var name = isGrouped && group is not null ? $"{group} – {row.Cells[0].Text}" : row.Cells[0].Text;
            Line(row.Cells.Select((cell, i) => i > 0 && table.Columns[i].IsNumber ? Number(cell) : Quoted(Inert(i == 0 ? name : cell.Text))));
        }

        void Line(IEnumerable<string> cells)
        {
            lines.Write(string.Join(',', cells));
            lines.Write("\r\n");
        }
    }

    // A sign in front of a number is its own; what is not one is a text all the same.
    private static string Number(TableCell cell) => cell.Number?.ToString(CultureInfo.InvariantCulture) ?? Quoted(Inert(cell.Text));

    private static string Inert(string text) => text.Length > 0 && Active.Contains(text[0]) ? "'" + text : text;

    private static string Quoted(string text) => text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
