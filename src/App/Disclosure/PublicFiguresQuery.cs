using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Disclosure;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Disclosure;

/// <summary>Reads figures as the public would, for those who prepare a publication.</summary>
public sealed class PublicFiguresQuery(AppDb db, ConsolidationSources sources, PublicReadings readings, SmallNumbers smallNumbers)
{
    /// <summary>Every indicator of a node; null when there is no such node or this is not for this person.</summary>
    public async Task<PublicFigures?> OfNodeAsync(Actor actor, int year, NodeKey node, CancellationToken cancel) =>
        await FindAsync(actor, year, node, cancel) is { } found
            ? await FiguresAsync(found.Campaign, found.Perimeter, node, found.Reading, s => s.Figures, cancel)
            : null;

    /// <summary>One indicator of a node, with the nodes right below.</summary>
    public async Task<PublicIndicator?> OfIndicatorAsync(Actor actor, int year, NodeKey node, IndicatorCode code, CancellationToken cancel)
    {
        if (await FindAsync(actor, year, node, cancel) is not { } found)
        {
            return null;
        }

        var layout = (await sources.FrameworkOfAsync(found.Campaign, cancel)).Layout;
        if (layout.Framework.FindIndicator(code) is not { } indicator
            || await FiguresAsync(found.Campaign, found.Perimeter, node, found.Reading, l => l.Of(indicator), cancel) is not { } figures)
        {
            return null;
        }

        // Of a region's bodies, a fund is left out: what is published of it holds all below it, wherever that is.
        var below = found.Perimeter.ChildrenOf(node)
            .Where(b => figures.Name.Hierarchy == Hierarchy.Tree || found.Perimeter.ChildrenOf(b.Node).Count == 0).ToList();
        var parts = await sources.Store.WholesAsync(found.Campaign.Id, layout, PublicReadings.Level, below.Select(b => b.Node), cancel);
        var main = layout.Main(indicator);
        return new PublicIndicator(
            figures, indicator,
            [.. from body in below where parts.ContainsKey(body.Node) select (body, LineOf(main, parts[body.Node], body.Node, found.Reading)) into line
                where line.Item2.Figure.Expected > 0 select line]);
    }

    private async Task<(Campaign Campaign, CampaignPerimeter Perimeter, PublicReading Reading)?> FindAsync(
        Actor actor, int year, NodeKey node, CancellationToken cancel)
    {
        if (!actor.May(Permission.PreviewPublication)
            || await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel) is not { } campaign)
        {
            return null;
        }

        var perimeter = await sources.PerimeterOfAsync(campaign, cancel);
        return perimeter.Has(node) ? (campaign, perimeter, await readings.OfAsync(campaign, cancel)) : null;
    }

    private async Task<PublicFigures?> FiguresAsync(
        Campaign campaign, CampaignPerimeter perimeter, NodeKey node, PublicReading reading, Func<PartsLayout, IEnumerable<PartsSlot>> wanted, CancellationToken cancel)
    {
        var layout = (await sources.FrameworkOfAsync(campaign, cancel)).Layout;
        return await sources.Store.WholeAsync(campaign.Id, layout, PublicReadings.Level, node, cancel) is not { } parts ? null
            : new PublicFigures(
                campaign, layout.Framework, node, sources.Names.Of(perimeter, node), perimeter.Under(node).Count, await smallNumbers.ReadAsync(cancel),
                [.. wanted(layout).Select(s => LineOf(s, parts, node, reading)).Where(l => l.Figure.Expected > 0)]);
    }

    private static PublicLine LineOf(PartsSlot slot, Parts parts, NodeKey node, PublicReading reading) =>
        new(slot.Indicator, slot.Output, slot.Cell, reading.Of(parts, slot, node));
}
