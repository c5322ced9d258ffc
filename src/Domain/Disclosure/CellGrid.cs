namespace Responsables.Domain.Disclosure;

/// <summary>
/// The cells of a table, each once: those published, and what each body gives of each count, published or not (a fund's own staff is the
/// fund less the bodies below it: whoever reads these has read it).
/// </summary>
internal sealed class CellGrid
{
    private readonly Dictionary<(int Count, string Bodies), int> known = [];
    private readonly List<(int Count, int[] Bodies)> cells = [];
    private readonly List<bool> published = [];
    private readonly int[][][] above;
    private readonly int[] places;

    public CellGrid(CountTable table)
    {
        Table = table;
        for (var count = 0; count < table.Counts.Count; count++)
        {
            for (var body = 0; body < table.Bodies; body++)
            {
                if (table.Counts[count][body] is not null)
                {
                    Add(count, [body]);
                }
            }
        }

        places = [.. table.Cells.Select(Place)];
        Values = [.. cells.Select(c => c.Bodies.Sum(b => table.Counts[c.Count][b]!.Value))];
        Costs = [.. cells.Select((c, i) => !published[i] ? 0 : c.Bodies.Length + (Values[i] == 0 ? CostOfZero : 0))];
        above = Above();
    }

    /// <summary>Hiding a zero tells that there may be somebody where there is nobody: dearer than another cell of the same size.</summary>
    private const int CostOfZero = 3;

    public CountTable Table { get; }

    public int Count => cells.Count;

    public decimal[] Values { get; }

    /// <summary>What is lost by hiding a cell: the number of bodies that it sums up; nothing where it is not published.</summary>
    public int[] Costs { get; }

    public int CountOf(int cell) => cells[cell].Count;

    public ReadOnlySpan<int> BodiesOf(int cell) => cells[cell].Bodies;

    /// <summary>The cells that hold what a body gives of a count, in ascending order; empty when it gives nothing.</summary>
    public ReadOnlySpan<int> Holding(int count, int body) => above[count][body];

    /// <summary>Where a published cell is; -1 when no body gives anything there.</summary>
    public int PlaceOf(int publishedCell) => places[publishedCell];

    private int Place(CountCell cell)
    {
        int[] bodies = [.. cell.Bodies.Where(b => Table.Counts[cell.Count][b] is not null).Distinct().Order()];
        if (bodies.Length == 0)
        {
            return -1;
        }

        var place = Add(cell.Count, bodies);
        published[place] = true;
        return place;
    }

    private int Add(int count, int[] bodies)
    {
        var key = (count, string.Join(',', bodies));
        if (!known.TryGetValue(key, out var place))
        {
            known.Add(key, place = cells.Count);
            cells.Add((count, bodies));
            published.Add(false);
        }

        return place;
    }

    private int[][][] Above()
    {
        var lists = Table.Counts.Select(_ => Enumerable.Range(0, Table.Bodies).Select(_ => new List<int>()).ToArray()).ToArray();
        for (var cell = 0; cell < cells.Count; cell++)
        {
            foreach (var body in cells[cell].Bodies)
            {
                lists[cells[cell].Count][body].Add(cell);
            }
        }

        return [.. lists.Select(l => l.Select(cells => cells.ToArray()).ToArray())];
    }
}
