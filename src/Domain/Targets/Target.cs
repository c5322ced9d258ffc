using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.Domain.Targets;

/// <summary>How the value of a target is to be read.</summary>
public enum TargetKind
{
    /// <summary>A level to reach, in the unit of the figure.</summary>
    Absolute,

    /// <summary>A change to reach since the baseline year, in percent of the baseline: −8 is eight percent less.</summary>
    Relative,

    /// <summary>A share to reach, in percent, of an indicator that is a percentage.</summary>
    Share,
}

/// <summary>Which side of the target is the wanted one.</summary>
public enum WantedSide { AtLeast, AtMost }

/// <summary>Where a target comes from.</summary>
public enum TargetOrigin { Framework, Set }

/// <summary>A target (cible) of an indicator's output at a node.</summary>
/// <param name="Node">An organisation: the federation (national), a national fund (its branch) or a body.</param>
/// <param name="BaselineYear">The year it is counted from.</param>
/// <param name="BaselineValue">The value of that year as it was decided; null: the one of the series.</param>
/// <param name="Year">The year by which it is to be reached; after <paramref name="BaselineYear"/>.</param>
/// <param name="Source">The text that sets it: an agreement, a plan, a framework.</param>
public sealed record Target(
    NodeKey Node, IndicatorCode Indicator, string Output, TargetKind Kind, int BaselineYear, decimal? BaselineValue, int Year, decimal Value,
    WantedSide Side, string Source, TargetOrigin Origin)
{
    /// <summary>The level to reach; null for a relative target without a baseline.</summary>
    public decimal? Goal(decimal? baseline) =>
        Kind == TargetKind.Relative ? (BaselineValue ?? baseline) * (1 + (Value / 100)) : Value;

    /// <summary>Whether a value is where it is wanted.</summary>
    public bool IsMetBy(decimal value, decimal goal) => Side == WantedSide.AtLeast ? value >= goal : value <= goal;
}
