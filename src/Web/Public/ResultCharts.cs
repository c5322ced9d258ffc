using Responsables.App.Organizations;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Reports.Charts;
using Responsables.Web.Charts;
using Responsables.Web.Consolidation;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Public;

/// <summary>The charts of an indicator, from what the edition tells and nothing else.</summary>
internal static class ResultCharts
{
    public const string DivisionName = "carte";
    public const string Departments = "departements";

    private const int FewestAreas = 2;

    /// <summary>The years, with breaks and the target; null when fewer than two years have a value.</summary>
    public static TrendChart? Trend(FigureRead read)
    {
        if (read.Edition.History(read.Node, read.Indicator.Code) is not { } series)
        {
            return null;
        }

        // What was measured otherwise stands apart: it is in the table of the open data, not in the line.
        var points = series.Points.Where(p => p.IsComparable || p.Year == read.Edition.Year).ToList();
        return points.Count(p => p.Value is not null) < 2 ? null : new TrendChart(
            Numbers(read, points.Select(p => p.Value)), [new TrendLine(read.Indicator.Main.Label, [.. points.Select(p => new YearValue(p.Year, p.Value))])])
        {
            Commitment = read.Edition.CommitmentOf[read.Indicator.Code].Number,
            Axis = read.Unit,
            Breaks = [.. points.Where(p => p.Breaks.Count > 0).Select(p => new SeriesBreak(p.Year, ResultWords.BreakLabel(p)))],
            Target = read.Target is { Baseline: { } baseline, Goal: { } goal } target
                ? new TrendTarget(T["series.target.line", target.Year, FigureWords.WithUnit(goal, read.ShortUnit)], target.BaselineYear, baseline, target.Year, goal) : null,
        };
    }

    /// <summary>The figure of each region or department; null when fewer than two are told.</summary>
    public static TerritoryMap? Map(FigureRead read, Geography geography, bool isDepartments)
    {
        var values = read.Edition.Places.Where(p => p.Hierarchy == (isDepartments ? Hierarchy.Department : Hierarchy.Region))
            .ToDictionary(p => p.Node.Value[(p.Node.Value.IndexOf('-', StringComparison.Ordinal) + 1)..], p => read.Edition.Figure(p.Node, read.Indicator.Code)?.Value);
        var areas = (isDepartments ? geography.Departments : geography.Regions).Select(a => (a.Key, a.Value, Figure: values.GetValueOrDefault(a.Key))).ToList();
        var told = areas.Select(a => a.Figure).OfType<decimal>().ToList();
        if (told.Count < FewestAreas)
        {
            return null;
        }

        var numbers = Numbers(read, told.Cast<decimal?>());
        var classes = MapClasses.Of(told, numbers.Decimals);
        return new TerritoryMap(
            numbers, isDepartments ? MapDivision.Departements : MapDivision.Regions, ChartWords.Classes(classes.Bounds, numbers.Decimals, numbers.Unit), T["public.map.none"],
            [.. areas.Select(a => new MapArea(a.Key, a.Value, a.Figure, a.Figure is { } v ? classes.IndexOf(v) : null))])
        {
            Commitment = read.Edition.CommitmentOf[read.Indicator.Code].Number,
            Axis = read.Unit,
        };
    }

    /// <summary>From the lowest area to the highest.</summary>
    public static string TitleOf(TerritoryMap map)
    {
        var known = map.Areas.Where(a => a.Value is not null).OrderBy(a => a.Value).ThenBy(a => a.Code, StringComparer.Ordinal).ToList();
        return T["frameworks.map.range", Written(known[0]), known[0].Name, Written(known[^1]), known[^1].Name];
        string Written(MapArea area) => Show.Number(area.Value, map.Numbers.Decimals, map.Numbers.Unit);
    }

    /// <summary>From the first year to the last.</summary>
    public static string TitleOf(TrendChart chart)
    {
        var known = chart.Lines[0].Points.Where(p => p.Value is not null).ToList();
        return T["series.trend.two", known[0].Year, Written(known[0]), known[^1].Year, Written(known[^1])];
        string Written(YearValue point) => Show.Number(point.Value, chart.Numbers.Decimals, chart.Numbers.Unit);
    }

    public static string SentenceOf(TerritoryMap map) => T[
        map.Division == MapDivision.Regions ? "public.map.regions.text" : "public.map.departments.text", Show.Number(map.Areas.Count(a => a.Value is not null)), Show.Number(map.Areas.Count)];

    public static string SentenceOf(TrendChart chart) => T.Plural("series.trend.breaks", chart.Breaks.Count);

    private static ChartNumbers Numbers(FigureRead read, IEnumerable<decimal?> values) => new(FigureWords.Decimals(read.Unit, values), read.ShortUnit);
}
