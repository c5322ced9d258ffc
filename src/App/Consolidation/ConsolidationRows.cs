using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Consolidation;

/// <summary>A consolidated figure as the command gives it.</summary>
/// <param name="Breakdown">Empty for the indicator's figure; a cell; for another output, <c>output=NAME</c> and its cell.</param>
public sealed record ConsolidationRow(NodeKey Node, IndicatorCode Indicator, string Breakdown, string Unit, Figure Figure);

/// <summary>Which figures are wanted.</summary>
/// <param name="Node">One node, of whichever hierarchy; null: every node of <paramref name="By"/>.</param>
public sealed record ConsolidationQuery(int Year, Hierarchy By, NodeKey? Node, IndicatorCode? Indicator, FigureLevel Level);

/// <summary>The consolidated figures of a campaign, row by row, read from the stored parts.</summary>
public sealed class ConsolidationRows(AppDb db, FrameworkCatalog frameworks, CampaignPerimeters perimeters, PartsStore store)
{
    private const int Batch = 100;

    public Task<Outcome<IAsyncEnumerable<ConsolidationRow>>> OfAsync(Actor actor, ConsolidationQuery query, CancellationToken cancel) =>
        OfAsync(actor, query, (parts, slot, _) => Figure.Of(parts, slot), cancel);

    /// <param name="read">How the figure of a node is read from its parts.</param>
    public async Task<Outcome<IAsyncEnumerable<ConsolidationRow>>> OfAsync(
        Actor actor, ConsolidationQuery query, Func<Parts, PartsSlot, NodeKey, Figure> read, CancellationToken cancel)
    {
        // Everything at once is for those who may read everything; the others have the pages of their nodes.
        if (!actor.May(Permission.ReadDraft))
        {
            return Outcome.Missing<IAsyncEnumerable<ConsolidationRow>>();
        }

        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Asks).SingleOrDefaultAsync(c => c.Year == query.Year, cancel);
        if (campaign is null)
        {
            return Outcome.Refused<IAsyncEnumerable<ConsolidationRow>>(new Problem("campaigns.year-unknown", null, query.Year));
        }

        var compiled = await frameworks.OfAsync(db, campaign, cancel);
        var perimeter = await perimeters.OfAsync(db, campaign.Id, cancel);
        var problems = new List<Problem>();
        if (query.Node is { } node && !perimeter.Has(node))
        {
            problems.Add(new Problem("consolidation.node-unknown", null, node, query.Year));
        }

        if (query.Indicator is { } code && compiled.Framework.FindIndicator(code) is null)
        {
            problems.Add(new Problem("campaigns.indicator-unknown", null, code));
        }

        return problems.Count > 0
            ? Outcome.Refused<IAsyncEnumerable<ConsolidationRow>>(problems)
            : Outcome.Done(RowsAsync(
                campaign.Id, compiled.Layout, query, read, query.Node is { } one ? [one] : [.. perimeter.NodesOf(query.By)], cancel));
    }

    private async IAsyncEnumerable<ConsolidationRow> RowsAsync(
        Guid campaign, PartsLayout layout, ConsolidationQuery query, Func<Parts, PartsSlot, NodeKey, Figure> read, IReadOnlyList<NodeKey> nodes,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        List<PartsSlot> slots = [.. layout.Figures.Where(s => query.Indicator is null || s.Indicator.Code == query.Indicator)];
        foreach (var batch in nodes.Chunk(Batch))
        {
            var parts = await store.WholesAsync(campaign, layout, query.Level, batch, cancel);
            foreach (var node in batch)
            {
                var of = parts.GetValueOrDefault(node) ?? new Parts(layout);
                foreach (var row in Rows(node, slots, slot => read(of, slot, node), query.Indicator is not null))
                {
                    yield return row;
                }
            }
        }
    }

    /// <param name="evenNotAsked">An indicator that is asked of no body is left out, unless it is the very one wanted.</param>
    private static IEnumerable<ConsolidationRow> Rows(
        NodeKey node, IEnumerable<PartsSlot> slots, Func<PartsSlot, Figure> read, bool evenNotAsked) =>
        from slot in slots
        let figure = read(slot)
        where evenNotAsked || figure.Expected > 0
        select new ConsolidationRow(node, slot.Indicator.Code, slot.Breakdown, slot.Output.Unit, figure);
}
