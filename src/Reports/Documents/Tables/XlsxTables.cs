using Responsables.Reports.Documents.Packages;
using Responsables.Reports.Spreadsheets;

namespace Responsables.Reports.Documents.Tables;

/// <summary>All tables as a workbook (XLSX): a list of them, then a sheet each, numbers as exact numbers.</summary>
internal static class XlsxTables
{
    private const int NameWidth = 48;

    private static readonly CellLook Plain = new() { Wraps = true };
    private static readonly CellLook Title = new() { IsBold = true, Size = 14 };
    private static readonly CellLook Head = new() { IsBold = true, Wraps = true, HasBorder = true, Fill = "F2F5F5" };
    private static readonly CellLook Strong = new() { IsBold = true, Wraps = true };
    private static readonly CellLook Soft = new() { Ink = "47575F", Wraps = true };

    public static byte[] Write(ReportDocument document)
    {
        var tables = TableNames.Sheets(document.Tables);
        using var made = new MemoryStream();
        using (var writer = new SpreadsheetWriter(made))
        {
            writer.Sheet(new SheetPlan(FirstName(document, tables), [34, 90]), Contents(document, tables));
            foreach (var (table, name) in tables)
            {
                writer.Sheet(
                    new SheetPlan(name, [.. table.Columns.Select((c, i) => i == 0 ? NameWidth : 8.0 + (8 * c.Weight))])
                    {
                        FrozenRows = 2, FrozenColumns = 1, IsLandscape = table.Columns.Count > 5,
                    }, Rows(table));
            }
        }

        made.Position = 0;
        return FixedZip.Redated(made, document.Date);
    }

    // A table may have this name too.
    private static string FirstName(ReportDocument document, IReadOnlyList<(DataTable Table, string Name)> tables)
    {
        var name = TableNames.Sheets([new DataTable(document.Words.Tables, [], [])])[0].Name;
        return tables.Any(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase)) ? "0 " + name[..Math.Min(name.Length, 29)] : name;
    }

    private static IEnumerable<IReadOnlyList<SheetCell>> Contents(ReportDocument document, IReadOnlyList<(DataTable Table, string Name)> tables) =>
    [
        [SheetCell.Of(document.Title, Title)],
        [SheetCell.Of(document.Identity.Name, Strong)],
        [SheetCell.Of(document.Foot, Soft)],
        [],
        [SheetCell.Of(document.Words.Tables, Strong)],
        .. tables.Select(t => (IReadOnlyList<SheetCell>)[SheetCell.Of(t.Name, Plain), SheetCell.Of(t.Table.Caption, Plain)]),
    ];

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(DataTable table) =>
    [
        [SheetCell.Of(table.Caption, Title)],
        [.. table.Columns.Select(c => SheetCell.Of(c.Header, c.IsNumber ? Head with { IsToTheRight = true } : Head))],
        .. table.Rows.Select(r => (IReadOnlyList<SheetCell>)[.. r.Cells.Select((cell, i) => Cell(cell, r, table.Columns[i]))]),
        .. table.Notes.Select(n => (IReadOnlyList<SheetCell>)[SheetCell.Of(n, Soft with { Wraps = false })]),
    ];

    private static SheetCell Cell(TableCell cell, TableRow row, TableColumn column)
    {
        var look = row.IsGroup || row.IsStrong ? Strong : Plain;
        if (!column.IsNumber || row.IsGroup)
        {
            return SheetCell.Of(cell.Text, row.IsGroup ? look with { Fill = "F2F5F5", Wraps = false } : look);
        }

        var toTheRight = look with { IsToTheRight = true, Format = column.Decimals switch { null => null, 0 => "#,##0", { } some => "#,##0." + new string('0', some) } };
        return cell.Number is { } number ? SheetCell.Of(number, toTheRight) : SheetCell.Of(cell.Text, toTheRight with { Format = null });
    }
}
