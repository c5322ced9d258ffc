namespace Responsables.Domain.Disclosure;

/// <summary>Which cells are hidden so far, how many moves need each, and what is lost in all.</summary>
internal sealed class Hidden(CellGrid grid, IReadOnlyList<bool> primary, IEnumerable<int> told)
{
    private const int OutOfReach = 1_000_000;

    /// <summary>How much dearer a cell is that was told before, as it is.</summary>
    private const int OfTold = 50;

    private readonly HashSet<int> told = [.. told];

    private readonly int[] needed = new int[grid.Count];

    /// <summary>A cell that is to stay shown if that can be; -1: none.</summary>
    public int Spared { get; set; } = -1;

    /// <summary>What the cells that are hidden for the sake of others cost.</summary>
    public int Cost { get; private set; }

    public bool Has(int cell) => primary[cell] || needed[cell] > 0;

    public bool IsSecondary(int cell) => !primary[cell] && needed[cell] > 0;

    /// <summary>What hiding a cell would cost more.</summary>
    public int CostOf(int cell) => cell == Spared ? OutOfReach : Has(cell) ? 0 : PriceOf(cell);

    public void Keep(IEnumerable<int> cells)
    {
        foreach (var cell in cells)
        {
            Cost += primary[cell] || needed[cell] > 0 ? 0 : PriceOf(cell);
            needed[cell]++;
        }
    }

    public void Free(IEnumerable<int> cells)
    {
        foreach (var cell in cells)
        {
            needed[cell]--;
            Cost -= primary[cell] || needed[cell] > 0 ? 0 : PriceOf(cell);
        }
    }

    private int PriceOf(int cell) => grid.Costs[cell] * (told.Contains(cell) ? OfTold : 1);
}
