using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.World;

namespace Responsables.Web.Tests.Permissions;

/// <summary>Somebody who asks. Anonymous: no session; without a role: signed in, nothing granted.</summary>
internal sealed record Person(string Name, bool IsSignedIn, Role? Role, OrganizationCode? Scope)
{
    public static IReadOnlyList<Person> Everybody { get; } =
    [
        new("anonymous", false, null, null),
        new("signed in without a role", true, null, null),
        new("contributor of alpha-75", true, Domain.Accounts.Role.Contributor, SmallFederation.Alpha75),
        new("helper of alpha-75", true, Domain.Accounts.Role.Helper, SmallFederation.Alpha75),
        new("director of alpha-75", true, Domain.Accounts.Role.Director, SmallFederation.Alpha75),
        new("coordinator of fonds-a", true, Domain.Accounts.Role.Coordinator, SmallFederation.FundA),
        new("federation", true, Domain.Accounts.Role.Federation, null),
        new("committee", true, Domain.Accounts.Role.Committee, null),
        new("auditor", true, Domain.Accounts.Role.Auditor, null),
    ];

    /// <summary>How far a permission goes for this person, by the one table.</summary>
    public Reach ReachOf(Permission permission) => Role is { } role ? PermissionTable.Of(permission, role) : Reach.None;

    public override string ToString() => Name;
}

/// <summary>A body and the organisations above it, the nearest first: what scopes are compared to.</summary>
internal sealed record Spot(OrganizationCode Code, params OrganizationCode[] Above)
{
    /// <summary>Seen by a contributor of alpha-75: own, sibling, other fund, below no fund, the fund itself.</summary>
    public static IReadOnlyList<Spot> Bodies { get; } =
    [
        new(SmallFederation.Alpha75, SmallFederation.FundA, SmallFederation.Federation),
        new(SmallFederation.AlphaNormandie, SmallFederation.FundA, SmallFederation.Federation),
        new(SmallFederation.Beta75, SmallFederation.FundB, SmallFederation.Federation),
        new(SmallFederation.School, SmallFederation.Federation),
        new(SmallFederation.FundA, SmallFederation.Federation),
    ];

    /// <summary>Bodies and what gathers them.</summary>
    public static IReadOnlyList<Spot> Nodes { get; } = [.. Bodies, new(SmallFederation.FundB, SmallFederation.Federation), new(SmallFederation.Federation)];
}
