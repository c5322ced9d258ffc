using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Consolidation;

/// <summary>An indicator of a node: its figure, and the one of the year before, read the same way.</summary>
public record FigureLine(Indicator Indicator, Figure Figure, Figure? Before)
{
    /// <summary>Difference with the year before, in the unit of the figure; null without both.</summary>
    public decimal? Change => Figure.Value - Before?.Value;

    /// <summary>Relative change in percent; null without both, or when the year before is zero.</summary>
    public decimal? ChangePercent => Change is { } change && Before?.Value is { } before && before != 0 ? 100 * change / Math.Abs(before) : null;
}
