using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;
using Responsables.Web.Series;

namespace Responsables.Web.Consolidation;

/// <summary>Addresses of figures. What is the default is left out, so that one page has one address.</summary>
internal static class FigureUrls
{
    public const string LevelName = "niveau";
    public const string IndicatorName = "indicateur";

    private static readonly Dictionary<string, FigureLevel> Words = new()
    {
        ["valides"] = FigureLevel.Validated,
        ["soumis"] = FigureLevel.Submitted,
        ["tous"] = FigureLevel.All,
    };

    public static string Word(FigureLevel level) => Words.First(w => w.Value == level).Key;

    /// <summary>The level that an address asks for; validated when it asks for none, null when it is not one.</summary>
    public static FigureLevel? LevelOf(string? word) =>
        string.IsNullOrEmpty(word) ? FigureLevel.Validated : Words.TryGetValue(word, out var level) ? level : null;

    public static string Node(
        int year, NodeKey node, FigureLevel level = FigureLevel.Validated, IndicatorCode? indicator = null, PerimeterReading reading = PerimeterReading.Published) =>
        $"/chiffres/{year}/{Uri.EscapeDataString(node.Value)}{Query(level, indicator, reading)}";

    public static string Opened(int year, NodeKey node, IndicatorCode indicator, FigureLevel level) =>
        $"/chiffres/{year}/{Uri.EscapeDataString(node.Value)}/{Uri.EscapeDataString(indicator.Value)}{Query(level, null)}";

    public static string Csv(int year, NodeKey node, IndicatorCode indicator, FigureLevel level) =>
        $"/chiffres/{year}/{Uri.EscapeDataString(node.Value)}/{Uri.EscapeDataString(indicator.Value)}.csv{Query(level, null)}";

    public static string Territories(int year) => $"/chiffres/{year}/territoires";

    private static string Query(FigureLevel level, IndicatorCode? indicator, PerimeterReading reading = PerimeterReading.Published)
    {
        var query = new QueryString();
        if (level != FigureLevel.Validated)
        {
            query = query.Add(LevelName, Word(level));
        }

        if (reading != PerimeterReading.Published)
        {
            query = query.Add(SeriesUrls.ReadingName, SeriesUrls.Word(reading));
        }

        return (indicator is { } code ? query.Add(IndicatorName, code.Value) : query).ToString();
    }
}
