namespace Responsables.Domain.Frameworks;

/// <summary>
/// A cell of a breakdown: <c>sexe=femmes</c>, several dimensions joined by <c>;</c> in alphabetical order (crossed tables), or
/// <see cref="Total"/> for the whole.
/// </summary>
public readonly record struct CellKey(string Value)
{
    /// <summary>The whole, without breakdown.</summary>
    public static readonly CellKey Total = new("");

    public bool IsTotal => Value.Length == 0;

    /// <summary>The cell of these dimensions, put in alphabetical order.</summary>
    public static CellKey Of(params IEnumerable<(string Dimension, string Cell)> parts) =>
        new(string.Join(';', parts.OrderBy(p => p.Dimension, StringComparer.Ordinal).Select(p => $"{p.Dimension}={p.Cell}")));

    /// <summary>Its dimensions and cells, in alphabetical order; empty for the whole.</summary>
    public IEnumerable<(string Dimension, string Cell)> Parts() =>
        IsTotal ? [] : Value.Split(';').Select(p => (p[..p.IndexOf('=', StringComparison.Ordinal)], p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..]));

    public override string ToString() => Value;
}
