using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Responsables.Reports.Spreadsheets;

/// <summary>Writes one sheet, in the order that the format wants of its parts.</summary>
internal sealed class SheetWriter(OpenXmlWriter writer, SheetPlan plan, StyleTable styles)
{
    private static readonly EnumValue<CellValues> IsText = CellValues.InlineString;

    /// <summary>Height of a line of the usual size, and the greatest that the format allows, in points.</summary>
    private const double Line = 15;
    private const double Highest = 409;
    private const double Usual = 11;

    private int count;

    public void Write(IEnumerable<IReadOnlyList<SheetCell>> rows, Func<IReadOnlyList<SheetChoice>>? choices)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        Views();
        writer.WriteStartElement(new Columns());
        for (var i = 0; i < plan.Widths.Count; i++)
        {
            writer.WriteElement(new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = plan.Widths[i], CustomWidth = true });
        }

        writer.WriteEndElement();
        writer.WriteStartElement(new SheetData());
        foreach (var row in rows)
        {
            Row(row);
        }

        writer.WriteEndElement();
        Ends(choices?.Invoke() ?? []);
        writer.WriteEndElement();
    }

    private void Views()
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (plan.FrozenRows > 0 || plan.FrozenColumns > 0)
        {
            view.Append(new Pane
            {
                VerticalSplit = plan.FrozenRows,
                HorizontalSplit = plan.FrozenColumns,
                TopLeftCell = CellAddress.Of(plan.FrozenColumns + 1, plan.FrozenRows + 1),
                ActivePane = plan.FrozenColumns == 0 ? PaneValues.BottomLeft : plan.FrozenRows == 0 ? PaneValues.TopRight : PaneValues.BottomRight,
                State = PaneStateValues.Frozen,
            });
        }

        writer.WriteElement(new SheetViews(view));
    }

    private void Row(IReadOnlyList<SheetCell> cells)
    {
        count++;
        if (cells.Count == 0)
        {
            return;
        }

        writer.WriteStartElement(new Row(), [
            new OpenXmlAttribute("r", "", count.ToString(CultureInfo.InvariantCulture)), new OpenXmlAttribute("ht", "", HeightOf(cells).ToString(CultureInfo.InvariantCulture)),
        ]);
        for (var i = 0; i < cells.Count; i++)
        {
            Cell(cells[i], CellAddress.Of(i + 1, count));
        }

        writer.WriteEndElement();
    }

    private void Cell(SheetCell cell, string address)
    {
        var attributes = new List<OpenXmlAttribute>(3) { new("r", "", address), new("s", "", styles.Of(cell.Look).ToString(CultureInfo.InvariantCulture)) };
        if (cell.Text is { Length: > 0 } text)
        {
            attributes.Add(new OpenXmlAttribute("t", "", IsText.InnerText!));
            writer.WriteStartElement(new Cell(), attributes);
            writer.WriteElement(new InlineString(new Text(SheetText.Written(text)) { Space = SpaceProcessingModeValues.Preserve }));
        }
        else
        {
            writer.WriteStartElement(new Cell(), attributes);
            if (cell.Number is { } number)
            {
                writer.WriteElement(new CellValue(number.ToString(CultureInfo.InvariantCulture)));
            }
        }

        writer.WriteEndElement();
    }

    // Not every program measures texts when it opens a file: told as measured, so that they measure again when a text is changed.
    private double HeightOf(IReadOnlyList<SheetCell> cells)
    {
        var highest = Line;
        for (var i = 0; i < cells.Count && i < plan.Widths.Count; i++)
        {
            var (text, look) = (cells[i].Text, cells[i].Look);
            var across = Math.Max(1, plan.Widths[i] * Usual / look.Size * (look.IsBold ? 0.9 : 1));
            var lines = text is { Length: > 0 } && look.Wraps ? text.Split('\n').Sum(l => Math.Max(1, Math.Ceiling(l.Length / across))) : 1;
            highest = Math.Max(highest, lines * Line * look.Size / Usual);
        }

        return Math.Min(Math.Round(highest, 1), Highest);
    }

    private void Ends(IReadOnlyList<SheetChoice> choices)
    {
        if (plan.IsProtected)
        {
            // Rows may be filtered and columns widened; sorting needs cells that are all inputs.
            writer.WriteElement(new SheetProtection { Sheet = true, AutoFilter = false, Sort = false, FormatColumns = false, FormatRows = false });
        }

        if (plan.IsFiltered && count > plan.FrozenRows)
        {
            writer.WriteElement(new AutoFilter { Reference = $"A{plan.FrozenRows}:{CellAddress.Of(plan.Widths.Count, count)}" });
        }

        if (choices.Count > 0)
        {
            writer.WriteElement(new DataValidations(choices.Select(Validation)) { Count = (uint)choices.Count });
        }

        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup
        {
            PaperSize = 9, Orientation = plan.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0,
        });
    }

    private static DataValidation Validation(SheetChoice choice) => new(new Formula1(choice.Source))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = choice.IsStrict,
        ShowInputMessage = choice.Prompt is not null,
        PromptTitle = choice.Title,
        Prompt = choice.Prompt,
        SequenceOfReferences = new ListValue<StringValue>(choice.Cells.Select(c => new StringValue(c))),
    };
}
