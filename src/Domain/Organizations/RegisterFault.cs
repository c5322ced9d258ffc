using Responsables.Domain.Shared;

namespace Responsables.Domain.Organizations;

/// <summary>The part of an <see cref="OrganizationPeriod"/> that a fault is about.</summary>
public enum PeriodField { Code, Name, ShortName, Kind, Network, Branch, Parent, Region, Department, ValidFrom, ValidTo, Successors }

/// <summary>One fault of a register.</summary>
/// <param name="Index">Place of the period in the list given; null when no one period is to blame.</param>
/// <param name="Code">Stable code, one of <see cref="RegisterProblems"/>.</param>
/// <param name="Involved">The organisations whose kind and dates the fault follows from: whoever knows these to be unreadable leaves the
/// fault out. Null: those of all; empty: of none.</param>
public sealed record RegisterFault(
    int? Index, PeriodField Field, string Code, IReadOnlyList<OrganizationCode>? Involved, params object?[] Arguments)
{
    /// <summary>The same as a reason for a refusal, placed at the code of the organisation.</summary>
    public Problem AsProblem(IReadOnlyList<OrganizationPeriod> periods) =>
        new(Code, Index is { } index ? periods[index].Code.Value : null, Arguments);
}
