using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Responsables.Reports.Spreadsheets;

namespace Responsables.App.Tests.Workbooks;

/// <summary>A workbook in the hands of somebody: its cells are changed in the file itself, as a spreadsheet would.</summary>
internal sealed class Workbook
{
    private readonly Dictionary<string, byte[]> parts = [];

    public Workbook(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            parts[entry.FullName] = copy.ToArray();
        }
    }

    public IEnumerable<string> Parts => parts.Keys;

    public string this[string part]
    {
        get => Encoding.UTF8.GetString(parts[part]).TrimStart('\uFEFF');
        set => parts[part] = Encoding.UTF8.GetBytes(value);
    }

    public byte[] File(IEnumerable<string>? order = null)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in order ?? parts.Keys)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(parts[name]);
            }
        }

        return file.ToArray();
    }

    /// <summary>The values of a column, by code: as the reader sees them.</summary>
    public Dictionary<string, string> Column(string head, string? body = null)
    {
        var values = new Dictionary<string, string>();
        _ = SpreadsheetReader.Read(File(), SpreadsheetLimits.ManyBodies, reader =>
        {
            foreach (var sheet in reader.Sheets)
            {
                var rows = reader.Rows(sheet).ToList();
                if (rows.Find(r => r.Cells.Any(c => c.Text == "Code")) is not { } heads)
                {
                    continue;
                }

                int? At(string name) => heads.Cells.Where(c => c.Text == name).Select(c => (int?)c.Column).FirstOrDefault();
                foreach (var row in rows.Where(r => r.Number > heads.Number && (body is null || Held(r, At("Organisme")) == body)))
                {
                    values[Held(row, At("Code"))] = Held(row, At(head));
                }
            }

            return 0;

            static string Held(ReadRow line, int? column) => column is { } c ? line[c]?.Text ?? "" : "";
        }, default);
        return values;
    }

    public Workbook Text(string code, string head, string text, string? body = null) =>
        Cell(code, head, c => c.Add(new XAttribute("t", "inlineStr"), new XElement(c.Name.Namespace + "is", new XElement(c.Name.Namespace + "t", text))), body);

    public Workbook Number(string code, string number, string? body = null) => Cell(code, "Valeur", c => c.Add(new XElement(c.Name.Namespace + "v", number)), body);

    public Workbook Empty(string code, string head, string? body = null) => Cell(code, head, _ => { }, body);

    /// <summary>Changes the cell of a question.</summary>
    public Workbook Cell(string code, string head, Action<XElement> change, string? body = null) => Row(code, body, (sheet, row, heads) =>
    {
        var cell = Named(row, heads[head]);
        cell.Attributes("t").Remove();
        cell.RemoveNodes();
        change(cell);
    });

    public Workbook Row(string code, string? body, Action<XDocument, XElement, Dictionary<string, string>> change)
    {
        foreach (var part in parts.Keys.Where(p => p.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList())
        {
            var sheet = XDocument.Parse(this[part]);
            var rows = sheet.Descendants().Where(e => e.Name.LocalName == "row").ToList();
            if (rows.Find(r => r.Elements().Any(c => c.Value == "Code")) is not { } head)
            {
                continue;
            }

            var heads = head.Elements().DistinctBy(c => c.Value).ToDictionary(c => c.Value, c => Letters(c));
            if (rows.Find(r => Named(r, heads["Code"]).Value == code && (body is null || Named(r, heads["Organisme"]).Value == body)) is { } row)
            {
                change(sheet, row, heads);
                this[part] = sheet.ToString(SaveOptions.DisableFormatting);
                return this;
            }
        }

        throw new KeyNotFoundException(code);
    }

    public static string AddressOf(XElement cell) => (string)cell.Attribute("r")!;

    private static XElement Named(XElement row, string letters) => row.Elements().FirstOrDefault(c => Letters(c) == letters) ?? new XElement(row.Name.Namespace + "c");

    private static string Letters(XElement cell) => ((string?)cell.Attribute("r") ?? "").TrimEnd([.. "0123456789"]);

    internal static int RowOf(XElement row) => int.Parse((string)row.Attribute("r")!, CultureInfo.InvariantCulture);
}
