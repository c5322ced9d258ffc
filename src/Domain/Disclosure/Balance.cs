namespace Responsables.Domain.Disclosure;

/// <summary>A way in which the counts of one body may change together without breaking a sum: each by one, up or down.</summary>
/// <param name="Counts">The counts that change, the first one being the one wanted.</param>
/// <param name="Signs">For each of them, 1 or -1.</param>
/// <param name="Broken">Sums that it would break in a body where they hold.</param>
/// <param name="Bounds">Bounds that it moves, and by how much the part comes nearer to its whole.</param>
internal sealed record Balance(int[] Counts, int[] Signs, int[] Broken, (CountBound Bound, int Nearer)[] Bounds);

/// <summary>Finds the balances of each count, for bodies that give the same counts and whose same sums hold.</summary>
internal sealed class Balances
{
    private const int Most = 64;
    private const int MostTried = 512;

    private readonly CountTable table;
    private readonly bool[][] holds;
    private readonly int[] kinds;
    private readonly Dictionary<(int Count, int Kind), IReadOnlyList<Balance>> found = [];

    public Balances(CountTable table)
    {
        this.table = table;
        holds = [.. Enumerable.Range(0, table.Bodies).Select(b => table.Sums.Select(s => Holds(s, b)).ToArray())];
        var known = new Dictionary<string, int>();
        kinds = [.. Enumerable.Range(0, table.Bodies).Select(b => KindOf(b, known))];
    }

    /// <summary>The balances in which a count of this body goes up by one, those that change the fewest counts first.</summary>
    public IReadOnlyList<Balance> Of(int count, int body)
    {
        if (!found.TryGetValue((count, kinds[body]), out var list))
        {
            found.Add((count, kinds[body]), list = Find(count, body));
        }

        return list;
    }

    /// <summary>Whether another body may change so.</summary>
    public bool Fits(Balance balance, int body) =>
        Array.TrueForAll(balance.Counts, c => table.Counts[c][body] is not null) && Array.TrueForAll(balance.Broken, s => !holds[body][s]);

    private List<Balance> Find(int count, int body)
    {
        var balances = new List<Balance>();
        var queue = new Queue<SortedDictionary<int, int>>();
        var seen = new HashSet<string>();
        Try(queue, seen, new() { [count] = 1 });
        for (var tried = 0; queue.Count > 0 && tried < MostTried && balances.Count < Most; tried++)
        {
            var signs = queue.Dequeue();
            var broken = Enumerable.Range(0, table.Sums.Count).FirstOrDefault(s => holds[body][s] && Off(table.Sums[s], signs) != 0, -1);
            if (broken >= 0)
            {
                Mend(table.Sums[broken], signs, body, next => Try(queue, seen, next));
                continue;
            }

            balances.Add(Made(count, signs));
            // A part that comes to its whole, on the way up or on the way down, takes it along.
            foreach (var bound in table.Bounds.Where(b => Of(signs, b.Part) != Of(signs, b.Whole)))
            {
                Change(signs, bound.Whole, Of(signs, bound.Part), body, next => Try(queue, seen, next));
                Change(signs, bound.Part, Of(signs, bound.Whole), body, next => Try(queue, seen, next));
            }
        }

        return balances;
    }

    private static void Try(Queue<SortedDictionary<int, int>> queue, HashSet<string> seen, SortedDictionary<int, int> signs)
    {
        if (seen.Add(string.Join(' ', signs)))
        {
            queue.Enqueue(signs);
        }
    }

    /// <summary>Every change of one more count that brings a broken sum nearer.</summary>
    private void Mend(CountSum sum, SortedDictionary<int, int> signs, int body, Action<SortedDictionary<int, int>> next)
    {
        var off = Math.Sign(Off(sum, signs));
        foreach (var part in sum.Parts)
        {
            Change(signs, part, off, body, next);
        }

        Change(signs, sum.Whole, -off, body, next);
    }

    private void Change(SortedDictionary<int, int> signs, int count, int sign, int body, Action<SortedDictionary<int, int>> next)
    {
        if (sign != 0 && !signs.ContainsKey(count) && table.Counts[count][body] is not null)
        {
            next(new(signs) { [count] = sign });
        }
    }

    private Balance Made(int count, SortedDictionary<int, int> signs)
    {
        int[] counts = [count, .. signs.Keys.Where(c => c != count)];
        return new Balance(
            counts,
            [.. counts.Select(c => signs[c])],
            [.. Enumerable.Range(0, table.Sums.Count).Where(s => Off(table.Sums[s], signs) != 0)],
            [.. table.Bounds.Select(b => (b, Of(signs, b.Part) - Of(signs, b.Whole))).Where(b => b.Item2 != 0)]);
    }

    private static int Off(CountSum sum, SortedDictionary<int, int> signs) => Of(signs, sum.Whole) - sum.Parts.Sum(p => Of(signs, p));

    private static int Of(SortedDictionary<int, int> signs, int count) => signs.GetValueOrDefault(count);

    private bool Holds(CountSum sum, int body)
    {
        var parts = sum.Parts.Select(p => table.Counts[p][body]).OfType<decimal>().ToList();
        return parts.Count > 0 && table.Counts[sum.Whole][body] == parts.Sum();
    }

    private int KindOf(int body, Dictionary<string, int> known)
    {
        var kind = string.Concat(table.Counts.Select(c => c[body] is null ? '0' : '1').Concat(holds[body].Select(h => h ? '1' : '0')));
        if (!known.TryGetValue(kind, out var number))
        {
            known.Add(kind, number = known.Count);
        }

        return number;
    }
}
