namespace Responsables.Domain.Organizations;

/// <summary>Code of an organisation (organisme), such as <c>cpam-75</c>; never reused.</summary>
public readonly record struct OrganizationCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The federation at the root, national funds (caisses nationales), and the bodies.</summary>
public enum OrganizationKind { Local, NationalFund, Federation }

/// <summary>
/// What an organisation is between two dates. Several periods that follow each other describe a change of name, parent or place.
/// </summary>
/// <param name="Region">INSEE code of the seat's region; null when it is not known or the body is national.</param>
/// <param name="Department">INSEE code of the seat's department.</param>
/// <param name="ValidFrom">First day; null: always so.</param>
/// <param name="ValidTo">Last day; null: still so.</param>
/// <param name="Successors">Who answers for it after its last day; several when it was shared out. On the last period only.</param>
public sealed record OrganizationPeriod(
    OrganizationCode Code,
    string Name,
    string ShortName,
    OrganizationKind Kind,
    string Network,
    string Branch,
    OrganizationCode? Parent,
    string? Region,
    string? Department,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<OrganizationCode> Successors)
{
    /// <summary>First day, the earliest date there is when it has always been so.</summary>
    public DateOnly FirstDay => ValidFrom ?? DateOnly.MinValue;

    /// <summary>Last day, the latest date there is when it is still so.</summary>
    public DateOnly LastDay => ValidTo ?? DateOnly.MaxValue;

    public bool IsActiveAt(DateOnly date) => FirstDay <= date && date <= LastDay;
}
