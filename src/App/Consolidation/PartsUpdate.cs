using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>
/// Adds what a save changed to the parts of every node above the body, at every level, in the save's own transaction. On PostgreSQL the
/// rows are locked in the order of level and node, so that two saves never wait for each other crosswise.
/// </summary>
internal static class PartsUpdate
{
    public static async Task ApplyAsync(AppDb db, IReadOnlyList<Dossier> dossiers, CancellationToken cancel)
    {
        foreach (var campaign in dossiers.GroupBy(d => d.Campaign.Id))
        {
            foreach (var level in FigureLevels.Each)
            {
                await ApplyAsync(db, campaign.Key, level, [.. campaign], cancel);
            }
        }
    }

    private static async Task ApplyAsync(AppDb db, Guid campaign, FigureLevel level, IReadOnlyList<Dossier> dossiers, CancellationToken cancel)
    {
        var layout = dossiers[0].Compiled.Layout;
        var own = await RowsAsync(db, campaign, level, [.. dossiers.Select(d => d.Place.Node)], cancel);
        var deltas = new Dictionary<NodeKey, Parts>();
        foreach (var dossier in dossiers)
        {
            var now = dossier.PartsAt(level);
            var delta = new Parts(layout);
            delta.Add(now);
            if (own.TryGetValue(dossier.Place.Node, out var before))
            {
                delta.Subtract(PartsCodec.Unpack(layout, before.Content));
            }

            if (delta.IsZero)
            {
                continue;
            }

            foreach (var node in dossier.Place.NodesAbove().Prepend(dossier.Place.Node))
            {
                if (!deltas.TryGetValue(node, out var sum))
                {
                    deltas.Add(node, sum = new Parts(layout));
                }

                sum.Add(delta);
            }
        }

        if (deltas.Count == 0)
        {
            return;
        }

        // A body's own node may also be above others (a fund): its own parts were read for the difference, its total is read here.
        var rows = await RowsAsync(db, campaign, level, [.. deltas.Keys.Select(Whole)], cancel);
        foreach (var (node, delta) in deltas)
        {
            Add(db, rows, campaign, level, Whole(node), delta, layout);
        }

        foreach (var dossier in dossiers)
        {
            Set(db, own, campaign, level, dossier.Place.Node, dossier.PartsAt(level));
        }
    }

    /// <summary>Parts of a node with all below it are kept apart from those of the body alone.</summary>
    internal static NodeKey Whole(NodeKey node) => new("+" + node.Value);

    internal static async Task<Dictionary<NodeKey, PartsRow>> RowsAsync(
        AppDb db, Guid campaign, FigureLevel level, IReadOnlyList<NodeKey> nodes, CancellationToken cancel)
    {
        var ordered = nodes.Distinct().OrderBy(n => n.Value, StringComparer.Ordinal).ToList();
        if (db is PostgresDb)
        {
            var names = ordered.Select(n => n.Value).ToArray();
            var kept = level.ToString();
            await db.Database.ExecuteSqlAsync(
                $"""
                SELECT 1 FROM (
                    SELECT 1 FROM consolidated_parts WHERE "CampaignId" = {campaign} AND "Level" = {kept} AND "Node" = ANY({names})
                    ORDER BY "Node" COLLATE "C" FOR UPDATE) AS locked
                """, cancel);
        }

        return await db.Parts.Where(p => p.CampaignId == campaign && p.Level == level && ordered.Contains(p.Node))
            .ToDictionaryAsync(p => p.Node, cancel);
    }

    private static void Add(
        AppDb db, Dictionary<NodeKey, PartsRow> rows, Guid campaign, FigureLevel level, NodeKey node, Parts delta, PartsLayout layout)
    {
        if (rows.TryGetValue(node, out var row))
        {
            var sum = PartsCodec.Unpack(layout, row.Content);
            sum.Add(delta);
            row.Content = PartsCodec.Pack(sum);
            return;
        }

        db.Parts.Add(new PartsRow { CampaignId = campaign, Level = level, Node = node, Content = PartsCodec.Pack(delta) });
    }

    private static void Set(AppDb db, Dictionary<NodeKey, PartsRow> rows, Guid campaign, FigureLevel level, NodeKey node, Parts parts)
    {
        if (rows.TryGetValue(node, out var row))
        {
            row.Content = PartsCodec.Pack(parts);
            return;
        }

        db.Parts.Add(new PartsRow { CampaignId = campaign, Level = level, Node = node, Content = PartsCodec.Pack(parts) });
    }
}
