namespace Responsables.App.Tests.Disclosure;

/// <summary>
/// What is computed for sure from sums that are shown, by elimination in a field of primes: a sum over other bodies is determined when it is a
/// combination of those shown. Knows nothing of how figures are hidden.
/// </summary>
internal sealed class EliminationAttack(int bodies)
{
    private const long Prime = 2_147_483_647;

    private readonly List<(int Pivot, long[] Row)> rows = [];

    /// <summary>The sum over these bodies is shown.</summary>
    public void Read(IEnumerable<int> sum)
    {
        var row = Reduced(sum);
        var pivot = Array.FindIndex(row, x => x != 0);
        if (pivot >= 0)
        {
            var inverse = Power(row[pivot], Prime - 2);
            rows.Add((pivot, [.. row.Select(x => x * inverse % Prime)]));
        }
    }

    public bool Computes(IEnumerable<int> sum) => Array.TrueForAll(Reduced(sum), x => x == 0);

    private long[] Reduced(IEnumerable<int> sum)
    {
        var row = new long[bodies];
        foreach (var body in sum)
        {
            row[body] = 1;
        }

        foreach (var (pivot, known) in rows)
        {
            var times = row[pivot];
            for (var i = 0; times != 0 && i < bodies; i++)
            {
                row[i] = (row[i] + ((Prime - times) * known[i])) % Prime;
            }
        }

        return row;
    }

    private static long Power(long number, long exponent)
    {
        var power = 1L;
        for (; exponent > 0; exponent >>= 1, number = number * number % Prime)
        {
            power = (exponent & 1) == 1 ? power * number % Prime : power;
        }

        return power;
    }
}
