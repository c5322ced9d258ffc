using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>Reads stored parts.</summary>
public sealed class PartsStore(AppDb db)
{
    /// <summary>The parts of a node with all below it; null when the campaign has no such node.</summary>
    public async Task<Parts?> WholeAsync(Guid campaign, PartsLayout layout, FigureLevel level, NodeKey node, CancellationToken cancel)
    {
        var key = PartsUpdate.Whole(node);
        var content = await db.Parts.AsNoTracking().Where(p => p.CampaignId == campaign && p.Level == level && p.Node == key)
            .Select(p => p.Content).SingleOrDefaultAsync(cancel);
        return content is null ? null : PartsCodec.Unpack(layout, content);
    }

    /// <summary>The parts of several nodes with all below each.</summary>
    public Task<Dictionary<NodeKey, Parts>> WholesAsync(
        Guid campaign, PartsLayout layout, FigureLevel level, IEnumerable<NodeKey> nodes, CancellationToken cancel) =>
        ReadAsync(campaign, layout, level, nodes, PartsUpdate.Whole, cancel);

    /// <summary>The parts of several bodies, each by itself.</summary>
    public Task<Dictionary<NodeKey, Parts>> OwnAsync(
        Guid campaign, PartsLayout layout, FigureLevel level, IEnumerable<NodeKey> bodies, CancellationToken cancel) =>
        ReadAsync(campaign, layout, level, bodies, node => node, cancel);

    private async Task<Dictionary<NodeKey, Parts>> ReadAsync(
        Guid campaign, PartsLayout layout, FigureLevel level, IEnumerable<NodeKey> nodes, Func<NodeKey, NodeKey> key, CancellationToken cancel)
    {
        var byKey = nodes.ToDictionary(key);
        var keys = byKey.Keys.ToList();
        var rows = await db.Parts.AsNoTracking().Where(p => p.CampaignId == campaign && p.Level == level && keys.Contains(p.Node)).ToListAsync(cancel);
        return rows.ToDictionary(r => byKey[r.Node], r => PartsCodec.Unpack(layout, r.Content));
    }
}
