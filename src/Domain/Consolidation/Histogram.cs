namespace Responsables.Domain.Consolidation;

/// <summary>
/// How many bodies have a value in each class, between round numbers. Each class holds none or at least <see cref="Spread.Fewest"/> bodies and the
/// two outer ones are open, so that no value of one body, nor the smallest or the largest, can be read from it.
/// </summary>
/// <param name="Classes">From the lowest, all as wide; the first has no lower bound and the last no upper one.</param>
public sealed record Histogram(IReadOnlyList<HistogramClass> Classes)
{
    private const int FewestClasses = 3;
    private const int EnoughClasses = 6;
    private const int MostClasses = 12;

    /// <summary>A difference that nobody could see.</summary>
    private const decimal Least = 0.000001m;

    /// <summary>The classes of these values; null when they cannot be parted without telling of one body.</summary>
    public static Histogram? Of(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length < Spread.Fewest * FewestClasses)
        {
            return null;
        }

        // Values far from all others go to the outer classes: they say nothing of the width of the others.
        var (low, high) = (sorted[sorted.Length / 20], sorted[^((sorted.Length / 20) + 1)]);
        if (high - low < Least)
        {
            return null;
        }

        // The finest that shows a shape, else the finest that there is.
        var found = new List<Histogram>();
        for (var step = StepOf((high - low) / MostClasses); step <= high - low; step = StepOf(step * 1.5m))
        {
            if (Parted(sorted, low, high, step) is { } parted)
            {
                found.Add(parted);
            }
        }

        return found.Find(h => h.Classes.Count >= EnoughClasses) ?? found.MaxBy(h => h.Classes.Count);
    }

    private static Histogram? Parted(decimal[] sorted, decimal low, decimal high, decimal step)
    {
        var bounds = new List<decimal>();
        for (var at = decimal.Floor(low / step) * step; at <= high + step; at += step)
        {
            bounds.Add(at);
        }

        // A class of few joins what lies beyond it, at the nearer end; so does one that has nobody beyond it.
        while (Few() is { } few)
        {
            var (from, count) = few <= bounds.Count / 2 ? (0, Math.Max(few, 1)) : (Math.Min(few, bounds.Count - 1), bounds.Count - Math.Min(few, bounds.Count - 1));
            bounds.RemoveRange(from, count);
        }

        if (bounds.Count + 1 is < FewestClasses or > MostClasses)
        {
            return null;
        }

        return new Histogram(
        [
            new(bounds[0] - step, bounds[0], CountOf(0)),
            .. bounds.Skip(1).Select((to, i) => new HistogramClass(bounds[i], to, CountOf(i + 1))),
            new(bounds[^1], bounds[^1] + step, CountOf(bounds.Count)),
        ]);

        // The class before a bound, by its place; the last one is after all bounds.
        int CountOf(int at) => (at == bounds.Count ? sorted.Length : Below(bounds[at])) - (at == 0 ? 0 : Below(bounds[at - 1]));
        int Below(decimal bound) => sorted.Count(v => v < bound);
        int? Few() => bounds.Count == 0 ? null
            : Enumerable.Range(0, bounds.Count + 1).Cast<int?>().FirstOrDefault(at => CountOf(at!.Value) is var count && (count is > 0 and < Spread.Fewest || (count == 0 && (at == 0 || at == bounds.Count))));
    }

    // 1, 2 or 5 times a power of ten, at least this.
    private static decimal StepOf(decimal atLeast)
    {
        var ten = 1m;
        while (ten > atLeast)
        {
            ten /= 10;
        }

        while (ten * 10 <= atLeast)
        {
            ten *= 10;
        }

        return ten >= atLeast ? ten : ten * 2 >= atLeast ? ten * 2 : ten * 5 >= atLeast ? ten * 5 : ten * 10;
    }
}

/// <summary>The bodies whose value is at least one number and under another; the outer classes of a histogram are open.</summary>
public sealed record HistogramClass(decimal From, decimal To, int Count);
