using Responsables.Domain.Disclosure;

namespace Responsables.Domain.Tests.Disclosure;

/// <summary>
/// What somebody can compute who reads everything that is shown and knows how counts add up: bounds by linear programming. It knows nothing of
/// how cells are chosen, and works on the published table alone.
/// </summary>
internal sealed class LinearAttack
{
    private readonly CountTable table;
    private readonly Dictionary<(int Count, int Body), int> unknown = [];
    private readonly Dictionary<(int Count, int Body), decimal> read = [];
    private readonly Simplex simplex;

    public LinearAttack(CountTable table, IReadOnlyList<CellState> states)
    {
        this.table = table;
        var shown = table.Cells.Where((_, i) => states[i] == CellState.Shown).Select(c => (c.Count, Bodies: Given(c).ToList())).ToList();
        foreach (var (count, bodies) in shown.Where(s => s.Bodies.Count == 1))
        {
            read[(count, bodies[0])] = table.Counts[count][bodies[0]]!.Value;
        }

        foreach (var key in Keys().Where(k => !read.ContainsKey(k)))
        {
            unknown.Add(key, unknown.Count);
        }

        var slacks = Bounds().Count();
        var equalities = new List<(Rational[], Rational)>();
        foreach (var (count, bodies) in shown)
        {
            equalities.Add(Equality(unknown.Count + slacks, bodies.Select(b => (count, b, 1)), bodies.Sum(b => table.Counts[count][b]!.Value)));
        }

        foreach (var sum in table.Sums)
        {
            foreach (var body in Enumerable.Range(0, table.Bodies).Where(b => Holds(sum, b)))
            {
                equalities.Add(Equality(
                    unknown.Count + slacks,
                    sum.Parts.Where(p => table.Counts[p][body] is not null).Select(p => (p, body, 1)).Append((sum.Whole, body, -1)),
                    0));
            }
        }

        foreach (var ((part, whole, body), i) in Bounds().Select((b, i) => (b, i)))
        {
            var (row, value) = Equality(unknown.Count + slacks, [(part, body, 1), (whole, body, -1)], 0);
            row[unknown.Count + i] = 1;
            equalities.Add((row, value));
        }

        simplex = new Simplex(unknown.Count + slacks, equalities);
    }

    /// <summary>Between what a count over some bodies must lie; no upper bound: null.</summary>
    public (Rational Least, Rational? Most) Bounds(CountCell cell)
    {
        var keys = Given(cell).Select(b => (cell.Count, b)).ToList();
        Rational known = keys.Sum(k => read.GetValueOrDefault(k));
        var columns = keys.Where(unknown.ContainsKey).Select(k => unknown[k]).ToList();
        return (known + simplex.Least(columns), simplex.Most(columns) is { } most ? known + most : null);
    }

    private (Rational[], Rational) Equality(int width, IEnumerable<(int Count, int Body, int Sign)> terms, decimal value)
    {
        var row = new Rational[width];
        Rational right = value;
        foreach (var (count, body, sign) in terms)
        {
            if (unknown.TryGetValue((count, body), out var column))
            {
                row[column] += sign;
            }
            else
            {
                right -= sign * read[(count, body)];
            }
        }

        return (row, right);
    }

    private IEnumerable<(int Count, int Body)> Keys() =>
        from count in Enumerable.Range(0, table.Counts.Count)
        from body in Enumerable.Range(0, table.Bodies)
        where table.Counts[count][body] is not null
        select (count, body);

    private IEnumerable<(int Part, int Whole, int Body)> Bounds() =>
        from bound in table.Bounds
        from body in Enumerable.Range(0, table.Bodies)
        where table.Counts[bound.Part][body] is not null && table.Counts[bound.Whole][body] is not null
        select (bound.Part, bound.Whole, body);

    private IEnumerable<int> Given(CountCell cell) => cell.Bodies.Where(b => table.Counts[cell.Count][b] is not null);

    private bool Holds(CountSum sum, int body) =>
        table.Counts[sum.Whole][body] is { } whole && sum.Parts.Any(p => table.Counts[p][body] is not null)
        && sum.Parts.Sum(p => table.Counts[p][body] ?? 0) == whole;
}
