namespace Responsables.Domain.Frameworks;

/// <summary>A collected variable (donnée collectée): asked once of each body whatever the number of indicators that use it.</summary>
public sealed record Variable(
    VariableCode Code,
    string Label,
    string? Help,
    VariableType Type,
    string? Unit,
    Addition OverBodies,
    VariableCode? Weight,
    TimeAddition OverTime,
    decimal? Min,
    decimal? Max,
    bool Many,
    IReadOnlyList<Option> Options,
    IReadOnlyList<Breakdown> Breakdowns,
    BreakdownLayout Layout,
    bool HasTotal)
{
    /// <summary>It counts persons: a small number of them is not told to the public.</summary>
    public bool CountsPersons { get; init; }

    public bool IsNumeric => Type is VariableType.Integer or VariableType.Decimal or VariableType.Money;

    private IReadOnlyList<CellKey>? brokenDown;
    private IReadOnlyList<CellKey>? sealedOrder;

    /// <summary>Every place a value may be entered: the total first (unless it has cells only), then the cells in their order.</summary>
    public IEnumerable<CellKey> Cells => HasTotal ? BrokenDown.Prepend(CellKey.Total) : BrokenDown;

    /// <summary>The cells of its breakdowns: each dimension apart, or all dimensions crossed.</summary>
    public IReadOnlyList<CellKey> BrokenDown => brokenDown ??= Layout == BreakdownLayout.Crossed
        ? [.. Crossed(Breakdowns)]
        : [.. Breakdowns.SelectMany(b => b.Keys)];

    /// <summary>The total and the cells by their text, the order in which a content is sealed.</summary>
    internal IReadOnlyList<CellKey> SealedOrder =>
        sealedOrder ??= [.. BrokenDown.Prepend(CellKey.Total).OrderBy(c => c.Value, StringComparer.Ordinal)];

    private static IEnumerable<CellKey> Crossed(IReadOnlyList<Breakdown> dimensions) =>
        dimensions.Aggregate(
                dimensions.Count == 0 ? [] : (IEnumerable<(string, string)[]>)[[]],
                (rows, dimension) => rows.SelectMany(row => dimension.Cells.Select(c => ((string, string)[])[.. row, (dimension.Code, c.Code)])))
            .Select(row => CellKey.Of(row));
}

/// <summary>What is entered: oui or non, a whole number, a decimal, an amount in euros, free text, one or several options.</summary>
public enum VariableType { Boolean, Integer, Decimal, Money, Text, List }

/// <summary>How a variable adds up over bodies.</summary>
public enum Addition { None, Sum, Count, WeightedMean, Distribution }

/// <summary>How a variable adds up over time: a sum over the year, a value at 31 December, a mean of the year.</summary>
public enum TimeAddition { None, EndOfYear, Sum, Mean }

/// <summary>Each dimension apart (the default), or every combination of them.</summary>
public enum BreakdownLayout { Marginal, Crossed }

/// <summary>A choice of a list.</summary>
public sealed record Option(string Code, string Label);

/// <summary>A dimension along which a variable is broken down (ventilation).</summary>
/// <param name="Partition">Whether its cells make up the total; overlapping cells are never added.</param>
/// <param name="Required">Whether an empty cell is to be completed.</param>
public sealed record Breakdown(string Code, string Label, bool Partition, bool Required, IReadOnlyList<Option> Cells)
{
    private IReadOnlyList<CellKey>? keys;

    /// <summary>Its cells, each by itself.</summary>
    public IReadOnlyList<CellKey> Keys => keys ??= [.. Cells.Select(c => CellKey.Of((Code, c.Code)))];
}
