using System.Globalization;
using System.Text.Json.Nodes;
using Responsables.App.Publications;

namespace Responsables.App.OpenData;

/// <summary>Where the catalogue stands, and whom it names.</summary>
/// <param name="Site">The address of the site, without a final stroke.</param>
/// <param name="Contact">Where to write; null when the operator named nowhere.</param>
public sealed record CatalogueSite(string Site, string? Contact);

/// <summary>A year in the catalogue: the edition that the public reads, and its files.</summary>
public sealed record CatalogueYear(PublicEdition Edition, IReadOnlyList<PublicFile> Files);

/// <summary>The catalogue of what is open, as a DCAT-AP harvester reads it: a data set for each year, a distribution for each file.</summary>
public static class Catalogue
{
    /// <summary>Licence Ouverte 2.0, by which figures are given.</summary>
    public const string Licence = "https://www.etalab.gouv.fr/licence-ouverte-open-licence";

    private const string Authority = "http://publications.europa.eu/resource/authority/";

    public static byte[] Of(CatalogueSite site, IReadOnlyList<CatalogueYear> years)
    {
        var publisher = new JsonObject { ["@type"] = "foaf:Organization", ["foaf:name"] = years[0].Edition.Content.Head.Publisher };
        return OpenDataFiles.Bytes(new JsonObject
        {
            ["@context"] = Context(),
            ["@id"] = $"{site.Site}/donnees/catalogue.jsonld",
            ["@type"] = "dcat:Catalog",
            ["dct:title"] = French(OpenDataWords.Of("catalogue.title")),
            ["dct:description"] = French(OpenDataWords.Of("catalogue.text")),
            ["dct:publisher"] = publisher,
            ["dct:language"] = Link(Authority + "language/FRA"),
            ["dct:license"] = Link(Licence),
            ["dct:modified"] = Instant(years.Max(y => y.Edition.PublicFrom)),
            ["foaf:homepage"] = Link($"{site.Site}/resultats/donnees"),
            ["dcat:dataset"] = new JsonArray([.. years.Select(y => (JsonNode)DataSet(site, y, publisher))]),
        });
    }

    /// <summary>The kind of a file, for those who ask for it.</summary>
    public static string MediaTypeOf(string file) => Path.GetExtension(file) switch
    {
        ".csv" => "text/csv",
        ".json" => "application/json",
        _ => "text/plain",
    };

    private static JsonObject DataSet(CatalogueSite site, CatalogueYear year, JsonObject publisher)
    {
        var edition = year.Edition;
        var dataSet = new JsonObject
        {
            ["@id"] = Invariant($"{site.Site}/donnees/{edition.Year}"),
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = Invariant($"{site.Site}/donnees/{edition.Year}"),
            ["dct:title"] = French(OpenDataWords.Of("catalogue.year.title", edition.Year)),
            ["dct:description"] = French(OpenDataWords.Of("catalogue.year.text", edition.Year, edition.Number)),
            ["dct:publisher"] = publisher.DeepClone(),
            ["dct:issued"] = Instant(edition.Content.Head.Created),
            ["dct:modified"] = Instant(edition.PublicFrom),
            ["dct:accrualPeriodicity"] = Link(Authority + "frequency/ANNUAL"),
            ["dct:language"] = Link(Authority + "language/FRA"),
            ["dct:spatial"] = Link(Authority + "country/FRA"),
            ["dct:temporal"] = new JsonObject
            {
                ["@type"] = "dct:PeriodOfTime", ["dcat:startDate"] = Day(new DateOnly(edition.Year, 1, 1)), ["dcat:endDate"] = Day(new DateOnly(edition.Year, 12, 31)),
            },
            ["dct:license"] = Link(Licence),
            ["dct:accessRights"] = Link(Authority + "access-right/PUBLIC"),
            ["dcat:version"] = Invariant($"{edition.Number}"),
            ["dcat:keyword"] = new JsonArray([.. OpenDataWords.Of("catalogue.keywords").Split(',').Select(w => (JsonNode)French(w))]),
            ["dcat:theme"] = Link(Authority + "data-theme/SOCI"),
            ["dcat:landingPage"] = Link(Invariant($"{site.Site}/resultats/{edition.Year}")),
            ["dcat:distribution"] = new JsonArray([.. year.Files.Select(f => (JsonNode)Distribution(site, edition, f))]),
        };
        if (site.Contact is { } contact)
        {
            dataSet["dcat:contactPoint"] = new JsonObject
            {
                ["@type"] = "vcard:Organization", ["vcard:fn"] = edition.Content.Head.Publisher, ["vcard:hasEmail"] = Link($"mailto:{contact}"),
            };
        }

        return dataSet;
    }

    private static JsonObject Distribution(CatalogueSite site, PublicEdition edition, PublicFile file)
    {
        var folder = Invariant($"{site.Site}/donnees/{edition.Year}/e{edition.Number}/");
        var isCsv = file.Name.EndsWith(".csv", StringComparison.Ordinal);
        var distribution = new JsonObject
        {
            ["@id"] = folder + file.Name,
            ["@type"] = "dcat:Distribution",
            ["dct:title"] = French(OpenDataFiles.TitleOf(file.Name)),
            ["dct:license"] = Link(Licence),
            ["dct:modified"] = Instant(edition.PublicFrom),
            ["dct:format"] = Link(Authority + "file-type/" + (isCsv ? "CSV" : "JSON")),
            ["dcat:mediaType"] = Link("http://www.iana.org/assignments/media-types/" + MediaTypeOf(file.Name)),
            ["dcat:accessURL"] = Link(folder + file.Name),
            ["dcat:downloadURL"] = Link(folder + file.Name),
            ["dcat:byteSize"] = new JsonObject { ["@type"] = "xsd:nonNegativeInteger", ["@value"] = Invariant($"{file.Content.Length}") },
            ["spdx:checksum"] = new JsonObject
            {
                ["@type"] = "spdx:Checksum", ["spdx:algorithm"] = Link("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
                ["spdx:checksumValue"] = new JsonObject { ["@type"] = "xsd:hexBinary", ["@value"] = file.Sha256 },
            },
        };
        if (OpenDataFiles.SchemaOf(file.Name) is { } schema)
        {
            distribution["dct:conformsTo"] = new JsonObject { ["@id"] = folder + schema, ["@type"] = "dct:Standard" };
        }

        return distribution;
    }

    private static JsonObject Context() => new()
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#", ["dct"] = "http://purl.org/dc/terms/", ["foaf"] = "http://xmlns.com/foaf/0.1/", ["spdx"] = "http://spdx.org/rdf/terms#",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#", ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    private static JsonObject Link(string address) => new() { ["@id"] = address };

    private static JsonObject French(string text) => new() { ["@language"] = "fr", ["@value"] = text };

    private static JsonObject Instant(DateTimeOffset at) => new() { ["@type"] = "xsd:dateTime", ["@value"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) };

    private static JsonObject Day(DateOnly day) => new() { ["@type"] = "xsd:date", ["@value"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
