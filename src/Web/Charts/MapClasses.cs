namespace Responsables.Web.Charts;

/// <summary>The classes of a map: as many areas in each as can be, between numbers as they are written.</summary>
/// <param name="Bounds">Where each class but the first begins, from the lowest.</param>
internal sealed record MapClasses(IReadOnlyList<decimal> Bounds)
{
    private const int Most = 5;

    public static MapClasses Of(IEnumerable<decimal> values, int decimals)
    {
        var sorted = values.Order().ToArray();
        var bounds = Enumerable.Range(1, Most - 1)
            .Select(i => decimal.Round(sorted[i * sorted.Length / Most], decimals, MidpointRounding.AwayFromZero))
            .Distinct().Where(b => b > sorted[0] && b <= sorted[^1]);
        return new MapClasses([.. bounds]);
    }

    public int IndexOf(decimal value) => Bounds.Count(b => value >= b);
}
