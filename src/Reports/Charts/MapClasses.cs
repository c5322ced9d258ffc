namespace Responsables.Reports.Charts;

/// <summary>The classes of a map: as many areas in each as can be, between numbers as they are written.</summary>
/// <param name="Bounds">Where each class but the first begins, from the lowest.</param>
public sealed record MapClasses(IReadOnlyList<decimal> Bounds)
{
    private const int Most = 5;

    public static MapClasses Of(IEnumerable<decimal> values, int decimals)
    {
        var sorted = values.Order().ToArray();
        var unit = UnitOf(sorted[^1] - sorted[0], decimals);
        var bounds = Enumerable.Range(1, Most - 1)
            .Select(i => decimal.Round(sorted[i * sorted.Length / Most] / unit, MidpointRounding.AwayFromZero) * unit)
            .Distinct().Where(b => b > sorted[0] && b <= sorted[^1]);
        return new MapClasses([.. bounds]);
    }

    public int IndexOf(decimal value) => Bounds.Count(b => value >= b);

    // The last decimal that is written, or a hundredth of a large span: bounds that can be read.
    private static decimal UnitOf(decimal span, int decimals)
    {
        var unit = 1m;
        for (var i = 0; i < decimals; i++)
        {
            unit /= 10;
        }

        while (unit * 1000 <= span)
        {
            unit *= 10;
        }

        return unit;
    }
}
