using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>Computes all the parts of a campaign from its dossiers, without looking at the stored ones.</summary>
internal static class PartsRebuild
{
    /// <summary>The parts of every node at a level: of each body alone under its own key, of each node with all below under <c>+</c>.</summary>
    public static Dictionary<NodeKey, Parts> Compute(PartsLayout layout, IEnumerable<Dossier> dossiers, FigureLevel level)
    {
        var nodes = new Dictionary<NodeKey, Parts>();
        foreach (var dossier in dossiers)
        {
            var own = dossier.PartsAt(level);
            nodes[dossier.Place.Node] = own;
            foreach (var node in dossier.Place.NodesAbove().Prepend(dossier.Place.Node))
            {
                var whole = PartsUpdate.Whole(node);
                if (!nodes.TryGetValue(whole, out var sum))
                {
                    nodes.Add(whole, sum = new Parts(layout));
                }

                sum.Add(own);
            }
        }

        return nodes;
    }

    /// <summary>Replaces the stored parts of a campaign by computed ones, in the caller's transaction.</summary>
    public static async Task WriteAsync(AppDb db, Guid campaign, PartsLayout layout, IReadOnlyList<Dossier> dossiers, CancellationToken cancel)
    {
        await db.Parts.Where(p => p.CampaignId == campaign).ExecuteDeleteAsync(cancel);
        foreach (var level in FigureLevels.Each)
        {
            foreach (var (node, parts) in Compute(layout, dossiers, level))
            {
                db.Parts.Add(new PartsRow { CampaignId = campaign, Level = level, Node = node, Content = PartsCodec.Pack(parts) });
            }
        }
    }
}
