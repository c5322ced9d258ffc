using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;
using Responsables.Web.Consolidation;

namespace Responsables.Web.Series;

/// <summary>What the address of a series says; what is the default is left out, so that one page has one address.</summary>
/// <param name="Level">Null: not a level.</param>
/// <param name="From">First year of the variation to explain.</param>
internal sealed record SeriesAddress(
    NodeKey Node, IndicatorCode Indicator, FigureLevel? Level, string? Output, CellKey? Cell, bool IsAcross, int? From, int? To);

/// <summary>Addresses of series.</summary>
internal static class SeriesUrls
{
    public const string ReadingName = "lecture";
    public const string OutputName = "resultat";
    public const string CellName = "case";
    public const string AcrossName = "relies";
    public const string FromName = "de";
    public const string ToName = "a";

    /// <summary>The word by which only the years of the indicator's own framework are asked for.</summary>
    public const string Alone = "non";

    private static readonly Dictionary<string, PerimeterReading> Readings = new()
    {
        ["publie"] = PerimeterReading.Published,
        ["actuel"] = PerimeterReading.Current,
        ["constant"] = PerimeterReading.LikeForLike,
    };

    public static string Word(PerimeterReading reading) => Readings.First(r => r.Value == reading).Key;

    /// <summary>The reading that an address asks for; as published when it asks for none, null when it is not one.</summary>
    public static PerimeterReading? ReadingOf(string? word) =>
        string.IsNullOrEmpty(word) ? PerimeterReading.Published : Readings.TryGetValue(word, out var reading) ? reading : null;

    public static string Of(NodeKey node, IndicatorCode indicator, FigureLevel level = FigureLevel.Validated) => Path(node, indicator, "") + Query(level);

    public static string Svg(NodeKey node, IndicatorCode indicator, string query) => Path(node, indicator, ".svg") + query;

    public static string Waterfall(NodeKey node, IndicatorCode indicator, string query) => Path(node, indicator, "/variation.svg") + query;

    public static string BranchesSvg(NodeKey node, IndicatorCode indicator, string query) => Path(node, indicator, "/branches.svg") + query;

    public static string Csv(NodeKey node, IndicatorCode indicator, string query) => Path(node, indicator, ".csv") + query;

    private static string Path(NodeKey node, IndicatorCode indicator, string end) =>
        $"/series/{Uri.EscapeDataString(node.Value)}/{Uri.EscapeDataString(indicator.Value)}{end}";

    private static string Query(FigureLevel level) =>
        level == FigureLevel.Validated ? "" : QueryString.Create(FigureUrls.LevelName, FigureUrls.Word(level)).ToString();
}
