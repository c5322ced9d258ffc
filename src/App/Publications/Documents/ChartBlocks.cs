using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Series;
using Responsables.Reports.Charts;
using Responsables.Reports.Documents;
using ChartBreak = Responsables.Reports.Charts.SeriesBreak;

namespace Responsables.App.Publications.Documents;

/// <summary>Charts of an edition: what they show is in it, nothing is computed but classes of a map.</summary>
internal sealed class ChartBlocks(EditionSource source, NodeKey node)
{
    /// <summary>A line of fewer years shows nothing.</summary>
    private const int FewestYears = 3;

    private const int FewestRegions = 8;
    // Letters of eight points in half a line, and two engagements to a page.
    private const int HalfLine = 450;

    private const int WholeLine = 720;

    private int Year => source.Head.Year;

    public bool HasTrend(EditionIndicator indicator) => IsTrend(source.Figure(node, indicator), source.Series(node, indicator), Year);

    /// <summary>Whether there are years enough for a chart.</summary>
    public static bool IsTrend(EditionFigure? figure, EditionSeries? series, int year) => figure?.Value is not null && Points(series, year).Count(p => p.Value is not null) >= FewestYears;

    /// <summary>The chart that a text places, over the whole line; null when there are not years enough.</summary>
    public ChartBlock? Placed(IndicatorCode code) =>
        source.Content.Framework.Commitments.SelectMany(c => FigureBlocks.IndicatorsOf(c), (Commitment, Indicator) => (Commitment, Indicator)).FirstOrDefault(p => p.Indicator.Code == code)
            is { Indicator: { } indicator } found && HasTrend(indicator) ? Trend(indicator, found.Commitment, WholeLine) : null;

    /// <summary>The years of an indicator, with its breaks and its target.</summary>
    public ChartBlock Trend(EditionIndicator indicator, EditionCommitment commitment, int width = HalfLine)
    {
        var (unit, figure) = (indicator.Main.Unit, source.Figure(node, indicator)!);
        var points = Points(source.Series(node, indicator), Year);
        var decimals = FigureText.Decimals(unit, points.Select(p => p.Value));
        var name = IndicatorTitles.Beside(indicator);
        var breaks = points.SelectMany(p => p.Breaks.Select(b => new ChartBreak(p.Year, DocumentTexts.Of("break." + Word(b.Kind), p.Year)))).ToList();
        var told = points.Where(p => p.Value is not null).Select(p => DocumentTexts.Of("chart.alt.point", p.Year, FigureText.WithUnit(p.Value!.Value, unit)));
        var spec = new TrendChart(
            new ChartNumbers(decimals, FigureText.Unit(unit)), [new TrendLine(DocumentTexts.Of("chart.line"), [.. points.Select(p => new YearValue(p.Year, p.Value))])])
        {
            Language = "fr", Commitment = commitment.Number, Axis = FigureText.Unit(unit), Breaks = breaks, Target = Target(indicator, decimals, unit),
        };
        var title = DocumentTexts.Of("chart.title", name, FigureText.WithUnit(figure.Value!.Value, unit), Year);
        return new ChartBlock(spec, title, DocumentTexts.Of("chart.alt", string.Join(" ; ", told)), new DataTable(
            title, [new TableColumn(DocumentTexts.Of("chart.year")), new TableColumn(FigureText.Unit(unit), true, 1, decimals)],
            [.. points.Select(p => new TableRow([new TableCell($"{p.Year}"), new TableCell(FigureText.Cell(p.Value, p.Reason, decimals), p.Value)]))])
        {
            Notes = [.. points.SelectMany(p => p.Breaks.Where(b => b.Reason is not null).Select(b => DocumentTexts.Of("breaks.note", p.Year, b.Reason)))], ShortName = name,
        })
        { Width = width };
    }

    /// <summary>A priority share that most regions have, as a map; null when there is none.</summary>
    public ChartBlock? Map()
    {
        var regions = source.Regions.ToList();
        var chosen = source.Content.Framework.Commitments.SelectMany(c => FigureBlocks.IndicatorsOf(c).Select(i => (Commitment: c, Indicator: i)))
            .Where(c => c.Indicator.Priority == Priority.P1 && FigureText.IsShare(c.Indicator.Main.Unit))
            .Select(c => (c.Commitment, c.Indicator, Values: regions.Select(r => source.Figure(r.Node, c.Indicator)?.Value).ToList()))
            .MaxBy(c => c.Values.Count(v => v is not null));
        return chosen.Indicator is null || chosen.Values.Count(v => v is not null) < FewestRegions ? null : Map(chosen.Commitment, chosen.Indicator, regions, chosen.Values);
    }

    private static ChartBlock Map(EditionCommitment commitment, EditionIndicator indicator, List<EditionPlace> regions, List<decimal?> values)
    {
        var unit = indicator.Main.Unit;
        var decimals = FigureText.Decimals(unit, values);
        var classes = MapClasses.Of(values.OfType<decimal>(), decimals);
        var areas = regions.Zip(values, (r, v) => new MapArea(r.Node.Value["reg-".Length..], r.Name!, v, v is { } known ? classes.IndexOf(known) : null)).ToList();
        var known = areas.Where(a => a.Value is not null).OrderBy(a => a.Value).ToList();
        var title = DocumentTexts.Of("map.title", IndicatorTitles.Beside(indicator));
        string Told(MapArea area) => FigureText.WithUnit(area.Value!.Value, unit);
        return new ChartBlock(
            new TerritoryMap(new ChartNumbers(decimals, FigureText.Unit(unit)), MapDivision.Regions, Named(classes.Bounds, decimals, FigureText.Unit(unit)), DocumentTexts.Of("map.none"), areas)
            {
                Language = "fr", Commitment = commitment.Number,
            },
            title, DocumentTexts.Of("map.alt", known[0].Name, Told(known[0]), known[^1].Name, Told(known[^1])),
            new DataTable(
                title, [new TableColumn(DocumentTexts.Of("map.region")), new TableColumn(FigureText.Unit(unit), true, 1, decimals)],
                [.. areas.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => new TableRow([new TableCell(a.Name), new TableCell(a.Value is { } v ? FigureText.Number(v, decimals) : FigureText.None, a.Value)]))])
            {
                Notes = [DocumentTexts.Of("map.source")], ShortName = title,
            });
    }

    private static IReadOnlyList<string> Named(IReadOnlyList<decimal> bounds, int decimals, string unit)
    {
        string With(decimal bound) => $"{FigureText.Number(bound, decimals)}\u00a0{unit}";
        return bounds.Count == 0 ? [DocumentTexts.Of("map.all")] :
        [
            DocumentTexts.Of("map.below", With(bounds[0])), .. bounds.Zip(bounds.Skip(1), (from, to) => DocumentTexts.Of("map.between", FigureText.Number(from, decimals), With(to))),
            DocumentTexts.Of("map.above", With(bounds[^1])),
        ];
    }

    // From the first year that has a value to the year of the edition.
    private static List<EditionPoint> Points(EditionSeries? series, int year) =>
        [.. (series?.Points ?? []).Where(p => p.Year <= year).OrderBy(p => p.Year).SkipWhile(p => p.Value is null)];

    private TrendTarget? Target(EditionIndicator indicator, int decimals, string unit) => source.Node(node)?.Targets
        .Where(t => t is { Goal: not null, Baseline: not null } && t.Indicator == indicator.Code && t.Year >= Year)
        .Select(t => new TrendTarget(
            DocumentTexts.Of("target.name", t.Year, $"{FigureText.Number(t.Goal!.Value, decimals)}\u00a0{FigureText.Unit(unit)}"), t.BaselineYear, t.Baseline!.Value, t.Year, t.Goal.Value))
        .FirstOrDefault();

    private static string Word(BreakKind kind) => kind switch
    {
        BreakKind.Perimeter => "perimeter",
        BreakKind.Definition => "definition",
        BreakKind.Method => "method",
        BreakKind.Close => "close",
        _ => "broken",
    };
}
