namespace Responsables.Reports.Documents;

/// <summary>A table of figures: the first cell of a row names it.</summary>
public sealed record DataTable(string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : Block
{
    /// <summary>Below it: what its signs mean, its source.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public string? Anchor { get; init; }

    public string? Colour { get; init; }

    /// <summary>The name of its sheet or file; null: its caption.</summary>
    public string? ShortName { get; init; }
}

/// <param name="Weight">Its width beside the others.</param>
/// <param name="Decimals">How many a workbook shows of its numbers; null: those they have.</param>
public sealed record TableColumn(string Header, bool IsNumber = false, int Weight = 1, int? Decimals = 0);

/// <summary>A row; of a group, its one cell names the rows that follow.</summary>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public bool IsGroup { get; init; }

    /// <summary>A total.</summary>
    public bool IsStrong { get; init; }

    public static TableRow Group(string name) => new([new TableCell(name)]) { IsGroup = true };
}

/// <param name="Text">As it is read: a number in words, « — » where there is none.</param>
/// <param name="Number">The exact number, for formats that calculate.</param>
public sealed record TableCell(string Text, decimal? Number = null);
