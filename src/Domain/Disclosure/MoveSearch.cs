namespace Responsables.Domain.Disclosure;

/// <summary>
/// Finds the cheapest move that takes a cell up or down: a body inside the cell changes one way and a body outside it the other way, so that
/// only the cells that hold one of the two change; several such exchanges where one does not suffice. Everything is exact, and the first of
/// equal ones is taken: the same table is always hidden alike.
/// </summary>
internal sealed class MoveSearch(CellGrid grid, Balances balances, Hidden hidden)
{
    private const int MostExchanges = 64;
    private const int MostSources = 8;

    private readonly Loops loops = new(grid, balances, hidden);
    private readonly int[][] givers = [.. grid.Table.Counts.Select(c => Enumerable.Range(0, c.Count).Where(b => c[b] is not null).ToArray())];

    /// <summary>The cells of a move by which a cell changes by an amount in a direction (1 or -1); null when none is found.</summary>
    public IReadOnlyList<int>? Find(int cell, int sign, decimal amount)
    {
        var move = new Move(grid);
        for (var i = 0; amount > 0 && i < MostExchanges; i++)
        {
            if (Cheapest(cell, sign, amount, move) is not { } step)
            {
                return null;
            }

            move.Add(step.Balance, step.Body, sign * step.Amount);
            if (step.Partner >= 0)
            {
                move.Add(step.Balance, step.Partner, -sign * step.Amount);
                loops.Close(step, sign, move, Outside(cell));
            }

            amount -= step.Amount;
        }

        return amount > 0 ? null : move.Cells();
    }

    private Exchange? Cheapest(int cell, int sign, decimal wanted, Move move)
    {
        Exchange? best = null;
        var lowest = long.MaxValue;
        var count = grid.CountOf(cell);
        var outside = Outside(cell);
        foreach (var body in Sources(cell, count, sign, move))
        {
            foreach (var balance in balances.Of(count, body))
            {
                var room = Least(wanted, move.Room(balance, body, sign));
                if (room <= 0)
                {
                    continue;
                }

                // Alone: everything above changes, the whole included.
                Weigh(balance, body, -1, room);
                foreach (var partner in outside)
                {
                    if (lowest > 0 && balances.Fits(balance, partner))
                    {
                        Weigh(balance, body, partner, Least(room, move.Room(balance, partner, -sign)));
                    }
                }
            }
        }

        return best;

        void Weigh(Balance balance, int body, int partner, decimal amount)
        {
            if (amount <= 0)
            {
                return;
            }

            // An exchange that covers a part of what is wanted will have to be followed by others.
            var times = (long)decimal.Ceiling(Math.Min(wanted / amount, MostExchanges));
            var cost = CostOf(balance, body, partner, times, lowest);
            if (cost < lowest)
            {
                (lowest, best) = (cost, new Exchange(balance, body, partner, amount));
            }
        }
    }

    private List<int> Outside(int cell)
    {
        var outside = new List<int>();
        foreach (var giver in givers[grid.CountOf(cell)])
        {
            if (grid.BodiesOf(cell).BinarySearch(giver) < 0)
            {
                outside.Add(giver);
            }
        }

        return outside;
    }

    /// <summary>The bodies of a cell that may change; of several, those that give something.</summary>
    private IEnumerable<int> Sources(int cell, int count, int sign, Move move)
    {
        var bodies = grid.BodiesOf(cell).ToArray();
        return bodies.Length == 1 ? bodies
            : bodies.Where(b => sign < 0 ? move.Of(count, b) > 0 : grid.Table.Counts[count][b] > 0).Take(MostSources);
    }

    private long CostOf(Balance balance, int body, int partner, long times, long enough)
    {
        var cost = 0L;
        foreach (var count in balance.Counts)
        {
            cost += times * CostOf(grid.Holding(count, body), partner < 0 ? [] : grid.Holding(count, partner));
            if (cost >= enough)
            {
                break;
            }
        }

        return cost;
    }

    /// <summary>What hiding the cells that are in one of the two would cost.</summary>
    private long CostOf(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var cost = 0L;
        int i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            if (j == right.Length || (i < left.Length && left[i] < right[j]))
            {
                cost += hidden.CostOf(left[i++]);
            }
            else if (i == left.Length || right[j] < left[i])
            {
                cost += hidden.CostOf(right[j++]);
            }
            else
            {
                (i, j) = (i + 1, j + 1);
            }
        }

        return cost;
    }

    private static decimal Least(decimal one, decimal? other) => other is { } known && known < one ? known : one;
}
