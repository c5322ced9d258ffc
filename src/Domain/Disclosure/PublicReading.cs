using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.Domain.Disclosure;

/// <summary>
/// The figures of a campaign as the public reads them: which of them, at which nodes, would tell a small number of persons. A figure that rests on a
/// hidden count is hidden whole, its ratio with it: a percentage and its denominator would give the numerator back.
/// </summary>
public sealed class PublicReading
{
    private readonly HashSet<(int Slot, NodeKey Node)> hidden = [];
    private readonly IReadOnlySet<int> opaque;

    private PublicReading(IReadOnlySet<int> opaque) => this.opaque = opaque;

    /// <summary>Reads what each body of the perimeter gives by itself; one that is not there gives nothing.</summary>
    /// <param name="before">What earlier editions of the same year told.</param>
    public static PublicReading Of(PartsLayout layout, Perimeter perimeter, IReadOnlyDictionary<NodeKey, Parts> own, SmallNumberRule rule, ToldBefore before)
    {
        var wholes = new Dictionary<NodeKey, Parts>();
        var counts = new PersonCounts(layout);
        var reading = new PublicReading(counts.Opaque);
        var given = new GivenCounts(counts, perimeter, own);
        foreach (var family in counts.Families())
        {
            var (table, sources) = given.TableOf(family);
            var states = Suppression.Of(table, rule, before.IsNothing ? null : [.. sources.Select(s => PastOf(s.Slots, s.Node))]);
            for (var i = 0; i < states.Count; i++)
            {
                if (states[i] != CellState.Shown)
                {
                    reading.hidden.UnionWith(sources[i].Slots.Select(s => (s, sources[i].Node)));
                }
            }
        }

        return reading;

        // Figures that are one count are hidden together: hidden once is hidden.
        CellPast PastOf(IReadOnlyList<int> slots, NodeKey node)
        {
            var pasts = slots.Select(s => before.Of(s, node, () => Figure.Of(WholeOf(node), layout.Slots[s]))).ToList();
            return pasts.Contains(CellPast.Hidden) ? CellPast.Hidden : pasts.Contains(CellPast.Told) ? CellPast.Told : CellPast.None;
        }

        Parts WholeOf(NodeKey node)
        {
            if (!wholes.TryGetValue(node, out var whole))
            {
                wholes.Add(node, whole = new Parts(layout));
                foreach (var body in perimeter.Under(node).Where(b => own.ContainsKey(b.Node)))
                {
                    whole.Add(own[body.Node]);
                }
            }

            return whole;
        }
    }

    /// <summary>How many figures it hides, over all nodes.</summary>
    public int HiddenCount => hidden.Count;

    /// <summary>Whether a figure is hidden at a node.</summary>
    public bool Hides(PartsSlot slot, NodeKey node) => opaque.Contains(slot.Index) || hidden.Contains((slot.Index, node));

    /// <summary>The figure of a slot as it may be told: without the weights of its coverage, which are numbers of persons too.</summary>
    public Figure Of(Parts parts, PartsSlot slot, NodeKey node)
    {
        var figure = Figure.Of(parts, slot) with { Coverage = Coverage.None };
        return Hides(slot, node) && figure.Reason is NoValue.None or NoValue.ZeroDenominator
            ? figure with { Value = null, Numerator = null, Denominator = null, Reason = NoValue.Secret }
            : figure;
    }
}
