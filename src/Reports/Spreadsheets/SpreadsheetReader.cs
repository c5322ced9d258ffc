using System.Globalization;
using System.Text;
using System.Xml;
using Responsables.Domain.Shared;

namespace Responsables.Reports.Spreadsheets;

/// <summary>Reads the sheets of a workbook, row after row, within the limits of its file.</summary>
public sealed class SpreadsheetReader
{
    private const string Book = "xl/workbook.xml";

    private readonly SpreadsheetFile file;
    private readonly CancellationToken cancel;
    private readonly Dictionary<string, string> partOf = [];
    private readonly List<string> texts = [];
    private readonly IReadOnlyList<NumberLook> looks;
    private long cells;

    private SpreadsheetReader(SpreadsheetFile file, CancellationToken cancel)
    {
        this.file = file;
        this.cancel = cancel;
        var book = file.RelationsIn("_rels/.rels").FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target?.TrimStart('/') ?? Book;
        var folder = book.Contains('/', StringComparison.Ordinal) ? book[..(book.LastIndexOf('/') + 1)] : "";
        var relations = file.RelationsIn($"{folder}_rels/{book[folder.Length..]}.rels").Where(r => !r.IsExternal).ToList();
        string? Target(Func<(string Id, string Type, string Target, bool), bool> which) =>
            relations.Where(r => which(r)).Select(r => r.Target.StartsWith('/') ? r.Target[1..] : folder + r.Target).FirstOrDefault();

        ReadBook(book, id => Target(r => r.Id == id));
        ReadTexts(Target(r => r.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)));
        using var styles = Target(r => r.Type.EndsWith("/styles", StringComparison.Ordinal)) is { } part ? file.Part(part) : null;
        looks = LookReader.Read(styles, file.Limits);
    }

    /// <summary>The sheets, in their order.</summary>
    public IReadOnlyList<string> Sheets => [.. partOf.Keys];

    /// <summary>Does something with a workbook; whatever is wrong with its form is a refusal.</summary>
    /// <param name="cancel">Also ends a reading that takes too long.</param>
    public static Outcome<T> Read<T>(byte[] content, SpreadsheetLimits limits, Func<SpreadsheetReader, T> read, CancellationToken cancel)
    {
        var opened = SpreadsheetFile.Open(content, limits);
        if (opened is not Outcome<SpreadsheetFile>.Done { Value: var file })
        {
            return Outcome.Refused<T>(((Outcome<SpreadsheetFile>.Refused)opened).Problems);
        }

        using (file)
        {
            try
            {
                return Outcome.Done(read(new SpreadsheetReader(file, cancel)));
            }
            catch (Exception fault) when (SpreadsheetFile.Told(fault) is { } problem)
            {
                return Outcome.Refused<T>(problem);
            }
        }
    }

    /// <summary>The rows of a sheet that hold something, as they come; to be read to the end.</summary>
    /// <param name="joined">Receives the cells that were made one: the file tells them after the rows.</param>
    public IEnumerable<ReadRow> Rows(string sheet, ICollection<ReadMerge>? joined = null)
    {
        using var part = partOf.TryGetValue(sheet, out var name) ? file.Part(name) : null;
        var (number, kept) = (0, 0);
        while (part?.Read() == true)
        {
            if (part is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                cancel.ThrowIfCancellationRequested();
                number = Integer(part.GetAttribute("r")) ?? number + 1;
                if (Row(part, number) is { Cells.Count: > 0 } row)
                {
                    yield return ++kept <= file.Limits.MostRows ? row : throw new SpreadsheetException("workbooks.too-many-rows", sheet, file.Limits.MostRows);
                }
            }
            else if (joined is not null && part is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && Merge(part.GetAttribute("ref")) is { } merge)
            {
                if (joined.Count >= file.Limits.MostRows)
                {
                    throw new SpreadsheetException("workbooks.too-large-inside");
                }

                joined.Add(merge);
            }
        }
    }

    private void ReadBook(string name, Func<string, string?> target)
    {
        using var book = file.Part(name) ?? throw new SpreadsheetException("workbooks.not-a-workbook");
        while (book.Read())
        {
            if (book is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && book.GetAttribute("name") is { } sheet)
            {
                string? id = null;
                while (book.MoveToNextAttribute())
                {
                    id = book is { LocalName: "id", NamespaceURI.Length: > 0 } ? book.Value : id;
                }

                if (id is null || target(id) is not { } part || !partOf.TryAdd(sheet, part))
                {
                    throw new SpreadsheetException("workbooks.damaged");
                }
            }
        }
    }

    private void ReadTexts(string? name)
    {
        using var part = name is null ? null : file.Part(name);
        var characters = 0L;
        while (part?.Read() == true)
        {
            if (part is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                cancel.ThrowIfCancellationRequested();
                texts.Add(Runs(part));
                characters += texts[^1].Length;
                if (texts.Count > file.Limits.MostTexts || characters > file.Limits.MostTextCharacters)
                {
                    throw new SpreadsheetException("workbooks.too-large-inside");
                }
            }
        }
    }

    private ReadRow? Row(XmlReader part, int number)
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

            if (++cells > file.Limits.MostCells)
            {
                throw new SpreadsheetException("workbooks.too-many-cells", file.Limits.MostCells);
            }

            column = part.GetAttribute("r") is { } address ? CellAddress.Read(address)?.Column ?? throw new SpreadsheetException("workbooks.damaged") : column + 1;
            if (Cell(part, column) is { } cell && column <= file.Limits.MostColumns)
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

    // The texts of the runs of one text, without how they are said.
    private static string Runs(XmlReader part)
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
    private static string Content(XmlReader part)
    {
        if (part.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var buffer = new char[1024];
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

    private static ReadMerge? Merge(string? range) => range?.Split(':') is [var first, var last] && CellAddress.Read(first) is { } from && CellAddress.Read(last) is { } to
        ? new ReadMerge(from.Column, from.Row, to.Column, to.Row)
        : null;

    private static int? Integer(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
