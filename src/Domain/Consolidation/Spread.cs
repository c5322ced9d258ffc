namespace Responsables.Domain.Consolidation;

/// <summary>
/// How the values of several bodies spread: the quartiles, never the smallest nor the largest, which are those of one body. There is none
/// for fewer than <see cref="Fewest"/> bodies, whose values could be guessed.
/// </summary>
/// <param name="Count">Bodies that have a value.</param>
public sealed record Spread(int Count, decimal FirstQuartile, decimal Median, decimal ThirdQuartile)
{
    /// <summary>Bodies under which nothing is told.</summary>
    public const int Fewest = 5;

    /// <summary>The spread of these values; null for fewer than five.</summary>
    public static Spread? Of(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length < Fewest ? null : new Spread(sorted.Length, At(sorted, 0.25m), At(sorted, 0.5m), At(sorted, 0.75m));
    }

    // Between the two nearest values, in proportion (the usual method of spreadsheets).
    private static decimal At(decimal[] sorted, decimal share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)decimal.Floor(position);
        return below + 1 >= sorted.Length ? sorted[below] : sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]));
    }
}
