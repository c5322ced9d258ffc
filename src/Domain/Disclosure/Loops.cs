namespace Responsables.Domain.Disclosure;

/// <summary>A change of one body, and the opposite one of another (-1: of none).</summary>
internal sealed record Exchange(Balance Balance, int Body, int Partner, decimal Amount);

/// <summary>
/// Closes an exchange into a loop: two more bodies change the other way round, so that what the first two have not in common does not change
/// either (two regions and two networks, with a body of each network in each region, all keep their figures).
/// </summary>
internal sealed class Loops(CellGrid grid, Balances balances, Hidden hidden)
{
    /// <summary>Below this cost, two departments or so, a loop is not looked for.</summary>
    private const int Enough = 8;

    private const int MostPairs = 3;
    private const int MostFirst = 16;

    private readonly int[] changes = new int[grid.Count];

    /// <summary>Adds to a move, which holds the exchange already, the pairs of bodies that make less change.</summary>
    /// <param name="free">Bodies that may change: not those of the cell that is to change.</param>
    public void Close(Exchange exchange, int sign, Move move, IReadOnlyList<int> free)
    {
        var cost = Change(exchange.Balance, exchange.Body, 1) + Change(exchange.Balance, exchange.Partner, -1);
        var pairs = new List<(int Down, int Up)>();
        while (cost > Enough && pairs.Count < MostPairs && Best(exchange, sign, move, free, cost) is { } best)
        {
            move.Add(exchange.Balance, best.Down, -sign * exchange.Amount);
            move.Add(exchange.Balance, best.Up, sign * exchange.Amount);
            cost += Change(exchange.Balance, best.Down, -1) + Change(exchange.Balance, best.Up, 1);
            pairs.Add(best);
        }

        Change(exchange.Balance, exchange.Body, -1);
        Change(exchange.Balance, exchange.Partner, 1);
        foreach (var (down, up) in pairs)
        {
            Change(exchange.Balance, down, 1);
            Change(exchange.Balance, up, -1);
        }
    }

    private (int Down, int Up)? Best(Exchange exchange, int sign, Move move, IReadOnlyList<int> free, int cost)
    {
        (int, int)? best = null;
        var lowest = cost;
        var balance = exchange.Balance;
        int[] fitting = [.. free.Where(b => balances.Fits(balance, b))];
        int[] rising = [.. fitting.Where(b => HasRoom(b, sign))];
        var first = fitting.Where(b => HasRoom(b, -sign)).Select(b => (Body: b, Cost: Weigh(b, -1))).OrderBy(b => b.Cost).ThenBy(b => b.Body).Take(MostFirst).ToList();
        foreach (var (down, before) in first)
        {
            Change(balance, down, -1);
            foreach (var up in rising)
            {
                if (up != down && cost + before + Weigh(up, 1) is var total && total < lowest)
                {
                    (lowest, best) = (total, (down, up));
                }
            }

            Change(balance, down, 1);
        }

        return best;

        bool HasRoom(int body, int way) => move.Room(balance, body, way) is not { } room || room >= exchange.Amount;

        int Weigh(int body, int by)
        {
            var more = 0;
            foreach (var count in balance.Counts)
            {
                foreach (var cell in grid.Holding(count, body))
                {
                    more += changes[cell] == 0 ? hidden.CostOf(cell) : changes[cell] + by == 0 ? -hidden.CostOf(cell) : 0;
                }
            }

            return more;
        }
    }

    /// <summary>Notes a change of a body, and says what it costs more.</summary>
    private int Change(Balance balance, int body, int by)
    {
        var more = 0;
        foreach (var count in balance.Counts)
        {
            foreach (var cell in grid.Holding(count, body))
            {
                var cost = hidden.CostOf(cell);
                more -= changes[cell] == 0 ? 0 : cost;
                changes[cell] += by;
                more += changes[cell] == 0 ? 0 : cost;
            }
        }

        return more;
    }
}
