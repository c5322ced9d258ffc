using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;
using Responsables.Domain.Targets;

namespace Responsables.Domain.Publications;

/// <summary>A frozen figure.</summary>
/// <param name="Breakdown">Empty for the indicator's figure; a cell; for another output, <c>output=NAME</c> and its cell.</param>
/// <param name="Value">In the unit of the output; null for the reason <paramref name="Reason"/>.</param>
/// <param name="Numerator">Sum of the numerators, without the factor 100; for a plain sum, the sum.</param>
/// <param name="Denominator">Sum of the denominators; null for a plain sum.</param>
/// <param name="Expected">Bodies of which it is asked: the four that follow together.</param>
public sealed record EditionFigure(
    NodeKey Node, IndicatorCode Indicator, string Breakdown, decimal? Value, decimal? Numerator, decimal? Denominator, NoValue Reason, int Expected, int Answered,
    int NotApplicable, int Unavailable, int Missing)
{
    /// <summary>Whether it may not be told: it would tell a small number of persons.</summary>
    public bool IsSecret => Reason == NoValue.Secret;

    /// <summary>A figure as the public reads it, frozen.</summary>
    public static EditionFigure Of(NodeKey node, PartsSlot slot, Figure figure) => new(
        node, slot.Indicator.Code, slot.Breakdown, figure.Value, figure.Numerator, figure.Denominator, figure.Reason, figure.Expected,
        figure.Answered, figure.NotApplicable, figure.Unavailable, figure.Missing);
}

/// <summary>An indicator's figure at a node over the years, as it was published each year.</summary>
public sealed record EditionSeries(NodeKey Node, IndicatorCode Indicator, IReadOnlyList<EditionPoint> Points);

/// <summary>A year of a series.</summary>
/// <param name="Value">In the unit of the indicator's figure.</param>
/// <param name="IsComparable">Whether it may be compared with the year of the edition: no break of measure stands between.</param>
/// <param name="Breaks">Breaks from the point before.</param>
public sealed record EditionPoint(int Year, decimal? Value, NoValue Reason, bool IsComparable, IReadOnlyList<SeriesBreak> Breaks);

/// <summary>A target and how it stands by the series of the edition.</summary>
/// <param name="Goal">The level to reach, in the unit of the figure; null without a baseline.</param>
/// <param name="Source">The text that sets it.</param>
public sealed record EditionTarget(
    NodeKey Node, IndicatorCode Indicator, TargetKind Kind, int BaselineYear, decimal? Baseline, int Year, decimal Value, decimal? Goal, WantedSide Side, string Source,
    TargetStatus Status, decimal? Current, int? CurrentYear, decimal? Distance, decimal? RequiredPace, decimal? Projected);
