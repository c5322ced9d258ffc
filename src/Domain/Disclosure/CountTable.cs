namespace Responsables.Domain.Disclosure;

/// <summary>
/// Counts of persons that are read together: what each body gives of each count, how the counts of one body add up, and the cells in which
/// they are published (one count over some bodies: a body, a fund with all below it, a region…). Whatever hierarchies the bodies are in, a
/// cell is a set of them; what a fund gives of its own needs no cell of its own to be protected.
/// </summary>
/// <param name="Counts">For each count, what each body gives; null: nothing.</param>
/// <param name="Sums">Counts that add up to another, body by body, where all numbers say so.</param>
/// <param name="Bounds">Counts that are part of another without adding up to it (overlapping cells).</param>
public sealed record CountTable(
    IReadOnlyList<IReadOnlyList<decimal?>> Counts, IReadOnlyList<CountSum> Sums, IReadOnlyList<CountBound> Bounds, IReadOnlyList<CountCell> Cells)
{
    public int Bodies => Counts.Count == 0 ? 0 : Counts[0].Count;
}

/// <summary>A count that is the sum of others: a total and the cells of a partition. A body that lacks some parts adds those that it has.</summary>
public sealed record CountSum(int Whole, IReadOnlyList<int> Parts);

/// <summary>A count that is at most another.</summary>
public sealed record CountBound(int Part, int Whole);

/// <summary>A published cell: a count over some bodies.</summary>
public sealed record CountCell(int Count, IReadOnlyList<int> Bodies);

/// <summary>What becomes of a published cell.</summary>
public enum CellState
{
    Shown,

    /// <summary>Hidden for being small.</summary>
    Primary,

    /// <summary>Hidden because a small one could be computed from it. Never told apart from the former.</summary>
    Secondary,
}
