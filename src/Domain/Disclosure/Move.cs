namespace Responsables.Domain.Disclosure;

/// <summary>
/// Another world that would be shown alike: by how much each body's counts may differ from what they are, every sum kept and no count below
/// zero, so that only hidden cells change. A move that takes a small count to where the rule wants it is the proof that it is protected.
/// </summary>
internal sealed class Move(CellGrid grid)
{
    private readonly Dictionary<(int Count, int Body), decimal> changes = [];

    /// <summary>What a body would give.</summary>
    public decimal Of(int count, int body) => grid.Table.Counts[count][body]!.Value + changes.GetValueOrDefault((count, body));

    public void Add(Balance balance, int body, decimal amount)
    {
        for (var i = 0; i < balance.Counts.Length; i++)
        {
            var key = (balance.Counts[i], body);
            changes[key] = changes.GetValueOrDefault(key) + (balance.Signs[i] * amount);
        }
    }

    /// <summary>How far a body may change so: until a count comes to zero or a part to its whole; null: without end.</summary>
    public decimal? Room(Balance balance, int body, int sign)
    {
        decimal? room = null;
        for (var i = 0; i < balance.Counts.Length; i++)
        {
            if (balance.Signs[i] * sign < 0)
            {
                room = Least(room, Of(balance.Counts[i], body));
            }
        }

        foreach (var (bound, nearer) in balance.Bounds)
        {
            if (nearer * sign > 0 && grid.Table.Counts[bound.Part][body] is { } part && grid.Table.Counts[bound.Whole][body] is { } whole && part <= whole)
            {
                var left = Of(bound.Whole, body) - Of(bound.Part, body);
                room = Least(room, nearer * sign == 1 ? left : decimal.Floor(left / (nearer * sign)));
            }
        }

        return room;
    }

    /// <summary>The cells that change.</summary>
    public IReadOnlyList<int> Cells()
    {
        var totals = new SortedDictionary<int, decimal>();
        foreach (var ((count, body), change) in changes)
        {
            foreach (var cell in grid.Holding(count, body))
            {
                totals[cell] = totals.GetValueOrDefault(cell) + change;
            }
        }

        return [.. totals.Where(t => t.Value != 0).Select(t => t.Key)];
    }

    private static decimal Least(decimal? one, decimal other) => one is { } known && known < other ? known : other;
}
