using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Organizations;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;

namespace Responsables.App.Series;

/// <summary>
/// Reads a node over the years. What was published is stored; the other readings add and take away the few bodies by which they differ, so
/// that a series costs one statement of parts whatever the reading (and the campaigns, and the register).
/// </summary>
public sealed class NodeHistoryQuery(AppDb db, ConsolidationSources sources, OrganizationRegisterQuery organizations, PerimeterResolvers resolvers, Continuities continuities)
{
    private List<Campaign>? campaigns;
    private PerimeterResolver? resolver;

    /// <summary>Bodies by which a reading differs from what was published, from which on it tells the value of none.</summary>
    private const int Enough = Spread.Fewest;

    /// <summary>The campaigns, the first year first.</summary>
    public async Task<IReadOnlyList<Campaign>> CampaignsAsync(CancellationToken cancel) =>
        campaigns ??= await db.Campaigns.AsNoTracking().OrderBy(c => c.Year).ToListAsync(cancel);

    /// <summary>The latest year, up to a given one, in which a node is there; null when it never was.</summary>
    public async Task<(Campaign Campaign, CampaignPerimeter Perimeter)?> LatestWithAsync(NodeKey node, CancellationToken cancel)
    {
        foreach (var campaign in (await CampaignsAsync(cancel)).Reverse())
        {
            if (await sources.PerimeterOfAsync(campaign, cancel) is var perimeter && perimeter.Has(node))
            {
                return (campaign, perimeter);
            }
        }

        return null;
    }

    /// <summary>The node over a span; null when it never was, or when this person may not read it at this level.</summary>
    public async Task<NodeHistory?> RunAsync(
        Actor actor, NodeKey node, PerimeterReading reading, FigureLevel level, int from, int to, CancellationToken cancel, int? anchor = null) =>
        (await ManyAsync(actor, [node], reading, level, from, to, cancel, anchor)).GetValueOrDefault(node);

    /// <summary>Several nodes over a span, in one statement; those that this person may not read at this level are left out.</summary>
    public async Task<Dictionary<NodeKey, NodeHistory>> ManyAsync(
        Actor actor, IEnumerable<NodeKey> nodes, PerimeterReading reading, FigureLevel level, int from, int to, CancellationToken cancel, int? anchor = null)
    {
        var resolved = new Dictionary<NodeKey, IReadOnlyList<YearBodies>>();
        foreach (var node in nodes)
        {
            if (await LatestWithAsync(node, cancel) is var (_, perimeter) && FigureAccess.LevelsOf(actor, perimeter, node).Contains(level))
            {
                resolved[node] = (await ResolverAsync(cancel)).Resolve(node, reading, from, to, anchor);
            }
        }

        var byYear = (await CampaignsAsync(cancel)).ToDictionary(c => c.Year);
        var contents = await ContentsAsync(level, resolved, [.. resolved.Values.SelectMany(r => r).Select(y => byYear[y.Year].Id).Distinct()], cancel);
        var histories = new Dictionary<NodeKey, NodeHistory>();
        foreach (var (node, years) in resolved)
        {
            var history = new List<HistoryYear>();
            foreach (var year in years)
            {
                var campaign = byYear[year.Year];
                var compiled = await sources.FrameworkOfAsync(campaign, cancel);
                history.Add(new HistoryYear(campaign, compiled, year, IsTold(actor, year, level) ? PartsOf(compiled.Layout, campaign.Id, node, year, contents) : null));
            }

            histories[node] = new NodeHistory(node, reading, level, history, continuities);
        }

        return histories;
    }

    // What differs from the published figure is the value of these bodies: told when they are many, or open to this person, as they stood or as they stand.
    private bool IsTold(Actor actor, YearBodies year, FigureLevel level)
    {
        var differing = year.Added.Concat(year.Removed).ToList();
        return differing.Count is 0 or >= Enough || differing.TrueForAll(b => FigureAccess.MayOpen(actor, b, level)
            || (resolver!.Today(b, year.Year) is { Count: > 0 } heirs && heirs.All(h => FigureAccess.MayOpen(actor, h, level))));
    }

    private static Parts PartsOf(PartsLayout layout, Guid campaign, NodeKey node, YearBodies year, Dictionary<(Guid, NodeKey), byte[]> contents)
    {
        var parts = Content(PartsUpdate.Whole(node)) ?? new Parts(layout);
        foreach (var body in year.Added)
        {
            parts.Add(Content(body.Node) ?? new Parts(layout));
        }

        foreach (var body in year.Removed)
        {
            parts.Subtract(Content(body.Node) ?? new Parts(layout));
        }

        return parts;

        Parts? Content(NodeKey key) => contents.TryGetValue((campaign, key), out var content) ? PartsCodec.Unpack(layout, content) : null;
    }

    private async Task<Dictionary<(Guid, NodeKey), byte[]>> ContentsAsync(
        FigureLevel level, Dictionary<NodeKey, IReadOnlyList<YearBodies>> resolved, List<Guid> ids, CancellationToken cancel)
    {
        var keys = resolved.SelectMany(r => r.Value.SelectMany(y => y.Added.Concat(y.Removed)).Select(b => b.Node).Append(PartsUpdate.Whole(r.Key))).Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await db.Parts.AsNoTracking().Where(p => ids.Contains(p.CampaignId) && p.Level == level && keys.Contains(p.Node))
            .Select(p => new { p.CampaignId, p.Node, p.Content }).ToListAsync(cancel);
        return rows.ToDictionary(r => (r.CampaignId, r.Node), r => r.Content);
    }

    private async Task<PerimeterResolver> ResolverAsync(CancellationToken cancel) =>
        resolver ??= await resolvers.OfAsync(await organizations.RunAsync(cancel), await CampaignsAsync(cancel), sources, cancel);
}
