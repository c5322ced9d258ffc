namespace Responsables.Domain.Consolidation;

/// <summary>
/// What the peers of a body answered, told to somebody who may open each of them: the median, and how many are not zero (how many said yes,
/// where the figure is a yes or a no). There is none for fewer than <see cref="Fewest"/> peers: it would only be a neighbour's value.
/// </summary>
/// <param name="Count">Peers that have a value.</param>
/// <param name="NotZero">Those whose value is not zero.</param>
public sealed record PeerMedian(int Count, decimal Median, int NotZero)
{
    /// <summary>Peers under which nothing is told.</summary>
    public const int Fewest = 3;

    /// <summary>The median of these values; null for fewer than three.</summary>
    public static PeerMedian? Of(IReadOnlyCollection<decimal> values)
    {
        if (values.Count < Fewest)
        {
            return null;
        }

        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new PeerMedian(sorted.Length, median, sorted.Count(v => v != 0));
    }
}
