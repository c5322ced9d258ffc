using Responsables.App.Campaigns;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>Everything that the page of a node shows.</summary>
/// <param name="Years">Years in which the node exists, the latest first.</param>
/// <param name="Bodies">Bodies whose values enter the node, itself included.</param>
/// <param name="Levels">The levels this person may choose.</param>
/// <param name="Path">From the federation to the node, for an organisation; otherwise the node alone.</param>
public sealed record Dashboard(
    Campaign Campaign, Framework Framework, IReadOnlyList<int> Years, NodeKey Node, NodeName Name, int Bodies, FigureLevel Level,
    IReadOnlyList<FigureLevel> Levels, IReadOnlyList<(NodeKey Node, string Name)> Path, IReadOnlyList<DashboardLine> Lines, ChildrenTable? Children);

/// <summary>An indicator of a node: its figure, and the one of the year before on that year's own tree.</summary>
public sealed record DashboardLine(Indicator Indicator, Figure Figure, Figure? Before)
{
    /// <summary>Difference with the year before, in the unit of the figure; null without both.</summary>
    public decimal? Change => Figure.Value - Before?.Value;

    /// <summary>Relative change in percent; null without both, or when the year before is zero.</summary>
    public decimal? ChangePercent => Change is { } change && Before?.Value is { } before && before != 0 ? 100 * change / Math.Abs(before) : null;
}

/// <summary>One indicator compared over the children of a node, the largest value first.</summary>
/// <param name="Hidden">Children that this person may not see one by one.</param>
public sealed record ChildrenTable(Indicator Indicator, IReadOnlyList<ChildFigure> Rows, int Hidden);

/// <summary>A child's figure.</summary>
public sealed record ChildFigure(NodeKey Node, string Name, Figure Figure, Figure? Before);
