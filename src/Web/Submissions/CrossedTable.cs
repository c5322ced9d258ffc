using Responsables.Domain.Frameworks;

namespace Responsables.Web.Submissions;

/// <summary>How a breakdown whose dimensions cross is laid out: the shortest across, the others down.</summary>
internal sealed class CrossedTable(Variable variable)
{
    public Breakdown Across { get; } = variable.Breakdowns.MinBy(b => b.Cells.Count)!;

    public IEnumerable<(string Dimension, string Cell)[]> Lines => variable.Breakdowns.Where(b => b != Across).Aggregate(
        (IEnumerable<(string, string)[]>)[[]],
        (lines, dimension) => lines.SelectMany(line => dimension.Cells.Select(c => ((string, string)[])[.. line, (dimension.Code, c.Code)])));

    public CellKey Key((string Dimension, string Cell)[] line, Domain.Frameworks.Option column) => CellKey.Of([.. line, (Across.Code, column.Code)]);
}
