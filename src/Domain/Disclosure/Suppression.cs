namespace Responsables.Domain.Disclosure;

/// <summary>
/// Hides the small counts of a table (primary) and what would give them back (secondary). For each small count two moves are kept: one that
/// takes it up to the threshold, one that takes it down to one. Each is another table, exact and whole, that is shown alike: no reading of what is
/// shown, however clever, can exclude it. The cells that moves change are hidden; moves are chosen so that little is.
/// </summary>
public static class Suppression
{
    /// <summary>The state of each published cell, in the order of the table.</summary>
    /// <param name="past">What earlier editions of the same year say of each published cell; null: there is none.</param>
    public static IReadOnlyList<CellState> Of(CountTable table, SmallNumberRule rule, IReadOnlyList<CellPast>? past = null)
    {
        var grid = new CellGrid(table);
        bool[] primary = [.. grid.Values.Select(rule.Hides)];
        var places = Enumerable.Range(0, past?.Count ?? 0).ToLookup(i => past![i], grid.PlaceOf);
        var hidden = new Hidden(grid, primary, places[CellPast.Told]);
        hidden.Keep(places[CellPast.Hidden].Where(p => p >= 0).Distinct());
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
