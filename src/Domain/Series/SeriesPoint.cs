using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Series;

/// <summary>Why two years that follow each other are not quite the same thing.</summary>
public enum BreakKind
{
    /// <summary>A body was shared out between this node and others.</summary>
    Perimeter,

    /// <summary>Two versions of the framework compute the figure in two ways.</summary>
    Definition,

    /// <summary>The framework declares a change of method or of factors.</summary>
    Method,

    /// <summary>Another framework took over with about the same indicator: comparable with a caution.</summary>
    Close,

    /// <summary>Another framework took over with another measure: the two stand apart.</summary>
    Framework,
}

/// <summary>A break between a year and the one before it in a series: drawn, never smoothed.</summary>
/// <param name="Reason">What the framework says of it; null when there is nothing more to say than its kind.</param>
public sealed record SeriesBreak(BreakKind Kind, string? Reason);

/// <summary>A year of a series.</summary>
/// <param name="Framework">The framework of that year's campaign; null when the year has none.</param>
/// <param name="Indicator">The indicator that is read that year; null when there is none.</param>
/// <param name="Output">The output that is read.</param>
/// <param name="Unit">The unit of the figure.</param>
/// <param name="Figure">The figure; null when the year has no campaign, or none that holds the series.</param>
/// <param name="Bodies">Bodies whose values make it.</param>
/// <param name="Factor">What the figure is multiplied by to be in the unit of the series.</param>
/// <param name="IsComparable">Whether the value may stand on the same scale as the last year's: no break of measure comes after it.</param>
/// <param name="Breaks">Breaks from the point before.</param>
public sealed record SeriesPoint(
    int Year, FrameworkCode? Framework, IndicatorCode? Indicator, string? Output, string? Unit, Figure? Figure, decimal Factor, YearBodies? Bodies, bool IsComparable,
    IReadOnlyList<SeriesBreak> Breaks)
{
    /// <summary>It is known, but would tell whoever reads it the value of a body that they may not open.</summary>
    public bool IsWithheld => Figure?.Reason == NoValue.Withheld;

    public decimal? Value => Figure?.Value * Factor;

    /// <summary>A year without a point.</summary>
    public static SeriesPoint None(int year) => new(year, null, null, null, null, null, 1, null, true, []);
}
