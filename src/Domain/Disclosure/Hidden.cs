namespace Responsables.Domain.Disclosure;

/// <summary>Which cells are hidden so far, how many moves need each, and what is lost in all.</summary>
internal sealed class Hidden(CellGrid grid, IReadOnlyList<bool> primary)
{
    private const int OutOfReach = 1_000_000;

    private readonly int[] needed = new int[grid.Count];

    /// <summary>A cell that is to stay shown if that can be; -1: none.</summary>
    public int Spared { get; set; } = -1;

    /// <summary>What the cells that are hidden for the sake of others cost.</summary>
    public int Cost { get; private set; }

    public bool Has(int cell) => primary[cell] || needed[cell] > 0;

    public bool IsSecondary(int cell) => !primary[cell] && needed[cell] > 0;

    /// <summary>What hiding a cell would cost more.</summary>
    public int CostOf(int cell) => cell == Spared ? OutOfReach : Has(cell) ? 0 : grid.Costs[cell];

    public void Keep(IEnumerable<int> cells)
    {
        foreach (var cell in cells)
        {
            Cost += primary[cell] || needed[cell] > 0 ? 0 : grid.Costs[cell];
            needed[cell]++;
        }
    }

    public void Free(IEnumerable<int> cells)
    {
        foreach (var cell in cells)
        {
            needed[cell]--;
            Cost -= primary[cell] || needed[cell] > 0 ? 0 : grid.Costs[cell];
        }
    }
}
