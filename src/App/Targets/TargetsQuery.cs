using Microsoft.EntityFrameworkCore;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Series;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;
using Responsables.Domain.Targets;

namespace Responsables.App.Targets;

/// <summary>A target, how it stands, and what it is of.</summary>
/// <param name="Id">Of the stored target; null for one that a framework sets.</param>
public sealed record TargetRead(
    Guid? Id, int Version, Target Target, Indicator Indicator, Output Output, TargetStanding Standing, IReadOnlyList<SeriesPoint> Points);

/// <summary>
/// Reads the targets of nodes with how they stand, from validated figures. A target is measured over the bodies of its last known year, each
/// with its predecessors' values before: a later reorganisation does not change how it ended.
/// </summary>
public sealed class TargetsQuery(AppDb db, FrameworkCatalog frameworks, ConsolidationSources sources, NodeHistoryQuery histories)
{
    private readonly Dictionary<(NodeKey, int, int), NodeHistory?> known = [];
    private IReadOnlyList<Framework>? latest;

    /// <summary>The targets of a node, by indicator and year; empty when this person may not read its figures.</summary>
    /// <param name="of">Only those of these indicators; null: of all.</param>
    public async Task<IReadOnlyList<TargetRead>> OfNodeAsync(Actor actor, NodeKey node, CancellationToken cancel, Func<IndicatorCode, bool>? of = null)
    {
        var rows = await db.Targets.AsNoTracking().Where(t => t.Node == node).ToListAsync(cancel);
        return await ReadAsync(actor, rows, t => t.Node == node && of?.Invoke(t.Indicator) != false, cancel);
    }

    /// <summary>Every target that this person may read.</summary>
    public async Task<IReadOnlyList<TargetRead>> AllAsync(Actor actor, CancellationToken cancel) =>
        await ReadAsync(actor, await db.Targets.AsNoTracking().ToListAsync(cancel), _ => true, cancel);

    /// <summary>What each organisation right below a node has to bring to its target, with its own last value.</summary>
    public async Task<IReadOnlyList<(Place Body, TargetShare Share, TargetStanding Standing)>> SharesAsync(Actor actor, TargetRead read, CancellationToken cancel)
    {
        if (await histories.LatestWithAsync(read.Target.Node, cancel) is not var (_, perimeter))
        {
            return [];
        }

        var values = new List<(Place Body, Dictionary<int, decimal> Values)>();
        foreach (var body in perimeter.ChildrenOf(read.Target.Node).Where(b => FigureAccess.LevelsOf(actor, perimeter, b.Node).Contains(FigureLevel.Validated)))
        {
            values.Add((body, Comparable(read.Target, await PointsAsync(actor, body.Node, read.Target, cancel) ?? [])));
        }

        if (perimeter.Body(new OrganizationCode(read.Target.Node.Value)) is { } itself && read.Output.Formula.IsSum && values.Count == perimeter.ChildrenOf(itself.Node).Count)
        {
            values.Insert(0, (itself, Own(Comparable(read.Target, read.Points), values.ConvertAll(v => v.Values))));
        }

        var shares = TargetShares.Of(
            read.Target, read.Standing.Baseline, read.Output.Formula.IsSum,
            [.. values.Select(v => (v.Body.Code, v.Values.TryGetValue(read.Target.BaselineYear, out var value) ? value : (decimal?)null))]);
        return [.. values.Zip(shares).Select(v => (v.First.Body, v.Second, TargetStanding.Of(
            read.Target with { Node = v.First.Body.Node, Kind = TargetKind.Absolute, Value = v.Second.Goal ?? 0, BaselineValue = null },
            v.Second.Goal is null ? new Dictionary<int, decimal>() : v.First.Values)))];
    }

    // What the organisation itself brings, as an employer: the whole less what is below it.
    private static Dictionary<int, decimal> Own(Dictionary<int, decimal> whole, List<Dictionary<int, decimal>> below) =>
        whole.ToDictionary(w => w.Key, w => w.Value - below.Sum(b => b.GetValueOrDefault(w.Key)));

    // Those that were set, and those that the frameworks print.
    private async Task<IReadOnlyList<TargetRead>> ReadAsync(Actor actor, IEnumerable<TargetRow> rows, Func<Target, bool> isWanted, CancellationToken cancel)
    {
        var targets = rows.Select(r => (Row: (TargetRow?)r, Target: r.ToTarget()))
            .Concat((await OfFrameworksAsync(cancel)).Select(t => (Row: (TargetRow?)null, Target: t))).Where(t => isWanted(t.Target));
        var reads = new List<TargetRead>();
        foreach (var (row, target) in targets.OrderBy(t => t.Target.Node.Value, StringComparer.Ordinal).ThenBy(t => t.Target.Indicator.Value, StringComparer.Ordinal).ThenBy(t => t.Target.Year))
        {
            if (await PointsAsync(actor, target.Node, target, cancel) is { } points && await IndicatorAsync(target.Indicator, cancel) is { } indicator
                && indicator.Outputs.FirstOrDefault(o => o.Name == target.Output) is { } output)
            {
                reads.Add(new TargetRead(row?.Id, row?.Version ?? 0, target, indicator, output, TargetStanding.Of(target, Comparable(target, points)), points));
            }
        }

        return reads;
    }

    // From the baseline to the target's year, or to the last campaign before it.
    private async Task<IReadOnlyList<SeriesPoint>?> PointsAsync(Actor actor, NodeKey node, Target target, CancellationToken cancel)
    {
        // Targets of years to come stand on the same campaigns.
        var year = (await histories.CampaignsAsync(cancel)).LastOrDefault(c => c.Year <= target.Year)?.Year ?? target.Year;
        var key = (node, target.BaselineYear, year);
        if (!known.TryGetValue(key, out var history))
        {
            history = known[key] = await histories.RunAsync(
                actor, node, PerimeterReading.Current, FigureLevel.Validated, target.BaselineYear, year, cancel, anchor: year);
        }

        return history?.SeriesOf(new SeriesKey(target.Indicator, target.Output, CellKey.Total), across: true);
    }

    // A sum is compared with the baseline only when about as many bodies answered.
    private static Dictionary<int, decimal> Comparable(Target target, IReadOnlyList<SeriesPoint> points)
    {
        var baseline = points.FirstOrDefault(p => p.Year == target.BaselineYear)?.Figure;
        return points.Where(p => p is { IsComparable: true, Value: not null } && (baseline is null || p.Figure!.IsComparableWith(baseline)))
            .ToDictionary(p => p.Year, p => p.Value!.Value);
    }

    private async Task<Indicator?> IndicatorAsync(IndicatorCode code, CancellationToken cancel)
    {
        foreach (var framework in await LatestAsync(cancel))
        {
            if (framework.FindIndicator(code) is { } indicator)
            {
                return indicator;
            }
        }

        return null;
    }

    /// <summary>The targets that the frameworks set: national ones, counted from the year before the framework.</summary>
    private async Task<IReadOnlyList<Target>> OfFrameworksAsync(CancellationToken cancel)
    {
        if ((await histories.CampaignsAsync(cancel)) is not [.., var last])
        {
            return [];
        }

        var root = (await sources.PerimeterOfAsync(last, cancel)).Root.Node;
        return [.. from framework in await LatestAsync(cancel)
            where framework.FirstYear is not null
            from indicator in framework.Indicators
            where indicator.Target is not null
            select FrameworkTargets.Of(framework, indicator, root)];
    }

    private async Task<IReadOnlyList<Framework>> LatestAsync(CancellationToken cancel) =>
        latest ??= await frameworks.CurrentOfEachAsync(db, cancel);
}
