using Responsables.Domain.Shared;

namespace Responsables.Domain.Organizations;

/// <summary>Everything known of the organisations and their dates. Immutable; what it answers are pure functions.</summary>
public sealed class OrganizationRegister
{
    /// <summary>The register of these periods, or every fault they have together: unknown parent or successor, a parent that is not active
    /// over the whole period, dates upside down, overlapping periods of one code, gaps, cycles of parents, cycles of successors, not exactly
    /// one federation at a date. <see cref="Problem.Place"/> is the code concerned.</summary>
    public static Outcome<OrganizationRegister> Of(IReadOnlyList<OrganizationPeriod> periods) => throw new NotImplementedException();

    public IReadOnlyList<OrganizationPeriod> Periods => throw new NotImplementedException();

    /// <summary>The tree as it stood that day: each active body once.</summary>
    public OrganizationTree At(DateOnly date) => throw new NotImplementedException();

    /// <summary>Who answers at <paramref name="date"/> for a body that existed earlier: itself when still there, else its successors followed
    /// through as many steps as needed; empty when it left without a successor.</summary>
    public IReadOnlyList<OrganizationCode> SuccessorsOf(OrganizationCode code, DateOnly date) => throw new NotImplementedException();
}

/// <summary>The tree at a date.</summary>
public sealed class OrganizationTree
{
    public DateOnly Date => throw new NotImplementedException();

    public OrganizationPeriod Root => throw new NotImplementedException();

    /// <summary>Every active organisation, parents before children, siblings by code.</summary>
    public IReadOnlyList<OrganizationPeriod> Organizations => throw new NotImplementedException();

    public OrganizationPeriod? Find(OrganizationCode code) => throw new NotImplementedException();

    public IReadOnlyList<OrganizationPeriod> ChildrenOf(OrganizationCode code) => throw new NotImplementedException();

    /// <summary>From the root to the organisation itself; empty when it is not in the tree.</summary>
    public IReadOnlyList<OrganizationPeriod> PathOf(OrganizationCode code) => throw new NotImplementedException();

    /// <summary>The organisation and all below it.</summary>
    public IReadOnlyList<OrganizationPeriod> Under(OrganizationCode code) => throw new NotImplementedException();

    /// <summary>Where each body stands, with size classes from the staff known of each.</summary>
    public IReadOnlyList<Place> Places(Func<OrganizationCode, decimal?> staff) => throw new NotImplementedException();
}
