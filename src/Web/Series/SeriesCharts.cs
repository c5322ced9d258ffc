using Responsables.App.Dashboards;
using Responsables.App.Series;
using Responsables.App.Targets;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Series;
using Responsables.Reports.Charts;
using Responsables.Web.Charts;
using Responsables.Web.Consolidation;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Series;

/// <summary>The charts of a series.</summary>
internal static class SeriesCharts
{
    /// <summary>The readings that differ, each in a line; what stands before a change of measure is in the table only when it is in another unit.</summary>
    public static TrendChart Trend(SeriesSheet sheet)
    {
        var published = sheet.Published;
        var lines = sheet.Readings.Where(r => r == published || !SameValues(r, published)).ToList();
        return new TrendChart(Numbers(sheet, published.Points.Select(p => p.Value)), [.. lines.Select(r => Line(sheet, r))])
        {
            Commitment = sheet.Commitment,
            Axis = sheet.Output.Unit,
            Breaks = [.. published.Points.Where(p => p.Breaks.Count > 0).Select(p => new Reports.Charts.SeriesBreak(p.Year, SeriesWords.BreakLabel(p)))],
            Target = sheet.Targets is [var target, ..] ? Target(target) : null,
        };
    }

    public static WaterfallChart Waterfall(SeriesSheet sheet, VariationRead variation)
    {
        var (before, after) = (variation.Terms!.Published.Before, variation.Terms.Published.After);
        var effects = SeriesWords.Effects(variation.Effects!);
        return new WaterfallChart(
            Numbers(sheet, [before, after, .. effects.Select(e => (decimal?)e.Value)]),
            new WaterfallTotal($"{variation.From}", before),
            [.. effects.Where(e => e.Value != 0).Select(e => new WaterfallEffect(T[$"series.effect.{e.Name}"], e.Value, WayOf(sheet.Indicator.Direction, e.Value)))],
            new WaterfallTotal($"{variation.To}", after))
        {
            Commitment = sheet.Commitment,
            Axis = sheet.Output.Unit,
        };
    }

    /// <summary>A panel for each branch, all at one scale.</summary>
    public static SmallMultiples Multiples(SeriesSheet sheet, IReadOnlyList<BranchSeries> branches) => new(
        Numbers(sheet, branches.SelectMany(b => b.Points).Select(p => p.Value)),
        [.. branches.Select(b => new TrendLine(b.Name.Name!, [.. b.Points.Select(p => Point(sheet, p))]))])
    {
        Commitment = sheet.Commitment,
        Axis = sheet.Output.Unit,
        Breaks = [.. branches.SelectMany(b => b.Points).Where(p => p.Breaks.Count > 0).DistinctBy(p => p.Year).Select(p => new Reports.Charts.SeriesBreak(p.Year, SeriesWords.BreakLabel(p)))],
    };

    private static ChartNumbers Numbers(SeriesSheet sheet, IEnumerable<decimal?> values) =>
        new(FigureWords.Decimals(sheet.Output.Unit, values), FigureWords.ShortUnit(sheet.Output.Unit));

    private static TrendLine Line(SeriesSheet sheet, SeriesRead read) => new(
        T[$"series.reading.{read.History.Reading}"],
        [.. read.Points.Select(p => Point(sheet, p))]);

    private static YearValue Point(SeriesSheet sheet, SeriesPoint point) =>
        new(point.Year, (point.IsComparable || point.Unit == sheet.Output.Unit) && sheet.Stands(point.Year) ? point.Value : null);

    private static bool SameValues(SeriesRead one, SeriesRead other) => one.Points.Zip(other.Points).All(p => p.First.Value == p.Second.Value);

    private static TrendTarget? Target(TargetRead read) => read.Standing is { Baseline: { } baseline, Goal: { } goal }
        ? new TrendTarget(
            T["series.target.line", read.Target.Year, FigureWords.WithUnit(goal, FigureWords.ShortUnit(read.Output.Unit))], read.Target.BaselineYear, baseline,
            read.Target.Year, goal)
        : null;

    private static EffectWay WayOf(Direction wanted, decimal value) => wanted switch
    {
        Direction.Up => value > 0 ? EffectWay.Good : EffectWay.Bad,
        Direction.Down => value < 0 ? EffectWay.Good : EffectWay.Bad,
        _ => EffectWay.Flat,
    };
}
