using System.Globalization;
using System.Text.Json.Nodes;

namespace Responsables.Reports.Documents.Paper;

/// <summary>A document as the template reads it (<c>Worker/document.typ</c>), and the pictures that it names.</summary>
internal sealed class TypstDocument
{
    private readonly DrawnDocument drawn;
    private readonly JsonArray pictures = [];

    private TypstDocument(DrawnDocument drawn) => this.drawn = drawn;

    /// <summary>The request of a PDF, on one line.</summary>
    public static string Request(DrawnDocument drawn, long id) => new TypstDocument(drawn).Write(id);

    private string Write(long id)
    {
        var document = drawn.Document;
        var midnight = new DateTimeOffset(document.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return new JsonObject
        {
            ["id"] = id,
            ["make"] = "pdf",
            ["instant"] = midnight.ToUnixTimeSeconds(),
            ["document"] = new JsonObject
            {
                ["title"] = document.Title,
                ["subtitle"] = document.Subtitle,
                ["language"] = document.Language,
                ["author"] = document.Author,
                ["date"] = new JsonObject { ["year"] = document.Date.Year, ["month"] = document.Date.Month, ["day"] = document.Date.Day },
                ["identity"] = document.Identity.Name,
                ["accent"] = document.Identity.Accent,
                ["logo"] = document.Identity.Logo is { } logo ? Named(logo) : null,
                ["foot"] = document.Foot,
                ["cover"] = document.HasCover,
                ["words"] = new JsonObject { ["page"] = document.Words.Page, ["contents"] = document.Words.Contents },
                ["blocks"] = Blocks(document.Blocks),
            },
            ["pictures"] = pictures,
        }.ToJsonString();
    }

    private JsonArray Blocks(IEnumerable<Block> blocks) => [.. blocks.SelectMany(Of)];

    private IEnumerable<JsonObject> Of(Block block) => block switch
    {
        Heading h => [new JsonObject { ["kind"] = "heading", ["level"] = h.Level, ["text"] = h.Text, ["anchor"] = h.Anchor, ["colour"] = h.Colour }],
        Paragraph p => [new JsonObject { ["kind"] = "paragraph", ["small"] = p.IsSmall, ["runs"] = Runs(p) }],
        BulletList l => [new JsonObject { ["kind"] = "list", ["items"] = new JsonArray([.. l.Items.Select(Runs)]) }],
        KeyFigures f => [new JsonObject { ["kind"] = "figures", ["columns"] = f.Columns, ["colour"] = f.Colour, ["figures"] = new JsonArray([.. f.Figures.Select(Figure)]) }],
        DataTable t => [Table(t)],
        Picture p => [Shown(p, p.AlternativeText, p.Caption, p.Width)],
        ChartBlock { ShowsValues: true } c => [Shown(c, c.AlternativeText, c.Title, 100), Table(c.Values)],
        ChartBlock c => [Shown(c, c.AlternativeText, c.Title, 100)],
        Notice n => [new JsonObject { ["kind"] = "notice", ["title"] = n.Title, ["colour"] = n.Colour, ["paragraphs"] = new JsonArray([.. n.Paragraphs.Select(Runs)]) }],
        SideBySide s => [new JsonObject { ["kind"] = "beside", ["left"] = Blocks(s.Left), ["right"] = Blocks(s.Right) }],
        PageBreak => [new JsonObject { ["kind"] = "break" }],
        TableOfContents => [new JsonObject { ["kind"] = "contents" }],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private JsonObject Shown(Block block, string alternative, string? caption, int width) => new()
    {
        ["kind"] = "picture", ["file"] = Named(drawn.Drawings[block]), ["alt"] = alternative, ["caption"] = caption, ["width"] = width, ["anchor"] = null,
    };

    private static JsonNode Runs(Paragraph paragraph) => new JsonArray(
        [.. paragraph.Runs.Select(r => new JsonObject { ["text"] = r.Text, ["style"] = r.Style switch { RunStyle.Strong => "strong", RunStyle.Emphasis => "emphasis", _ => "plain" }, ["to"] = r.Target })]);

    private static JsonNode Figure(KeyFigure figure) => new JsonObject
    {
        ["label"] = figure.Label, ["value"] = figure.Value, ["unit"] = figure.Unit, ["trend"] = figure.Trend, ["note"] = figure.Note,
    };

    private static JsonObject Table(DataTable table) => new()
    {
        ["kind"] = "table",
        ["caption"] = table.Caption,
        ["anchor"] = table.Anchor,
        ["colour"] = table.Colour,
        ["columns"] = new JsonArray([.. table.Columns.Select(c => new JsonObject { ["header"] = c.Header, ["number"] = c.IsNumber, ["weight"] = c.Weight })]),
        ["rows"] = new JsonArray([.. table.Rows.Select(r => new JsonObject { ["group"] = r.IsGroup, ["strong"] = r.IsStrong, ["cells"] = new JsonArray([.. r.Cells.Select(c => (JsonNode)c.Text)]) })]),
        ["notes"] = new JsonArray([.. table.Notes.Select(n => (JsonNode)n)]),
    };

    private string Named(PictureFile picture)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"picture{pictures.Count}.{(picture.Format == PictureFormat.Svg ? "svg" : "png")}");
        pictures.Add(new JsonObject { ["name"] = name, ["content"] = Convert.ToBase64String(picture.Bytes) });
        return name;
    }
}
