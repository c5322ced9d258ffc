namespace Responsables.Domain.Disclosure;

/// <summary>Which cells are hidden so far, and how many moves need each.</summary>
internal sealed class Hidden(CellGrid grid, IReadOnlyList<bool> primary)
{
    private readonly int[] needed = new int[grid.Count];

    public bool Has(int cell) => primary[cell] || needed[cell] > 0;

    /// <summary>What hiding a cell would cost more.</summary>
    public int CostOf(int cell) => Has(cell) ? 0 : grid.Costs[cell];

    public int CostOf(IEnumerable<int> cells) => cells.Sum(CostOf);

    public void Keep(IEnumerable<int> cells) => Count(cells, 1);

    public void Free(IEnumerable<int> cells) => Count(cells, -1);

    private void Count(IEnumerable<int> cells, int by)
    {
        foreach (var cell in cells)
        {
            needed[cell] += by;
        }
    }
}
