using Responsables.Reports.Charts;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Charts;

/// <summary>A chart as a table: its columns, then its rows.</summary>
/// <param name="Rows">Each with the name of the row first.</param>
/// <param name="After">What no row says.</param>
internal sealed record ChartValues(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string? After = null);

/// <summary>Specifications in words.</summary>
internal static class ChartWords
{
    /// <summary>The name of the file of a map, and of it in the scripts.</summary>
    public static string Of(MapDivision division) => division == MapDivision.Regions ? "regions" : "departements";

    /// <summary>The values of a chart, row by row: what it draws, and nothing else.</summary>
    public static ChartValues ValuesOf(ChartSpec spec) => spec switch
    {
        TrendChart trend => Years(trend, trend.Lines, trend.Breaks, trend.Target),
        SmallMultiples multiples => Years(multiples, multiples.Panels, multiples.Breaks, null),
        DistributionChart distribution => Distribution(distribution),
        WaterfallChart waterfall => Waterfall(waterfall),
        TerritoryMap map => Map(map),
        _ => throw new ArgumentOutOfRangeException(nameof(spec)),
    };

    /// <summary>Classes in words, by the bounds between them: the outer ones are open.</summary>
    public static IReadOnlyList<string> Classes(IReadOnlyList<decimal> bounds, int decimals, string unit)
    {
        if (bounds.Count == 0)
        {
            return [T["charts.class.all"]];
        }

        return
        [
            T["charts.class.below", Show.Number(bounds[0], decimals, unit)],
            .. bounds.Zip(bounds.Skip(1), (from, to) => T["charts.class.between", Show.Number(from, decimals), Show.Number(to, decimals, unit)]),
            T["charts.class.above", Show.Number(bounds[^1], decimals, unit)],
        ];
    }

    private static ChartValues Years(ChartSpec spec, IReadOnlyList<TrendLine> lines, IReadOnlyList<SeriesBreak> breaks, TrendTarget? target) => new(
        [T["charts.year"], .. lines.Select(l => l.Name)],
        [
            .. from year in lines.SelectMany(l => l.Points).Select(p => p.Year).Distinct().Order()
               select (IReadOnlyList<string>)[$"{year}", .. lines.Select(l => Number(spec, l.Points.FirstOrDefault(p => p.Year == year)?.Value))],
        ],
        Sentences([.. breaks.Select(b => T["charts.break", b.Label]), target?.Name]));

    private static ChartValues Distribution(DistributionChart spec) => new(
        [spec.Axis ?? T["charts.class"], spec.CountName],
        [.. spec.Classes.Select(c => (IReadOnlyList<string>)[c.Name, Show.Number(c.Count)])],
        Sentences([spec.Landmarks.Middle, spec.Landmarks.Median, .. spec.Own.Select(o => o.Name)]));

    private static ChartValues Waterfall(WaterfallChart spec) => new(
        [T["charts.effect"], spec.Axis ?? T["charts.value"]],
        [
            [spec.Start.Name, Number(spec, spec.Start.Value)],
            .. spec.Effects.Select(e => (IReadOnlyList<string>)[e.Name, Show.Signed(e.Value, spec.Numbers.Decimals)]),
            [spec.End.Name, Number(spec, spec.End.Value)],
        ]);

    private static ChartValues Map(TerritoryMap spec)
    {
        var names = spec.Areas.OrderBy(a => a.Name, StringComparer.CurrentCultureIgnoreCase).ToLookup(a => a.Value is not null);
        return new ChartValues(
            [T[$"charts.division.{spec.Division}"], spec.Axis ?? T["charts.value"]],
            [.. names[true].Select(a => (IReadOnlyList<string>)[a.Name, Number(spec, a.Value)])],
            names[false].Any() ? T["charts.without", spec.NoData, string.Join(", ", names[false].Select(a => a.Name))] : null);
    }

    private static string Number(ChartSpec spec, decimal? value) => Show.Number(value, spec.Numbers.Decimals);

    private static string? Sentences(IEnumerable<string?> parts) => string.Join(" ; ", parts.OfType<string>()) is { Length: > 0 } text ? text + "." : null;
}
