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
        var stored = await db.Parts.Where(p => p.CampaignId == campaign && nodes.Contains(p.Node)).ToDictionaryAsync(p => (p.Level, p.Node), cancel);
        foreach (var dossier in dossiers)
        {
            Add(dossier, stored, rows);
        }
    }

    /// <summary>Brings the nodes that gather several bodies up to date.</summary>
    public async Task EndAsync(NewRows rows, CancellationToken cancel)
    {
        foreach (var level in FigureLevels.Each)
        {
            var changed = deltas.Where(d => d.Key.Level == level && !d.Value.IsZero).ToDictionary(d => PartsUpdate.Whole(d.Key.Node), d => d.Value);
            var stored = (await PartsUpdate.RowsAsync(db, campaign, level, [.. changed.Keys], cancel)).ToDictionary(s => (level, s.Key), s => s.Value);
            foreach (var (node, delta) in changed)
            {
                if (stored.TryGetValue((level, node), out var row))
                {
                    delta.Add(PartsCodec.Unpack(layout, row.Content));
                }

                Set(stored, rows, level, node, PartsCodec.Pack(delta));
            }
        }
    }

    private void Add(Dossier dossier, Dictionary<(FigureLevel, NodeKey), PartsRow> stored, NewRows rows)
    {
        var place = dossier.Place;
        var isAlone = !gathering!.Contains(place.Code);
        Difference? last = null;
        foreach (var level in FigureLevels.Each)
        {
            var before = stored.GetValueOrDefault((level, place.Node))?.Content;
            // Levels that count the same blocks, and had the same parts, differ alike: a body wholly validated is computed once.
            if (last?.IsAlso(level, before) != true)
            {
                last = Difference.Of(dossier, layout, level, before);
            }

            if (last.Delta is not { } delta)
            {
                continue;
            }

            Set(stored, rows, level, place.Node, last.Content);
            if (isAlone)
            {
                Set(stored, rows, level, PartsUpdate.Whole(place.Node), last.Content);
            }

            foreach (var node in isAlone ? place.NodesAbove() : place.NodesAbove().Prepend(place.Node))
            {
                if (!deltas.TryGetValue((level, node), out var sum))
                {
                    deltas.Add((level, node), sum = new Parts(layout));
                }

                sum.Add(delta);
            }
        }
    }

    private void Set(Dictionary<(FigureLevel, NodeKey), PartsRow> stored, NewRows rows, FigureLevel level, NodeKey node, byte[] content)
    {
        if (stored.TryGetValue((level, node), out var row))
        {
            row.Content = content;
            return;
        }

        rows.Parts.Add(new PartsRow { CampaignId = campaign, Level = level, Node = node, Content = content });
    }

    /// <summary>What a body brings at a level and what that changes; no delta when nothing changes.</summary>
    private sealed class Difference(Dossier dossier, FigureLevel level, byte[]? before, byte[] content, Parts? delta)
    {
        public byte[] Content => content;

        public Parts? Delta => delta;

        public static Difference Of(Dossier dossier, PartsLayout layout, FigureLevel level, byte[]? before)
        {
            var now = dossier.PartsAt(level);
            var content = PartsCodec.Pack(now);
            if (before is not null && content.AsSpan().SequenceEqual(before))
            {
                return new Difference(dossier, level, before, content, null);
            }

            if (before is not null)
            {
                now.Subtract(PartsCodec.Unpack(layout, before));
            }

            return new Difference(dossier, level, before, content, now);
        }

        public bool IsAlso(FigureLevel other, byte[]? otherBefore) =>
            (before is null ? otherBefore is null : otherBefore is not null && before.AsSpan().SequenceEqual(otherBefore))
            && dossier.Questionnaire.Blocks.All(b => level.Counts(dossier.StateOf(b.Key)) == other.Counts(dossier.StateOf(b.Key)));
    }
}
