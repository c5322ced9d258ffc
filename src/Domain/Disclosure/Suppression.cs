namespace Responsables.Domain.Disclosure;

/// <summary>
/// Hides the small counts of a table (primary) and what would give them back (secondary). For each small count two moves are kept: one that
/// takes it up to the threshold, one that takes it down to one. Each is another table, exact and whole, that is shown alike: no reading of what is
/// shown, however clever, can exclude it. The cells that moves change are hidden; moves are chosen so that little is.
/// </summary>
public static class Suppression
{
    /// <summary>The state of each published cell, in the order of the table.</summary>
    public static IReadOnlyList<CellState> Of(CountTable table, SmallNumberRule rule)
    {
        var grid = new CellGrid(table);
        bool[] primary = [.. grid.Values.Select(rule.Hides)];
        var hidden = new Hidden(grid, primary);
        if (primary.Contains(true) && !Protect(grid, rule, primary, hidden))
        {
            // Nothing shown at all: no count can then be told from its double, nor from zero.
            hidden.Keep(Enumerable.Range(0, grid.Count));
        }

        return [.. table.Cells.Select((_, i) => grid.PlaceOf(i) is var at && at < 0 ? CellState.Shown
            : primary[at] ? CellState.Primary
            : hidden.Has(at) ? CellState.Secondary
            : CellState.Shown)];
    }

    /// <summary>Whether every small count has its two moves.</summary>
    private static bool Protect(CellGrid grid, SmallNumberRule rule, bool[] primary, Hidden hidden)
    {
        var protection = new Protection(grid, new MoveSearch(grid, new Balances(grid.Table), hidden), hidden);
        if (!protection.Make(rule, Enumerable.Range(0, grid.Count).Where(c => primary[c])))
        {
            return false;
        }

        protection.Spare();
        return true;
    }
}
