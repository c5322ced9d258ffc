using Responsables.App.Submissions;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>
/// Computes all the parts of a campaign from its dossiers, without looking at the stored ones. A body above no other is packed at once, so
/// that only the nodes that gather several bodies stay in memory.
/// </summary>
/// <param name="gathering">The organisations that are above others.</param>
internal sealed class PartsRebuild(Guid campaign, PartsLayout layout, IReadOnlySet<OrganizationCode> gathering)
{
    private readonly Dictionary<(FigureLevel Level, NodeKey Node), Parts> sums = [];

    /// <summary>Adds a body; returns the rows that are final: its own and, when nothing is below it, that of its node.</summary>
    public IEnumerable<PartsRow> Add(Dossier dossier)
    {
        var place = dossier.Place;
        var isAlone = !gathering.Contains(place.Code);
        // A body that gave nothing brings the same at each level.
        var (parts, content) = dossier.Rows.Count == 0 ? Packed(dossier, FigureLevel.All) : default;
        foreach (var level in FigureLevels.Each)
        {
            if (dossier.Rows.Count > 0)
            {
                (parts, content) = Packed(dossier, level);
            }

            foreach (var node in isAlone ? place.NodesAbove() : place.NodesAbove().Prepend(place.Node))
            {
                Sum(level, node).Add(parts);
            }

            yield return Row(level, place.Node, content);
            if (isAlone)
            {
                yield return Row(level, PartsUpdate.Whole(place.Node), content);
            }
        }
    }

    /// <summary>The rows of the nodes that gather several bodies, once all are added.</summary>
    public IEnumerable<PartsRow> Gathered() => sums.Select(s => Row(s.Key.Level, PartsUpdate.Whole(s.Key.Node), PartsCodec.Pack(s.Value)));

    /// <summary>The organisations above others, from what each submission has above it.</summary>
    public static HashSet<OrganizationCode> Gathering(IEnumerable<string> ancestors) =>
        [.. ancestors.SelectMany(a => a.Split(';', StringSplitOptions.RemoveEmptyEntries)).Select(a => new OrganizationCode(a))];

    private static (Parts Parts, byte[] Content) Packed(Dossier dossier, FigureLevel level)
    {
        var parts = dossier.PartsAt(level);
        return (parts, PartsCodec.Pack(parts));
    }

    private Parts Sum(FigureLevel level, NodeKey node)
    {
        if (!sums.TryGetValue((level, node), out var sum))
        {
            sums.Add((level, node), sum = new Parts(layout));
        }

        return sum;
    }

    private PartsRow Row(FigureLevel level, NodeKey node, byte[] content) => new() { CampaignId = campaign, Level = level, Node = node, Content = content };
}
