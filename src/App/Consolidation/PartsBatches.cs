using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>
/// Adds to the parts what many dossiers of a campaign changed, batch after batch: each body's own rows at once, the nodes that gather
/// several bodies once at the end. These are locked only then, in the order of level and node, so that a long import and a save never wait
/// for each other crosswise.
/// </summary>
internal sealed class PartsBatches(AppDb db, Guid campaign, PartsLayout layout)
{
    private readonly Dictionary<(FigureLevel Level, NodeKey Node), Parts> deltas = [];
    private HashSet<OrganizationCode>? gathering;

    public async Task AddAsync(IReadOnlyList<Dossier> dossiers, NewRows rows, CancellationToken cancel)
    {
        gathering ??= PartsRebuild.Gathering(
            await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign).Select(s => s.Ancestors).Distinct().ToListAsync(cancel));
        var nodes = dossiers.Select(d => d.Place.Node).SelectMany(n => (NodeKey[])[n, PartsUpdate.Whole(n)]).ToList();
        foreach (var level in FigureLevels.Each)
        {
            var stored = await db.Parts.Where(p => p.CampaignId == campaign && p.Level == level && nodes.Contains(p.Node))
                .ToDictionaryAsync(p => p.Node, cancel);
            foreach (var dossier in dossiers)
            {
                Add(dossier, level, stored, rows);
            }
        }
    }

    /// <summary>Brings the nodes that gather several bodies up to date.</summary>
    public async Task EndAsync(NewRows rows, CancellationToken cancel)
    {
        foreach (var level in FigureLevels.Each)
        {
            var changed = deltas.Where(d => d.Key.Level == level && !d.Value.IsZero).ToDictionary(d => PartsUpdate.Whole(d.Key.Node), d => d.Value);
            var stored = await PartsUpdate.RowsAsync(db, campaign, level, [.. changed.Keys], cancel);
            foreach (var (node, delta) in changed)
            {
                if (stored.TryGetValue(node, out var row))
                {
                    delta.Add(PartsCodec.Unpack(layout, row.Content));
                }

                Set(stored, rows, level, node, PartsCodec.Pack(delta));
            }
        }
    }

    private void Add(Dossier dossier, FigureLevel level, Dictionary<NodeKey, PartsRow> stored, NewRows rows)
    {
        var place = dossier.Place;
        var now = dossier.PartsAt(level);
        var content = PartsCodec.Pack(now);
        var before = stored.GetValueOrDefault(place.Node)?.Content;
        if (before is not null && content.AsSpan().SequenceEqual(before))
        {
            return;
        }

        Set(stored, rows, level, place.Node, content);
        var isAlone = !gathering!.Contains(place.Code);
        if (isAlone)
        {
            Set(stored, rows, level, PartsUpdate.Whole(place.Node), content);
        }

        if (before is not null)
        {
            now.Subtract(PartsCodec.Unpack(layout, before));
        }

        foreach (var node in isAlone ? place.NodesAbove() : place.NodesAbove().Prepend(place.Node))
        {
            if (!deltas.TryGetValue((level, node), out var sum))
            {
                deltas.Add((level, node), sum = new Parts(layout));
            }

            sum.Add(now);
        }
    }

    private void Set(Dictionary<NodeKey, PartsRow> stored, NewRows rows, FigureLevel level, NodeKey node, byte[] content)
    {
        if (stored.TryGetValue(node, out var row))
        {
            row.Content = content;
            return;
        }

        rows.Parts.Add(new PartsRow { CampaignId = campaign, Level = level, Node = node, Content = content });
    }
}
