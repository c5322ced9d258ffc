using System.Text.Json.Nodes;
using Responsables.App.Publications;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Submissions;

namespace Responsables.App.OpenData;

/// <summary>An indicator of an edition as a file: what it is, then its figures and years at every node that is told. Decimals are texts, as in the canonical file.</summary>
public static class IndicatorJson
{
    public static byte[] Of(PublicEdition edition, EditionIndicator indicator) => OpenDataFiles.Bytes(new JsonObject
    {
        ["year"] = edition.Year,
        ["edition"] = edition.Number,
        ["sha256"] = edition.Seal,
        ["licence"] = Catalogue.Licence,
        ["indicator"] = new JsonObject
        {
            ["code"] = indicator.Code.Value, ["title"] = indicator.Title, ["definition"] = indicator.Definition, ["unit"] = indicator.Main.Unit, ["formula"] = indicator.Main.Formula,
        },
        ["figures"] = new JsonArray([.. edition.Places.SelectMany(p => edition.Figures(p.Node, indicator.Code)).Select(f => (JsonNode)FigureOf(f))]),
        ["history"] = new JsonArray([.. from place in edition.Places
            let series = edition.History(place.Node, indicator.Code)
            where series is not null
            from point in series.Points
            select (JsonNode)PointOf(place.Node, point)]),
    });

    private static JsonObject FigureOf(EditionFigure figure) => new()
    {
        ["node"] = figure.Node.Value, ["breakdown"] = figure.Breakdown, ["value"] = Number(figure.Value), ["numerator"] = Number(figure.Numerator),
        ["denominator"] = Number(figure.Denominator), ["reason"] = DataTables.Word(figure.Reason), ["expected"] = figure.Expected, ["answered"] = figure.Answered,
        ["not_applicable"] = figure.NotApplicable, ["unavailable"] = figure.Unavailable, ["missing"] = figure.Missing,
    };

    private static JsonObject PointOf(NodeKey node, EditionPoint point) => new()
    {
        ["node"] = node.Value, ["year"] = point.Year, ["value"] = Number(point.Value), ["reason"] = DataTables.Word(point.Reason), ["is_comparable"] = point.IsComparable,
        ["breaks"] = new JsonArray([.. point.Breaks.Select(b => (JsonNode)DataTables.Word(b.Kind))]),
    };

    private static string? Number(decimal? value) => value is { } number ? NumberInput.Canonical(number) : null;
}
