using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Consolidation;

/// <summary>
/// The additive parts of a node: for each slot the number of bodies in each state and the sums of its terms, and for each output the
/// weights (staff, m²) of the bodies asked and of those that answered. Everything in it adds up: a body's change is a difference, and the
/// parts of a node are the sum of its bodies' whatever the order.
/// </summary>
public sealed class Parts
{
    private const int States = 4;
    private const int WeightFields = 4;

    public Parts(PartsLayout layout)
    {
        Layout = layout;
        Counts = new int[layout.Slots.Count * States];
        Sums = new Quantity[layout.TermCount];
        Weights = new Quantity[layout.WholeCount * WeightFields];
        Weightless = new int[layout.WholeCount * 2];
    }

    public PartsLayout Layout { get; }

    /// <summary>Bodies by slot and state, in the order of <see cref="AnswerState"/>.</summary>
    public int[] Counts { get; }

    public Quantity[] Sums { get; }

    /// <summary>By output: staff asked, staff of those that answered, m² asked, m² of those that answered.</summary>
    public Quantity[] Weights { get; }

    /// <summary>By output: bodies asked whose staff, whose m² are not known.</summary>
    public int[] Weightless { get; }

    public bool IsZero =>
        Array.TrueForAll(Counts, c => c == 0) && Array.TrueForAll(Sums, s => s == Quantity.Zero)
        && Array.TrueForAll(Weights, w => w == Quantity.Zero) && Array.TrueForAll(Weightless, w => w == 0);

    public int Count(PartsSlot slot, AnswerState state) => Counts[(slot.Index * States) + (int)state];

    public ReadOnlySpan<Quantity> SumsOf(PartsSlot slot) => Sums.AsSpan(slot.FirstTerm, slot.TermCount);

    /// <summary>Adds a body's state and terms to a slot.</summary>
    public void Enter(PartsSlot slot, AnswerState state, ReadOnlySpan<Quantity> terms)
    {
        Counts[(slot.Index * States) + (int)state]++;
        if (state == AnswerState.Given)
        {
            for (var i = 0; i < terms.Length; i++)
            {
                Sums[slot.FirstTerm + i] += terms[i];
            }
        }
    }

    /// <summary>Adds a body's weights to an output.</summary>
    public void Weigh(PartsSlot slot, bool answered, Quantity? staff, Quantity? area)
    {
        var at = slot.Whole * WeightFields;
        Weigh(at, slot.Whole * 2, answered, staff);
        Weigh(at + 2, (slot.Whole * 2) + 1, answered, area);
    }

    /// <summary>Adds other parts to these.</summary>
    public void Add(Parts other) => Combine(other, 1);

    /// <summary>Takes other parts away from these.</summary>
    public void Subtract(Parts other) => Combine(other, -1);

    public bool SameAs(Parts other) =>
        Counts.AsSpan().SequenceEqual(other.Counts) && Sums.AsSpan().SequenceEqual(other.Sums)
        && Weights.AsSpan().SequenceEqual(other.Weights) && Weightless.AsSpan().SequenceEqual(other.Weightless);

    private void Weigh(int field, int unknown, bool answered, Quantity? weight)
    {
        if (weight is not { } known)
        {
            Weightless[unknown]++;
            return;
        }

        Weights[field] += known;
        if (answered)
        {
            Weights[field + 1] += known;
        }
    }

    private void Combine(Parts other, int sign)
    {
        if (!ReferenceEquals(other.Layout, Layout))
        {
            throw new InvalidOperationException("Parts of two layouts cannot be combined.");
        }

        for (var i = 0; i < Counts.Length; i++)
        {
            Counts[i] += sign * other.Counts[i];
        }

        for (var i = 0; i < Weightless.Length; i++)
        {
            Weightless[i] += sign * other.Weightless[i];
        }

        for (var i = 0; i < Sums.Length; i++)
        {
            Sums[i] = sign > 0 ? Sums[i] + other.Sums[i] : Sums[i] - other.Sums[i];
        }

        for (var i = 0; i < Weights.Length; i++)
        {
            Weights[i] = sign > 0 ? Weights[i] + other.Weights[i] : Weights[i] - other.Weights[i];
        }
    }
}
