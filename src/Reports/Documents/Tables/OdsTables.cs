using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Responsables.Reports.Documents.Packages;

namespace Responsables.Reports.Documents.Tables;

/// <summary>All tables as a workbook of the open standard (ODS): a sheet each, numbers as exact numbers, texts never as formulas.</summary>
internal static class OdsTables
{
    private const string Mime = "application/vnd.oasis.opendocument.spreadsheet";

    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static readonly XNamespace Look = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private static readonly XNamespace Digits = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
    private static readonly XNamespace List = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";

    public static byte[] Write(ReportDocument document)
    {
        var version = new XAttribute(Office + "version", "1.3");
        // Streamed: rows are made while they are written.
        var content = new XStreamingElement(Office + "document-content", Spaces(version), Styles(document), new XStreamingElement(Office + "body", new XStreamingElement(
            Office + "spreadsheet", TableNames.Sheets(document.Tables).Select(t => Sheet(t.Table, t.Name)))));
        var date = document.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00";
        var meta = new XElement(Office + "document-meta", Spaces(version), new XElement(
            Office + "meta", new XElement(Dublin + "title", OfficeText.Written(document.Title)), new XElement(Dublin + "creator", OfficeText.Written(document.Author)),
            new XElement(Dublin + "language", document.Language), new XElement(Dublin + "date", date), new XElement(Meta + "creation-date", date)));
        var manifest = new XElement(
            List + "manifest", new XAttribute(XNamespace.Xmlns + "manifest", List), new XAttribute(List + "version", "1.3"),
            Entry("/", Mime), Entry("content.xml", "text/xml"), Entry("meta.xml", "text/xml"));
        return FixedZip.Of(
            [
                ("mimetype", target => target.Write(Encoding.ASCII.GetBytes(Mime))), ("content.xml", target => content.Save(target, SaveOptions.DisableFormatting)),
                ("meta.xml", target => meta.Save(target, SaveOptions.DisableFormatting)), ("META-INF/manifest.xml", target => manifest.Save(target, SaveOptions.DisableFormatting)),
            ], document.Date, stored: "mimetype");
    }

    private static XObject[] Spaces(XAttribute version) =>
    [
        new XAttribute(XNamespace.Xmlns + "office", Office), new XAttribute(XNamespace.Xmlns + "table", Table), new XAttribute(XNamespace.Xmlns + "text", Words),
        new XAttribute(XNamespace.Xmlns + "style", Style), new XAttribute(XNamespace.Xmlns + "fo", Look), new XAttribute(XNamespace.Xmlns + "number", Digits),
        new XAttribute(XNamespace.Xmlns + "dc", Dublin), new XAttribute(XNamespace.Xmlns + "meta", Meta), version,
    ];

    private static XElement Styles(ReportDocument document) => new(
        Office + "automatic-styles",
        document.Tables.SelectMany(t => t.Columns).Select(c => c.Decimals).OfType<int>().Distinct().Order().SelectMany(d => new[]
        {
            new XElement(Digits + "number-style", Name($"N{d}"), new XElement(
                Digits + "number", new XAttribute(Digits + "decimal-places", d), new XAttribute(Digits + "min-decimal-places", d), new XAttribute(Digits + "min-integer-digits", 1), new XAttribute(Digits + "grouping", "true"))),
            new XElement(Style + "style", Name($"number{d}"), Family("table-cell"), new XAttribute(Style + "data-style-name", $"N{d}")),
        }),
        new XElement(Style + "style", Name("strong"), Family("table-cell"), new XElement(Style + "text-properties", new XAttribute(Look + "font-weight", "bold"))),
        new XElement(Style + "style", Name("first"), Family("table-column"), new XElement(Style + "table-column-properties", new XAttribute(Style + "column-width", "8cm"))),
        new XElement(Style + "style", Name("other"), Family("table-column"), new XElement(Style + "table-column-properties", new XAttribute(Style + "column-width", "3.5cm"))));

    private static XStreamingElement Sheet(DataTable table, string name) => new(
        Table + "table", new XAttribute(Table + "name", name),
        new XElement(Table + "table-column", new XAttribute(Table + "style-name", "first")),
        new XElement(Table + "table-column", new XAttribute(Table + "style-name", "other"), new XAttribute(Table + "number-columns-repeated", Math.Max(1, table.Columns.Count - 1))),
        Row([Text(table.Caption, "strong")]),
        new XElement(Table + "table-header-rows", Row(table.Columns.Select(c => Text(c.Header, "strong")))),
        table.Rows.Select(r => Row(r.Cells.Select((cell, i) => cell.Number is { } number && table.Columns[i].IsNumber
            ? Number(cell, number, table.Columns[i].Decimals)
            : Text(cell.Text, r.IsGroup || r.IsStrong ? "strong" : null)))),
        table.Notes.Select(n => Row([Text(n, null)])));

    private static XElement Row(IEnumerable<XElement> cells) => new(Table + "table-row", cells);

    private static XElement Number(TableCell cell, decimal number, int? decimals) => new(
        Table + "table-cell", decimals is null ? null : new XAttribute(Table + "style-name", $"number{decimals}"), new XAttribute(Office + "value-type", "float"),
        new XAttribute(Office + "value", number.ToString(CultureInfo.InvariantCulture)), new XElement(Words + "p", OfficeText.Written(cell.Text.Length > 0 ? cell.Text : number.ToString(CultureInfo.InvariantCulture))));

    private static XElement Text(string text, string? style) => new(
        Table + "table-cell", style is null ? null : new XAttribute(Table + "style-name", style), new XAttribute(Office + "value-type", "string"),
        OfficeText.Written(text).Split('\n').Select(line => new XElement(Words + "p", line)));

    private static XAttribute Name(string name) => new(Style + "name", name);

    private static XAttribute Family(string family) => new(Style + "family", family);

    private static XElement Entry(string path, string type) => new(List + "file-entry", new XAttribute(List + "full-path", path), new XAttribute(List + "media-type", type));
}
