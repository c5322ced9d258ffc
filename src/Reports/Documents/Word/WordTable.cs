using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Responsables.Reports.Documents.Packages;

namespace Responsables.Reports.Documents.Word;

// The same words as in the model of documents: here they are those of the format.
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

/// <summary>Tables with a head that is marked as one and comes back on each page.</summary>
internal sealed class WordTable(Func<string?, OpenXmlElement[]> anchored)
{
    private const int Whole = 5000;

    public IEnumerable<OpenXmlElement> Of(DataTable table)
    {
        yield return WordBody.Styled("Caption", [.. anchored(table.Anchor), WordBody.Words(table.Caption)]);
        yield return Table(
            table.Caption, [.. table.Columns.Select(c => c.Weight)], [.. table.Columns.Select(c => (c.Header, c.IsNumber))],
            table.Rows.Select(r => r.IsGroup ? Group(r.Cells[0].Text, table.Columns.Count) : Row(r, table)));
        foreach (var note in table.Notes)
        {
            yield return WordBody.Styled(WordStyles.Note, WordBody.Words(note));
        }

        // Tables that touch would be one.
        if (table.Notes.Count == 0)
        {
            yield return WordBody.Styled(WordStyles.Note);
        }
    }

    /// <summary>Key figures are figures: where pages flow, a table that a reader hears row by row.</summary>
    public static IEnumerable<OpenXmlElement> Of(KeyFigures figures, DocumentWords words)
    {
        var rows = figures.Figures.Select(f => new TableRow(
            Cell(WordStyles.Cell, WordBody.Words(f.Label)),
            Cell(WordStyles.NumberCell, WordBody.Words(f.ValueInWords, isBold: true)),
            Cell(WordStyles.Cell, WordBody.Words(string.Join('\n', new[] { f.Trend, f.Note }.OfType<string>())))));
        yield return WordBody.Styled("Caption", WordBody.Words(figures.Caption));
        yield return Table(figures.Caption, [4, 2, 4], [(words.Figure, false), (words.Value, true), (words.Trend, false)], rows);
        yield return WordBody.Styled(WordStyles.Note);
    }

    private static Table Table(string caption, int[] weights, (string Text, bool IsNumber)[] head, IEnumerable<TableRow> rows)
    {
        var sum = weights.Sum();
        return new Table([
            new TableProperties(
                new TableStyle { Val = WordStyles.TableName },
                new TableWidth { Width = WordWriter.Whole(Whole), Type = TableWidthUnitValues.Pct },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = OfficeText.Written(caption) }),
            new TableGrid([.. weights.Select(w => new GridColumn { Width = WordWriter.Whole(WordWriter.LineWidth * w / sum) })]),
            new TableRow([
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. head.Select(h => Cell(h.IsNumber ? WordStyles.NumberCell : WordStyles.Cell, WordBody.Words(h.Text, isBold: true))),
            ]),
            .. rows,
        ]);
    }

    private static TableRow Row(Documents.TableRow row, DataTable table) => new([
        new TableRowProperties(new CantSplit()),
        .. row.Cells.Zip(table.Columns, (cell, column) => Cell(column.IsNumber ? WordStyles.NumberCell : WordStyles.Cell, WordBody.Words(cell.Text, row.IsStrong))),
    ]);

    private static TableRow Group(string name, int columns) => new(
        new TableRowProperties(new CantSplit()),
        new TableCell(
            new TableCellProperties(new GridSpan { Val = columns }, new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "F2F5F5" }),
            new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell }, new KeepNext()), WordBody.Words(name, isBold: true))));

    private static TableCell Cell(string style, Run words) => new(WordBody.Styled(style, words));
}
