using Responsables.App.Consolidation;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Reports.Charts;
using Responsables.Web.Charts;
using Responsables.Web.Consolidation;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Frameworks;

/// <summary>The charts of an indicator's page, and what each says.</summary>
internal static class IndicatorCharts
{
    public const string DivisionName = "carte";
    public const string Departments = "departements";

    public static Hierarchy DivisionOf(string? word) => word == Departments ? Hierarchy.Department : Hierarchy.Region;

    /// <summary>How bodies spread; null when that would tell of one of them.</summary>
    public static DistributionChart? Distribution(Framework framework, Indicator indicator, IndicatorResults results)
    {
        if (results is not { Histogram: { } histogram, Spread: { } spread })
        {
            return null;
        }

        var bounds = histogram.Classes.Skip(1).Select(c => c.From).ToList();
        var names = ChartWords.Classes(bounds, Math.Max(FigureWords.Decimals(indicator.Main.Unit, bounds.Cast<decimal?>()), bounds.Max(ScaleOf)), FigureWords.ShortUnit(indicator.Main.Unit));
        var value = Writer(indicator, spread.Median);
        return new DistributionChart(
            new ChartNumbers(FigureWords.Decimals(indicator.Main.Unit, spread.Median), FigureWords.ShortUnit(indicator.Main.Unit)),
            T["charts.bodies"],
            [.. histogram.Classes.Select((c, i) => new DistributionClass(c.From, c.To, c.Count, names[i], T.Plural("charts.class.told", c.Count, names[i])))],
            new DistributionLandmarks(
                spread.FirstQuartile, spread.Median, spread.ThirdQuartile,
                T["charts.middle", value(spread.FirstQuartile), value(spread.ThirdQuartile)], T["charts.median", value(spread.Median)]),
            [.. results.Own.Select(o => new OwnValue(T["charts.own", o.Body.ShortName, value(o.Value)], o.Value))])
        {
            Commitment = NumberOf(framework, indicator),
            Axis = indicator.Main.Unit,
        };
    }

    public static TerritoryMap Map(Framework framework, Indicator indicator, IndicatorTerritories territories)
    {
        var values = territories.Areas.Select(a => a.Value).OfType<decimal>().ToList();
        var decimals = FigureWords.Decimals(indicator.Main.Unit, values.Cast<decimal?>());
        var unit = FigureWords.ShortUnit(indicator.Main.Unit);
        var classes = MapClasses.Of(values, decimals);
        return new TerritoryMap(
            new ChartNumbers(decimals, unit),
            territories.Hierarchy == Hierarchy.Region ? MapDivision.Regions : MapDivision.Departements,
            ChartWords.Classes(classes.Bounds, decimals, unit),
            T["frameworks.map.none"],
            [.. territories.Areas.Select(a => new MapArea(a.Code, a.Name, a.Value, a.Value is { } v ? classes.IndexOf(v) : null))])
        {
            Commitment = NumberOf(framework, indicator),
            Axis = indicator.Main.Unit,
        };
    }

    /// <summary>What the distribution says.</summary>
    public static string TitleOf(DistributionChart chart) => chart.Landmarks.Middle;

    /// <summary>What the map says: from the lowest area to the highest.</summary>
    public static string TitleOf(TerritoryMap map)
    {
        var known = map.Areas.Where(a => a.Value is not null).OrderBy(a => a.Value).ThenBy(a => a.Code, StringComparer.Ordinal).ToList();
        return T["frameworks.map.range", Written(known[0]), known[0].Name, Written(known[^1]), known[^1].Name];
        string Written(MapArea area) => Show.Number(area.Value, map.Numbers.Decimals, map.Numbers.Unit);
    }

    /// <summary>A value with as many decimals as the middle of the bodies calls for, the same for all.</summary>
    public static Func<decimal, string> Writer(Indicator indicator, decimal middle)
    {
        var decimals = FigureWords.Decimals(indicator.Main.Unit, middle);
        return value => Show.Number(value, decimals, FigureWords.ShortUnit(indicator.Main.Unit));
    }

    private static int NumberOf(Framework framework, Indicator indicator) =>
        framework.Commitments.First(c => c.Topics.Any(t => t.Indicators.Contains(indicator))).Number;

    private static int ScaleOf(decimal value) => (value / 1.0000000000m).Scale;
}
