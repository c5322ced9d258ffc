using Responsables.Domain.Disclosure;

namespace Responsables.Domain.Tests.Disclosure;

/// <summary>
/// The same attack by brute force, for the smallest tables: every table of whole numbers up to a highest one is tried against what is shown.
/// What linear programming would think possible by fractions alone is not found here.
/// </summary>
internal sealed class CountingAttack
{
    private readonly CountTable table;
    private readonly int highest;
    private readonly List<(int Count, int Body)> keys = [];
    private readonly List<(int[] Keys, decimal Total)> shown = [];
    private readonly int?[] read;

    public CountingAttack(CountTable table, IReadOnlyList<CellState> states, int highest)
    {
        (this.table, this.highest) = (table, highest);
        for (var body = 0; body < table.Bodies; body++)
        {
            keys.AddRange(Enumerable.Range(0, table.Counts.Count).Where(c => table.Counts[c][body] is not null).Select(c => (c, body)));
        }

        shown.AddRange(table.Cells.Where((_, i) => states[i] == CellState.Shown).Select(c => (KeysOf(c), KeysOf(c).Sum(k => Real(k)))));
        read = [.. keys.Select((_, k) => shown.Exists(s => s.Keys is [var only] && only == k) ? (int?)Real(k) : null)];
    }

    /// <summary>Whether some table shown alike has a count for which this is true.</summary>
    public bool Finds(CountCell cell, Func<int, bool> wanted) => Try(0, new int[keys.Count], KeysOf(cell), wanted);

    private bool Try(int at, int[] values, int[] cell, Func<int, bool> wanted)
    {
        if (!IsPossible(at, values))
        {
            return false;
        }

        if (at == keys.Count)
        {
            return wanted(cell.Sum(k => values[k]));
        }

        var (from, to) = read[at] is { } known ? (known, known) : (0, highest);
        for (var value = from; value <= to; value++)
        {
            values[at] = value;
            if (Try(at + 1, values, cell, wanted))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the values chosen so far, those before <paramref name="at"/>, contradict nothing.</summary>
    private bool IsPossible(int at, int[] values)
    {
        foreach (var (cell, total) in shown)
        {
            var sum = cell.Where(k => k < at).Sum(k => values[k]);
            if (sum > total || (sum < total && cell.All(k => k < at)))
            {
                return false;
            }
        }

        // The keys of one body follow each other: it is looked at once it is complete.
        if (at == 0 || (at < keys.Count && keys[at].Body == keys[at - 1].Body))
        {
            return true;
        }

        var body = keys[at - 1].Body;
        int? Of(int count) => keys.IndexOf((count, body)) is var k && k < 0 ? null : values[k];
        return table.Sums.All(s => !Holds(s, body) || s.Parts.Sum(p => Of(p) ?? 0) == Of(s.Whole))
            && table.Bounds.All(b => Of(b.Part) is not { } part || Of(b.Whole) is not { } whole || part <= whole);
    }

    private bool Holds(CountSum sum, int body) =>
        table.Counts[sum.Whole][body] is { } whole && sum.Parts.Any(p => table.Counts[p][body] is not null)
        && sum.Parts.Sum(p => table.Counts[p][body] ?? 0) == whole;

    private int[] KeysOf(CountCell cell) => [.. cell.Bodies.Select(b => keys.IndexOf((cell.Count, b))).Where(k => k >= 0)];

    private decimal Real(int key) => table.Counts[keys[key].Count][keys[key].Body]!.Value;
}
