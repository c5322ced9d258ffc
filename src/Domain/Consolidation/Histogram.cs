namespace Responsables.Domain.Consolidation;

/// <summary>
/// How many bodies have a value in each class, between round numbers. Each class holds none or at least <see cref="Spread.Fewest"/> bodies and the
/// two outer ones are open, so that no value of one body, nor the smallest or the largest, can be read from it.
/// </summary>
/// <param name="Classes">From the lowest, all as wide; the first has no lower bound and the last no upper one.</param>
public sealed record Histogram(IReadOnlyList<HistogramClass> Classes)
{
    private const int FewestClasses = 3;
    private const int MostClasses = 12;

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
        if (low == high)
        {
            return null;
        }

        for (var step = StepOf((high - low) / MostClasses); step <= high - low; step = StepOf(step * 1.5m))
        {
            if (Parted(sorted, low, high, step) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static Histogram? Parted(decimal[] sorted, decimal low, decimal high, decimal step)
    {
        var bounds = new List<decimal>();
        for (var at = decimal.Floor(low / step) * step; at <= high + step; at += step)
        {
            bounds.Add(at);
        }

        // What is alone outside joins its neighbour.
        while (bounds.Count > 0 && sorted.Count(v => v < bounds[0]) < Spread.Fewest)
        {
            bounds.RemoveAt(0);
        }

        while (bounds.Count > 0 && sorted.Count(v => v >= bounds[^1]) < Spread.Fewest)
        {
            bounds.RemoveAt(bounds.Count - 1);
        }

        if (bounds.Count + 1 is < FewestClasses or > MostClasses)
        {
            return null;
        }

        var classes = new List<HistogramClass> { new(bounds[0] - step, bounds[0], sorted.Count(v => v < bounds[0])) };
        classes.AddRange(bounds.Zip(bounds.Skip(1), (from, to) => new HistogramClass(from, to, sorted.Count(v => v >= from && v < to))));
        classes.Add(new HistogramClass(bounds[^1], bounds[^1] + step, sorted.Count(v => v >= bounds[^1])));
        return classes.Any(c => c.Count is > 0 and < Spread.Fewest) ? null : new Histogram(classes);
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
