using System.Globalization;
using System.Text;
using System.Xml;

namespace Responsables.Reports.Spreadsheets;

/// <summary>Reads the cells of a row, and texts, within the limits of a file.</summary>
internal sealed class CellReader(SpreadsheetLimits limits, IReadOnlyList<string> texts, IReadOnlyList<NumberLook> looks)
{
    private readonly char[] buffer = new char[1024];
    private long cells;

    /// <summary>The row that the reader stands on; null when it holds nothing.</summary>
    public ReadRow? Row(XmlReader part, int number)
    {
        if (part.IsEmptyElement)
        {
            return null;
        }

        var held = new List<ReadCell>();
        var (depth, column) = (part.Depth, 0);
        while (part.Read() && part.Depth > depth)
        {
            if (part is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            if (++cells > limits.MostCells)
            {
                throw new SpreadsheetException("workbooks.too-many-cells", limits.MostCells);
            }

            column = part.GetAttribute("r") is { } address ? CellAddress.Read(address)?.Column ?? throw new SpreadsheetException("workbooks.damaged") : column + 1;
            if (Cell(part, column) is { } cell && column <= limits.MostColumns)
            {
                held.Add(cell);
            }
        }

        return new ReadRow(number, held);
    }

    private ReadCell? Cell(XmlReader part, int column)
    {
        var type = part.GetAttribute("t") ?? "n";
        var look = Integer(part.GetAttribute("s")) is { } style && style < looks.Count ? looks[style] : NumberLook.Plain;
        if (part.IsEmptyElement)
        {
            return null;
        }

        string? value = null;
        var isFormula = false;
        var depth = part.Depth;
        while (part.Read() && part.Depth > depth)
        {
            if (part.NodeType == XmlNodeType.Element)
            {
                switch (part.LocalName)
                {
                    case "v": value = SheetText.Read(Content(part)); break;
                    case "is": value = Runs(part); break;
                    case "f": isFormula = true; break;
                }
            }
        }

        if (value is not { Length: > 0 })
        {
            // The result of a formula may be an empty text.
            return isFormula && value is null ? new ReadCell(column, ReadKind.NoResult, "", look) : null;
        }

        return type switch
        {
            "s" => Integer(value) is { } place && place < texts.Count ? Held(column, texts[place]) : throw new SpreadsheetException("workbooks.damaged"),
            "inlineStr" or "str" => Held(column, value),
            "b" => new ReadCell(column, ReadKind.Boolean, value.Trim(), look),
            "e" => new ReadCell(column, ReadKind.Error, value.Trim(), look),
            "d" => new ReadCell(column, ReadKind.Number, value.Trim(), NumberLook.Date),
            _ => new ReadCell(column, ReadKind.Number, value.Trim(), look),
        };
    }

    private static ReadCell? Held(int column, string text) => text.Length == 0 ? null : new ReadCell(column, ReadKind.Text, text, NumberLook.Plain);

    /// <summary>The texts of the runs of one text, without how they are said.</summary>
    public string Runs(XmlReader part)
    {
        if (part.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var (depth, said) = (part.Depth, 0);
        while (part.Read() && part.Depth > depth)
        {
            if (part is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false })
            {
                said = part.Depth;
            }
            else if (part is { NodeType: XmlNodeType.EndElement, LocalName: "rPh" })
            {
                said = 0;
            }
            else if (said == 0 && part is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                text.Append(Content(part));
                Short(text);
            }
        }

        return SheetText.Read(text.ToString());
    }

    // Never more of a text than a cell may have, whatever its length.
    private string Content(XmlReader part)
    {
        if (part.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = part.Depth;
        while (part.Read() && part.Depth > depth)
        {
            if (part.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                for (int read; (read = part.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
                {
                    text.Append(buffer, 0, read);
                    Short(text);
                }
            }
        }

        return text.ToString();
    }

    // A sign may be spelt with seven.
    private static void Short(StringBuilder text)
    {
        if (text.Length > SheetText.Longest * 7)
        {
            throw new SpreadsheetException("workbooks.text-too-long", SheetText.Longest);
        }
    }

    public static int? Integer(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
