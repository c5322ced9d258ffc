using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>The nodes of a campaign that a person may read, by hierarchy.</summary>
public sealed record Territories(Campaign Campaign, IReadOnlyList<int> Years, IReadOnlyList<TerritoryGroup> Groups);

/// <summary>The nodes of one hierarchy.</summary>
/// <param name="Hidden">Nodes that this person may not read.</param>
public sealed record TerritoryGroup(Hierarchy Hierarchy, IReadOnlyList<Territory> Nodes, int Hidden);

/// <summary>A node and the number of bodies whose values enter it.</summary>
public sealed record Territory(NodeKey Node, NodeName Name, int Bodies);

/// <summary>Lists the nodes by which figures are read. Of the tree, only what stands above bodies: a body is reached from its fund.</summary>
public sealed class TerritoriesQuery(AppDb db, ConsolidationSources sources)
{
    private static readonly Hierarchy[] Order =
        [Hierarchy.Tree, Hierarchy.Branch, Hierarchy.Region, Hierarchy.Department, Hierarchy.Network, Hierarchy.SizeClass];

    public async Task<Territories?> RunAsync(Actor actor, int year, CancellationToken cancel)
    {
        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).ToListAsync(cancel);
        if (campaigns.Find(c => c.Year == year) is not { } campaign)
        {
            return null;
        }

        var perimeter = await sources.PerimeterOfAsync(campaign, cancel);
        return new Territories(campaign, [.. campaigns.Select(c => c.Year)], [.. Order.Select(h => GroupOf(actor, perimeter, h))]);
    }

    private TerritoryGroup GroupOf(Actor actor, CampaignPerimeter perimeter, Hierarchy hierarchy)
    {
        var all = perimeter.NodesOf(hierarchy).Where(n => hierarchy != Hierarchy.Tree || perimeter.ChildrenOf(n).Count > 0).ToList();
        var seen = all.Where(n => FigureAccess.LevelsOf(actor, perimeter, n).Count > 0)
            .Select(n => new Territory(n, sources.Names.Of(perimeter, n), perimeter.Under(n).Count))
            .ToList();
        return new TerritoryGroup(hierarchy, [.. InOrder(hierarchy, perimeter, seen)], all.Count - seen.Count);
    }

    private static IEnumerable<Territory> InOrder(Hierarchy hierarchy, CampaignPerimeter perimeter, List<Territory> nodes) => hierarchy switch
    {
        Hierarchy.Tree => nodes.OrderBy(n => n.Node != perimeter.Root.Node).ThenBy(n => n.Name.Name, StringComparer.CurrentCultureIgnoreCase),
        Hierarchy.SizeClass => nodes.OrderBy(n => perimeter.Under(n.Node)[0].Size == SizeClass.Unknown).ThenBy(n => perimeter.Under(n.Node)[0].Size),
        _ => nodes.OrderBy(n => n.Name.Name is null).ThenBy(n => n.Name.Name, StringComparer.CurrentCultureIgnoreCase),
    };
}
