using Responsables.Domain.Organizations;

namespace Responsables.App.Organizations;

/// <summary>A period of an organisation, as it is kept.</summary>
public sealed class OrganizationRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required OrganizationCode Code { get; init; }

    public required string Name { get; set; }

    public required string ShortName { get; set; }

    public required OrganizationKind Kind { get; set; }

    public required string Network { get; set; }

    public required string Branch { get; set; }

    public OrganizationCode? Parent { get; set; }

    public string? Region { get; set; }

    public string? Department { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>Codes joined by <c>;</c>.</summary>
    public required string Successors { get; set; }

    public OrganizationPeriod ToPeriod() => new(
        Code, Name, ShortName, Kind, Network, Branch, Parent, Region, Department, ValidFrom, ValidTo,
        [.. Successors.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(s => new OrganizationCode(s))]);

    public static OrganizationRow Of(OrganizationPeriod period) => new()
    {
        Code = period.Code,
        Name = period.Name,
        ShortName = period.ShortName,
        Kind = period.Kind,
        Network = period.Network,
        Branch = period.Branch,
        Parent = period.Parent,
        Region = period.Region,
        Department = period.Department,
        ValidFrom = period.ValidFrom,
        ValidTo = period.ValidTo,
        Successors = string.Join(';', period.Successors.Select(s => s.Value)),
    };
}
