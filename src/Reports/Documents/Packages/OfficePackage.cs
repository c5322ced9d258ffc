using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;

namespace Responsables.Reports.Documents.Packages;

/// <summary>
/// The parts of an Office file and what ties them, written as they were added: the package of the SDK names parts and dates entries by chance, so
/// that the same document would never be the same bytes.
/// </summary>
internal sealed class OfficePackage
{
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    public const string Types = "application/vnd.openxmlformats-officedocument.";

    private static readonly XNamespace Ties = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Content = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private readonly List<(string Name, string Type, byte[] Bytes)> parts = [];
    private readonly SortedDictionary<string, List<XElement>> ties = new(StringComparer.Ordinal);

    /// <summary>A part whose root is of the SDK.</summary>
    public void Add(string name, string type, OpenXmlElement root) => Add(name, Types + type, XDocument.Parse(root.OuterXml));

    public void Add(string name, string type, XDocument content)
    {
        using var bytes = new MemoryStream();
        using (var writer = System.Xml.XmlWriter.Create(bytes, new System.Xml.XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            content.Save(writer);
        }

        Add(name, type, bytes.ToArray());
    }

    public void Add(string name, string type, byte[] bytes) => parts.Add((name, type, bytes));

    /// <param name="from">The part; empty: the file itself.</param>
    /// <param name="target">From where the part is.</param>
    public void Tie(string from, string id, string type, string target, bool isOutside = false)
    {
        var tie = new XElement(Ties + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type.Contains(':', StringComparison.Ordinal) ? type : Relations + type), new XAttribute("Target", target));
        if (isOutside)
        {
            tie.Add(new XAttribute("TargetMode", "External"));
        }

        if (!ties.TryGetValue(from, out var there))
        {
            ties[from] = there = [];
        }

        there.Add(tie);
    }

    /// <summary>Title, author, language and date, where programs and readers of screens look for them.</summary>
    public void Describe(ReportDocument document)
    {
        var date = document.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "T00:00:00Z";
        Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", new XDocument(new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dc", Dublin), new XAttribute(XNamespace.Xmlns + "dcterms", Terms), new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            new XElement(Dublin + "title", document.Title),
            new XElement(Dublin + "creator", document.Author),
            new XElement(Dublin + "language", document.Language),
            new XElement(Terms + "created", new XAttribute(Instance + "type", "dcterms:W3CDTF"), date),
            new XElement(Terms + "modified", new XAttribute(Instance + "type", "dcterms:W3CDTF"), date))));
        Tie("", "rIdCore", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
    }

    public byte[] Close(DateOnly date)
    {
        var types = new XElement(
            Content + "Types",
            new XElement(Content + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(Content + "Default", new XAttribute("Extension", "png"), new XAttribute("ContentType", "image/png")),
            parts.Where(p => p.Type != "image/png").Select(p => new XElement(Content + "Override", new XAttribute("PartName", "/" + p.Name), new XAttribute("ContentType", p.Type))));
        return FixedZip.Of(
            [
                ("[Content_Types].xml", Text(types)),
                .. ties.Select(t => (RelationsOf(t.Key), Text(new XElement(Ties + "Relationships", t.Value)))),
                .. parts.Select(p => (p.Name, p.Bytes)),
            ], date);
    }

    private static string RelationsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    private static byte[] Text(XElement root) => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{root.ToString(SaveOptions.DisableFormatting)}");
}
