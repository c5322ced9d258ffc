using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Disclosure;

/// <summary>What the bodies of a perimeter give of each count of persons, and the nodes and figures in which it is read.</summary>
internal sealed class GivenCounts
{
    private readonly PersonCounts counts;
    private readonly IReadOnlyList<Place> bodies;
    private readonly decimal?[][] values;
    private readonly Dictionary<int, bool[]> answered = [];
    private readonly IReadOnlyList<(NodeKey Node, int[] Bodies)> nodes;

    public GivenCounts(PersonCounts counts, Perimeter perimeter, IReadOnlyDictionary<NodeKey, Parts> own)
    {
        this.counts = counts;
        bodies = [.. perimeter.Bodies.OrderBy(b => b.Code.Value, StringComparer.Ordinal)];
        var places = bodies.Select((b, i) => (b.Code, i)).ToDictionary(b => b.Code, b => b.i);
        nodes = [.. perimeter.Nodes.OrderBy(n => n.Value, StringComparer.Ordinal).Select(n => (n, perimeter.Under(n).Select(b => places[b.Code]).ToArray()))];
        Parts?[] parts = [.. bodies.Select(b => own.GetValueOrDefault(b.Node))];
        values = [.. Enumerable.Range(0, counts.Count).Select(_ => new decimal?[bodies.Count])];
        foreach (var (slot, term, count) in counts.Terms)
        {
            bool[] gave = [.. parts.Select(p => p?.Count(slot, AnswerState.Given) > 0)];
            answered[slot.Index] = gave;
            for (var body = 0; body < gave.Length; body++)
            {
                values[count][body] = gave[body] ? parts[body]!.SumsOf(slot)[term].ToDecimal() : values[count][body];
            }
        }

        foreach (var sum in counts.Sums)
        {
            FillRest(sum);
        }
    }

    /// <summary>The table of a family of counts, and where each of its cells is read.</summary>
    public (CountTable Table, IReadOnlyList<(NodeKey Node, IReadOnlyList<int> Slots)> Sources) TableOf(IReadOnlyList<int> family)
    {
        var numbers = family.Select((count, i) => (count, i)).ToDictionary(f => f.count, f => f.i);
        var cells = new List<CountCell>();
        var sources = new List<(NodeKey, IReadOnlyList<int>)>();
        // Figures that the same bodies give are one: the same count of the same bodies.
        foreach (var read in counts.Terms.Where(t => numbers.ContainsKey(t.Count)).GroupBy(t => (t.Count, string.Concat(answered[t.Slot.Index].Select(a => a ? '1' : '0')))))
        {
            int[] slots = [.. read.Select(t => t.Slot.Index).Distinct()];
            var gave = answered[read.First().Slot.Index];
            foreach (var (node, inside) in nodes)
            {
                cells.Add(new CountCell(numbers[read.Key.Count], Array.FindAll(inside, b => gave[b])));
                sources.Add((node, slots));
            }
        }

        var table = new CountTable(
            [.. family.Select(c => values[c])],
            [.. counts.Sums.Where(s => numbers.ContainsKey(s.Whole)).Select(s => new CountSum(numbers[s.Whole], [.. s.Parts.Select(p => numbers[p])]))],
            [.. counts.Bounds.Where(b => numbers.ContainsKey(b.Whole)).Select(b => new CountBound(numbers[b.Part], numbers[b.Whole]))],
            cells);
        return (table, sources);
    }

    /// <summary>The last part of a sum is what the others leave, where it is not read itself and they leave something.</summary>
    private void FillRest(CountSum sum)
    {
        var (last, others) = (sum.Parts[^1], sum.Parts.SkipLast(1));
        for (var body = 0; body < bodies.Count; body++)
        {
            var parts = others.Select(p => values[p][body]).ToList();
            if (values[last][body] is null && values[sum.Whole][body] is { } whole && parts.Exists(p => p is not null)
                && whole - parts.Sum() is var rest && (rest > 0 || (rest == 0 && parts.Contains(null))))
            {
                values[last][body] = rest;
            }
        }
    }
}
