using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Submissions;

/// <summary>Reads the column <c>breakdown</c>: empty, or <c>dimension=cell</c> joined by <c>;</c> in any order.</summary>
internal static class AnswersCells
{
    /// <summary>The cell, or what is wrong with it (the place is the caller's).</summary>
    public static (CellKey Cell, Problem? Problem) Read(Framework framework, Variable variable, string breakdown)
    {
        if (breakdown.Length == 0)
        {
            return variable.HasTotal ? (CellKey.Total, null) : Fault("submissions.cells-only", variable.Code, Dimensions(variable));
        }

        var parts = new List<(string Dimension, string Cell)>();
        foreach (var piece in breakdown.Split(';'))
        {
            var pair = piece.Split('=');
            if (pair.Length != 2 || pair.Any(string.IsNullOrWhiteSpace))
            {
                return Fault("submissions.breakdown-malformed", breakdown);
            }

            parts.Add((pair[0].Trim(), pair[1].Trim()));
        }

        if (variable.Breakdowns.Count == 0)
        {
            return Fault("submissions.no-breakdown", variable.Code);
        }

        foreach (var (dimension, cell) in parts)
        {
            if (variable.Breakdowns.FirstOrDefault(b => b.Code == dimension) is not { } known)
            {
                return Fault("submissions.dimension-unknown", dimension, variable.Code, Dimensions(variable));
            }

            if (known.Cells.All(c => c.Code != cell))
            {
                return Fault("submissions.cell-unknown", cell, dimension, string.Join(", ", known.Cells.Select(c => c.Code)));
            }
        }

        var key = CellKey.Of(parts);
        return framework.Slots.Of(variable.Code, key) >= 0
            ? (key, null)
            : Fault("submissions.cell-not-in-table", breakdown, variable.Code, variable.BrokenDown[0]);
    }

    private static string Dimensions(Variable variable) => string.Join(", ", variable.Breakdowns.Select(b => b.Code));

    private static (CellKey, Problem?) Fault(string code, params object?[] arguments) => (CellKey.Total, new Problem(code, null, arguments));
}
