using Responsables.App.Campaigns;
using Responsables.App.Disclosure;
using Responsables.App.Series;
using Responsables.App.Targets;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Disclosure;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Series;
using Responsables.Domain.Targets;

namespace Responsables.App.Publications;

/// <summary>
/// The figures of nodes over the years as each year was published, and their targets by these figures alone: what is hidden in a year is hidden in
/// the series, and no target tells it.
/// </summary>
public sealed class EditionTrends(NodeHistoryQuery histories, EditionPast past)
{
    private readonly Dictionary<int, PublicReading> readings = [];

    /// <summary>The series of several nodes, by node.</summary>
    /// <param name="campaign">The campaign of the edition: its year is the last one read.</param>
    public async Task<Dictionary<NodeKey, IReadOnlyList<EditionSeries>>> OfAsync(
        Campaign campaign, Framework framework, IReadOnlyList<NodeKey> nodes, Actor actor, CancellationToken cancel)
    {
        var campaigns = await histories.CampaignsAsync(cancel);
        foreach (var year in campaigns.Where(c => c.Year <= campaign.Year && !readings.ContainsKey(c.Year)))
        {
            readings.Add(year.Year, await past.ReadingAsync(year, cancel));
        }

        var read = await histories.ManyAsync(actor, nodes, PerimeterReading.Published, PublicReadings.Level, campaigns[0].Year, campaign.Year, cancel);
        return read.ToDictionary(n => n.Key, n => (IReadOnlyList<EditionSeries>)[.. framework.Indicators.Select(i => SeriesOf(n.Value, i)).OfType<EditionSeries>()]);
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

    private EditionSeries? SeriesOf(NodeHistory history, Indicator indicator)
    {
        var points = history.SeriesOf(new SeriesKey(indicator.Code, indicator.Main.Name, CellKey.Total), across: true)
            .SkipWhile(p => p.Figure is null).Select(p => PointOf(history, p)).ToList();
        return points.Exists(p => p.Value is not null) ? new EditionSeries(history.Node, indicator.Code, points) : null;
    }

    private EditionPoint PointOf(NodeHistory history, SeriesPoint point)
    {
        var isSecret = point is { Indicator: { } indicator, Output: { } output, Figure.Reason: NoValue.None }
            && history.Years.First(y => y.Year == point.Year).Compiled.Layout.Find(indicator, output, CellKey.Total) is { } slot
            && readings[point.Year].Hides(slot, history.Node);
        return new EditionPoint(
            point.Year, isSecret ? null : point.Value, isSecret ? NoValue.Secret : point.Figure?.Reason ?? NoValue.NotAsked, point.IsComparable, point.Breaks);
    }
}
