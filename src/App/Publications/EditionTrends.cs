using Responsables.App.Campaigns;
using Responsables.App.Disclosure;
using Responsables.App.Series;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Disclosure;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Series;
using Responsables.Domain.Targets;

namespace Responsables.App.Publications;

/// <summary>What the series of one edition rest upon.</summary>
/// <param name="Latest">The latest published edition of each earlier year that has one.</param>
public sealed record TrendSources(Campaign Campaign, int FirstYear, IReadOnlyDictionary<int, int> Latest);

/// <summary>
/// The figures of nodes over the years, and their targets by these figures alone: a year gives what its latest published edition gives, or what the public may
/// read of it when nothing was published of it. What is hidden in a year is hidden in the series, and no target tells it.
/// </summary>
public sealed class EditionTrends(NodeHistoryQuery histories, EditionPast past)
{
    // What nothing was published of is read once for all the editions that are made together.
    private readonly Dictionary<int, PublicReading> readings = [];

    /// <summary>What the series of an edition rest upon: the edition that tells each earlier year, and what may be read of the others.</summary>
    public async Task<TrendSources> PrepareAsync(Campaign campaign, CancellationToken cancel)
    {
        var campaigns = (await histories.CampaignsAsync(cancel)).Where(c => c.Year <= campaign.Year).ToList();
        var latest = await past.LatestAsync(campaigns.Where(c => c.Year < campaign.Year), cancel);
        var unpublished = campaigns.Where(c => c.Year < campaign.Year && !latest.ContainsKey(c.Year) && !readings.ContainsKey(c.Year));
        foreach (var (year, reading) in await past.FirstReadingsAsync(unpublished, cancel))
        {
            readings.Add(year, reading);
        }

        return new TrendSources(campaign, campaigns[0].Year, latest);
    }

    /// <summary>The series of several nodes, by node, up to the edition's year.</summary>
    /// <param name="present">The figures of the edition itself, by node.</param>
    public async Task<Dictionary<NodeKey, IReadOnlyList<EditionSeries>>> OfAsync(
        Actor actor, TrendSources of, Framework framework, ILookup<NodeKey, EditionFigure> present, CancellationToken cancel)
    {
        var nodes = present.Select(p => p.Key).ToList();
        var published = new Dictionary<int, ILookup<NodeKey, EditionFigure>> { [of.Campaign.Year] = present };
        foreach (var (year, edition) in of.Latest)
        {
            published.Add(year, await past.FiguresAsync(edition, nodes, cancel));
        }

        var read = await histories.ManyAsync(actor, nodes, PerimeterReading.Published, PublicReadings.Level, of.FirstYear, of.Campaign.Year, cancel);
        return read.ToDictionary(n => n.Key, n => (IReadOnlyList<EditionSeries>)[.. framework.Indicators.Select(i => SeriesOf(n.Value, i, published)).OfType<EditionSeries>()]);
    }

    /// <summary>A target by the series of its node; null when the edition has none of it.</summary>
    public static EditionTarget? TargetOf(Target target, Indicator indicator, IEnumerable<EditionSeries> history)
    {
        if (target.Output != indicator.Main.Name || history.FirstOrDefault(s => s.Indicator == indicator.Code) is not { } series)
        {
            return null;
        }

        var values = series.Points.Where(p => p is { IsComparable: true, Value: not null }).ToDictionary(p => p.Year, p => p.Value!.Value);
        var standing = TargetStanding.Of(target, values);
        return new EditionTarget(
            target.Node, target.Indicator, target.Kind, target.BaselineYear, standing.Baseline, target.Year, target.Value, standing.Goal, target.Side, target.Source,
            standing.Status, standing.Current, standing.CurrentYear, standing.Distance, standing.RequiredPace, standing.Projected);
    }

    private EditionSeries? SeriesOf(NodeHistory history, Indicator indicator, Dictionary<int, ILookup<NodeKey, EditionFigure>> published)
    {
        var points = history.SeriesOf(new SeriesKey(indicator.Code, indicator.Main.Name, CellKey.Total), across: true)
            .SkipWhile(p => p.Figure is null).Select(p => PointOf(history, p, published)).ToList();
        return points.Exists(p => p.Value is not null) ? new EditionSeries(history.Node, indicator.Code, points) : null;
    }

    private EditionPoint PointOf(NodeHistory history, SeriesPoint point, Dictionary<int, ILookup<NodeKey, EditionFigure>> published)
    {
        if (point is not { Indicator: { } indicator, Output: { } output }
            || history.Years.First(y => y.Year == point.Year).Compiled.Layout.Find(indicator, output, CellKey.Total) is not { } slot)
        {
            return new EditionPoint(point.Year, null, NoValue.NotAsked, point.IsComparable, point.Breaks);
        }

        var (value, reason) = published.TryGetValue(point.Year, out var figures) ? Published(figures[history.Node], slot)
            : readings[point.Year].Hides(slot, history.Node) && point.Figure is { Reason: NoValue.None } ? (null, NoValue.Secret)
            : (point.Figure!.Value, point.Figure.Reason);
        return new EditionPoint(point.Year, value * point.Factor, reason, point.IsComparable, point.Breaks);
    }

    private static (decimal? Value, NoValue Reason) Published(IEnumerable<EditionFigure> figures, PartsSlot slot) =>
        figures.FirstOrDefault(f => f.Indicator == slot.Indicator.Code && f.Breakdown == slot.Breakdown) is { } figure ? (figure.Value, figure.Reason) : (null, NoValue.NotAsked);
}
