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
    private readonly CellReader cells;

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
        using var styles = Target(r => r.Type.EndsWith("/styles", StringComparison.Ordinal)) is { } part ? file.Part(part) : null;
        cells = new CellReader(file.Limits, texts, LookReader.Read(styles, file.Limits));
        ReadTexts(Target(r => r.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)));
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
                number = CellReader.Integer(part.GetAttribute("r")) ?? number + 1;
                if (cells.Row(part, number) is { Cells.Count: > 0 } row)
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
                texts.Add(cells.Runs(part));
                characters += texts[^1].Length;
                if (texts.Count > file.Limits.MostTexts || characters > file.Limits.MostTextCharacters)
                {
                    throw new SpreadsheetException("workbooks.too-large-inside");
                }
            }
        }
    }

    private static ReadMerge? Merge(string? range) => range?.Split(':') is [var first, var last] && CellAddress.Read(first) is { } from && CellAddress.Read(last) is { } to
        ? new ReadMerge(from.Column, from.Row, to.Column, to.Row)
        : null;
}
