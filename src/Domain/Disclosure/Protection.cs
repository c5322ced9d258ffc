namespace Responsables.Domain.Disclosure;

/// <summary>The moves that protect the small counts of a table, two for each, and the search for cheaper ones.</summary>
internal sealed class Protection(CellGrid grid, MoveSearch search, Hidden hidden)
{
    private const int MostRounds = 3;

    private static readonly int[] Signs = [1, -1];

    private readonly List<(int Cell, int Sign, decimal Amount)> wants = [];
    private readonly List<IReadOnlyList<int>> moves = [];

    /// <summary>Whether every small count was given its two moves.</summary>
    public bool Make(SmallNumberRule rule, IEnumerable<int> small)
    {
        // The largest first: what they need serves the others.
        foreach (var cell in small.OrderByDescending(c => grid.BodiesOf(c).Length).ThenBy(c => c))
        {
            foreach (var sign in Signs)
            {
                var amount = sign > 0 ? rule.Rise(grid.Values[cell]) : SmallNumberRule.Fall(grid.Values[cell]);
                if (amount > 0 && !Want(cell, sign, amount))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Shows again what can be: the dearest cells first, each where the moves that need it find others that cost less in all.</summary>
    public void Spare()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var before = hidden.Cost;
            foreach (var cell in Enumerable.Range(0, grid.Count).Where(hidden.IsSecondary).OrderByDescending(c => grid.Costs[c]).ThenBy(c => c).ToList())
            {
                TrySpare(cell);
            }

            if (hidden.Cost == before)
            {
                return;
            }
        }
    }

    private bool Want(int cell, int sign, decimal amount)
    {
        if (search.Find(cell, sign, amount) is not { } move)
        {
            return false;
        }

        wants.Add((cell, sign, amount));
        moves.Add(move);
        hidden.Keep(move);
        return true;
    }

    private void TrySpare(int cell)
    {
        var (before, concerned) = (hidden.Cost, Enumerable.Range(0, moves.Count).Where(m => moves[m].Contains(cell)).ToList());
        var kept = concerned.ConvertAll(m => moves[m]);
        kept.ForEach(hidden.Free);
        hidden.Spared = cell;
        var replaced = 0;
        while (replaced < concerned.Count && hidden.Cost < before)
        {
            var (target, sign, amount) = wants[concerned[replaced]];
            if (search.Find(target, sign, amount) is not { } move || move.Contains(cell))
            {
                break;
            }

            moves[concerned[replaced++]] = move;
            hidden.Keep(move);
        }

        hidden.Spared = -1;
        if (replaced == concerned.Count && hidden.Cost < before)
        {
            return;
        }

        for (var i = 0; i < concerned.Count; i++)
        {
            if (i < replaced)
            {
                hidden.Free(moves[concerned[i]]);
            }

            moves[concerned[i]] = kept[i];
            hidden.Keep(kept[i]);
        }
    }
}
