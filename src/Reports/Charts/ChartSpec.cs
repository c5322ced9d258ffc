using System.Globalization;
using System.Text.Json.Serialization;

namespace Responsables.Reports.Charts;

/// <summary>
/// What a chart shows, without how: drawn in the browser and by the worker from the same module (<c>Worker/charts/options.mjs</c>). Every word in it
/// is already in the language of the reader.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TrendChart), "trend")]
[JsonDerivedType(typeof(DistributionChart), "distribution")]
[JsonDerivedType(typeof(WaterfallChart), "waterfall")]
[JsonDerivedType(typeof(SmallMultiples), "multiples")]
[JsonDerivedType(typeof(TerritoryMap), "map")]
public abstract record ChartSpec(ChartNumbers Numbers)
{
    /// <summary>By which numbers are written.</summary>
    public string Language { get; init; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Number of the engagement whose colour is taken; 0 for none.</summary>
    public int Commitment { get; init; }

    /// <summary>What the axis counts, with its unit: « Taux d’emploi, en % ».</summary>
    public string? Axis { get; init; }
}

/// <summary>How the numbers of a chart are written.</summary>
/// <param name="Unit">Beside a number: short.</param>
public sealed record ChartNumbers(int Decimals, string Unit);

/// <summary>A value of a year; null where there is none: nothing is drawn, and no line joins over it.</summary>
public sealed record YearValue(int Year, decimal? Value);

/// <summary>From this year on, values are no longer compared with those before.</summary>
/// <param name="Label">The year and why, in a few words.</param>
public sealed record SeriesBreak(int Year, string Label);

/// <summary>Values by year, in one line for each reading.</summary>
public sealed record TrendChart(ChartNumbers Numbers, IReadOnlyList<TrendLine> Lines) : ChartSpec(Numbers)
{
    public IReadOnlyList<SeriesBreak> Breaks { get; init; } = [];

    public TrendTarget? Target { get; init; }
}

public sealed record TrendLine(string Name, IReadOnlyList<YearValue> Points);

/// <summary>Where a series should be, and the way there from its baseline.</summary>
/// <param name="Name">The target in words, with its year and value.</param>
public sealed record TrendTarget(string Name, int FromYear, decimal FromValue, int Year, decimal Value);

/// <summary>How many bodies have a value in each class, with the middle half, the median and one's own.</summary>
/// <param name="CountName">What is counted.</param>
public sealed record DistributionChart(
    ChartNumbers Numbers, string CountName, IReadOnlyList<DistributionClass> Classes, DistributionLandmarks Landmarks, IReadOnlyList<OwnValue> Own) : ChartSpec(Numbers);

/// <summary>A class, drawn from one value to another.</summary>
/// <param name="Name">Its bounds in words: the outer classes are open.</param>
/// <param name="Told">The class and its count, in one line.</param>
public sealed record DistributionClass(decimal From, decimal To, int Count, string Name, string Told);

/// <param name="Middle">The two quartiles, in words.</param>
/// <param name="Median">The median, in words.</param>
public sealed record DistributionLandmarks(decimal FirstQuartile, decimal MedianValue, decimal ThirdQuartile, string Middle, string Median);

/// <param name="Name">The body and its value, in words.</param>
public sealed record OwnValue(string Name, decimal Value);

/// <summary>From one total to another by effects that add up.</summary>
public sealed record WaterfallChart(ChartNumbers Numbers, WaterfallTotal Start, IReadOnlyList<WaterfallEffect> Effects, WaterfallTotal End) : ChartSpec(Numbers);

public sealed record WaterfallTotal(string Name, decimal Value);

public sealed record WaterfallEffect(string Name, decimal Value, EffectWay Way);

/// <summary>Whether an effect goes the wanted way.</summary>
public enum EffectWay
{
    Flat,
    Good,
    Bad,
}

/// <summary>A small line for each of several, all at one scale.</summary>
public sealed record SmallMultiples(ChartNumbers Numbers, IReadOnlyList<TrendLine> Panels) : ChartSpec(Numbers)
{
    public IReadOnlyList<SeriesBreak> Breaks { get; init; } = [];
}

/// <summary>Departments or regions coloured in classes.</summary>
/// <param name="Classes">The classes in words, from the lowest.</param>
/// <param name="NoData">What the hatching says.</param>
/// <param name="Areas">Every area of the division: those without a value are hatched.</param>
public sealed record TerritoryMap(ChartNumbers Numbers, MapDivision Division, IReadOnlyList<string> Classes, string NoData, IReadOnlyList<MapArea> Areas) : ChartSpec(Numbers);

/// <summary>The maps that there are, by the name of their file.</summary>
public enum MapDivision
{
    Departements,
    Regions,
}

/// <param name="Class">Index of its class; null without a value.</param>
public sealed record MapArea(string Code, string Name, decimal? Value, int? Class);
