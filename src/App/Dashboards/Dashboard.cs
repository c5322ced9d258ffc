using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Targets;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;

namespace Responsables.App.Dashboards;

/// <summary>Everything that the page of a node shows.</summary>
/// <param name="Years">Years in which the node exists, the latest first.</param>
/// <param name="Bodies">Bodies whose values enter the node, itself included, as this reading counts them.</param>
/// <param name="Levels">The levels this person may choose.</param>
/// <param name="Withheld">Years of this reading that would tell the value of a body that this person may not open.</param>
/// <param name="Perimeter">How the reading differs from what was published that year, and what moved since the year before.</param>
/// <param name="Path">From the federation to the node, for an organisation; otherwise the node alone.</param>
public sealed record Dashboard(
    Campaign Campaign, Framework Framework, IReadOnlyList<int> Years, NodeKey Node, NodeName Name, int Bodies, FigureLevel Level, PerimeterReading Reading,
    IReadOnlyList<FigureLevel> Levels, IReadOnlyList<(NodeKey Node, string Name)> Path, IReadOnlyList<DashboardLine> Lines, ChildrenTable? Children,
    IReadOnlyList<int> Withheld, YearBodies Perimeter);

/// <summary>A line of a dashboard.</summary>
/// <param name="Trend">Its values since the framework began, the first year first.</param>
/// <param name="Target">The next target of the node for it; the last one when all are past; null: none.</param>
public sealed record DashboardLine(
    Indicator Indicator, Figure Figure, Figure? Before, IReadOnlyList<(int Year, decimal? Value)> Trend, TargetRead? Target) : FigureLine(Indicator, Figure, Before);

/// <summary>One indicator compared over the children of a node, the largest value first.</summary>
/// <param name="Hidden">Children that this person may not see one by one.</param>
public sealed record ChildrenTable(Indicator Indicator, IReadOnlyList<ChildFigure> Rows, int Hidden);

/// <summary>A child's figure.</summary>
public sealed record ChildFigure(NodeKey Node, string Name, Figure Figure, Figure? Before);
