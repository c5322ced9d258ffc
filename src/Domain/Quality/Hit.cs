using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.Domain.Quality;

/// <summary>A rule that fired on an answer of a body.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Before">That of the year before; null when there is none.</param>
public sealed record Hit(QualityRule Rule, OrganizationCode Body, VariableCode Variable, decimal? Value, decimal? Before)
{
    /// <summary>What the rule measured, where it is not the answer itself.</summary>
    public decimal? Measure { get; init; }

    /// <summary>What similar bodies have; null when the rule did not look at them.</summary>
    public decimal? Median { get; init; }

    /// <summary>How many similar bodies that is.</summary>
    public int? Peers { get; init; }

    /// <summary>The unit that was probably taken for another.</summary>
    public UnitSlip? Slip { get; init; }

    /// <summary>The other rules that fired on the same answer: one doubt is asked once.</summary>
    public IReadOnlyList<QualityRule> Also { get; init; } = [];
}
