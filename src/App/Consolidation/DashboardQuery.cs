using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>What is asked of a dashboard; what is left out takes the latest year, the person's own node, validated figures, the first P1 indicator.</summary>
public sealed record DashboardRequest(int? Year, NodeKey? Node, FigureLevel Level, IndicatorCode? Indicator);

/// <summary>Reads the page of a node: the campaigns, the parts of the node for two years, and those of its children.</summary>
public sealed class DashboardQuery(AppDb db, ConsolidationSources sources)
{
    public async Task<Dashboard?> RunAsync(Actor actor, DashboardRequest request, CancellationToken cancel)
    {
        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).ToListAsync(cancel);
        var campaign = request.Year is { } year ? campaigns.Find(c => c.Year == year) : DefaultOf(campaigns);
        if (campaign is null)
        {
            return null;
        }

        var compiled = await sources.FrameworkOfAsync(campaign, cancel);
        var perimeter = await sources.PerimeterOfAsync(campaign, cancel);
        var node = request.Node ?? OwnNode(actor, perimeter);
        var levels = perimeter.Has(node) ? FigureAccess.LevelsOf(actor, perimeter, node) : [];
        if (!levels.Contains(request.Level))
        {
            return null;
        }

        var parts = await sources.Store.WholeAsync(campaign.Id, compiled.Layout, request.Level, node, cancel);
        if (parts is null)
        {
            return null;
        }

        var before = campaigns.Find(c => c.Year == campaign.Year - 1 && c.FrameworkCode == campaign.FrameworkCode);
        var past = before is null ? null : await PastOf(before, request.Level, node, cancel);
        var lines = compiled.Framework.Indicators
            .Select(i => new DashboardLine(i, Figure.Of(parts, compiled.Layout.Main(i)), past?.FigureOf(i)))
            .Where(l => l.Figure.Reason != NoValue.NotAsked)
            .ToList();
        var chosen = lines.Find(l => l.Indicator.Code == request.Indicator) ?? lines.Find(l => l.Indicator.Priority == Priority.P1);
        var there = await sources.Store.CampaignsWithAsync(node, request.Level, cancel);
        return new Dashboard(
            campaign, compiled.Framework, [.. campaigns.Where(c => there.Contains(c.Id)).Select(c => c.Year)], node, sources.Names.Of(perimeter, node), perimeter.Under(node).Count,
            request.Level, levels, PathOf(actor, perimeter, node), lines,
            chosen is null ? null : await ChildrenAsync(actor, campaign, before, compiled, perimeter, node, request.Level, chosen.Indicator, cancel));
    }

    // The latest year whose entry has begun to give figures is the natural one; before the first, the only one there is.
    private static Campaign? DefaultOf(List<Campaign> campaigns) => campaigns.Find(c => c.ClosedAt is not null) ?? campaigns.FirstOrDefault();

    private static NodeKey OwnNode(Actor actor, CampaignPerimeter perimeter) =>
        actor.May(Permission.ReadFigures) ? perimeter.Root.Node
        : actor.ScopesOf(Permission.ReadFigures).Select(s => new NodeKey(s.Code.Value)).FirstOrDefault(perimeter.Has, perimeter.Root.Node);

    private static List<(NodeKey, string)> PathOf(Actor actor, CampaignPerimeter perimeter, NodeKey node) =>
        perimeter.Body(new OrganizationCode(node.Value)) is { } body
            ? [.. body.Ancestors.Reverse().Select(a => perimeter.Body(a)!).Where(a => FigureAccess.LevelsOf(actor, perimeter, a.Node).Count > 0).Append(body)
                .Select(p => (p.Node, p.ShortName))]
            : [(perimeter.Root.Node, perimeter.Root.ShortName)];

    private async Task<PastFigures?> PastOf(Campaign before, FigureLevel level, NodeKey node, CancellationToken cancel)
    {
        var compiled = await sources.FrameworkOfAsync(before, cancel);
        var parts = await sources.Store.WholeAsync(before.Id, compiled.Layout, level, node, cancel);
        return parts is null ? null : new PastFigures(compiled.Layout, parts);
    }

    private async Task<ChildrenTable> ChildrenAsync(
        Actor actor, Campaign campaign, Campaign? before, CompiledFramework compiled, CampaignPerimeter perimeter, NodeKey node, FigureLevel level,
        Indicator indicator, CancellationToken cancel)
    {
        var all = perimeter.ChildrenOf(node);
        var seen = all.Where(c => FigureAccess.LevelsOf(actor, perimeter, c.Node).Contains(level)).ToList();
        var slot = compiled.Layout.Main(indicator);
        var nodes = seen.Select(c => c.Node).ToList();
        var now = await sources.Store.WholesAsync(campaign.Id, compiled.Layout, level, nodes, cancel);
        var past = before is null ? null : await sources.FrameworkOfAsync(before, cancel);
        var pastSlot = past?.Framework.FindIndicator(indicator.Code) is { } same ? past.Layout.Main(same) : null;
        var then = pastSlot is null ? [] : await sources.Store.WholesAsync(before!.Id, past!.Layout, level, nodes, cancel);
        var rows = seen.Where(c => now.ContainsKey(c.Node))
            .Select(c => new ChildFigure(
                c.Node, c.ShortName, Figure.Of(now[c.Node], slot), then.TryGetValue(c.Node, out var parts) ? Figure.Of(parts, pastSlot!) : null))
            .Where(r => r.Figure.Reason != NoValue.NotAsked)
            .OrderByDescending(r => r.Figure.Value.HasValue).ThenByDescending(r => r.Figure.Value).ThenBy(r => r.Name, StringComparer.CurrentCultureIgnoreCase)
            .ToList();
        return new ChildrenTable(indicator, rows, all.Count - seen.Count);
    }

    private sealed record PastFigures(PartsLayout Layout, Parts Parts)
    {
        public Figure? FigureOf(Indicator indicator) =>
            Layout.Framework.FindIndicator(indicator.Code) is { } same ? Figure.Of(Parts, Layout.Main(same)) : null;
    }
}
