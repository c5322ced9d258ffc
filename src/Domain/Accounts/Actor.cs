using Responsables.Domain.Organizations;

namespace Responsables.Domain.Accounts;

/// <summary>Who asks for something: a person with grants, or the command line of the administration, which is bound by no grant.</summary>
public sealed record Actor(Guid Id, string Name, IReadOnlyList<Grant> Grants, bool IsCommand)
{
    /// <summary>Whoever runs the command: named so in the trail.</summary>
    public static readonly Actor Command = new(Guid.Empty, "administration (commande)", [], true);

    public bool Has(Role role) => Grants.Any(g => g.Role == role);

    /// <summary>Whether the permission is held over everything.</summary>
    public bool May(Permission permission) =>
        IsCommand || Grants.Any(g => PermissionTable.Of(permission, g.Role) == Reach.Everything);

    /// <summary>Whether the permission is held over something, whatever it is.</summary>
    public bool MaySomewhere(Permission permission) =>
        IsCommand || Grants.Any(g => PermissionTable.Of(permission, g.Role) != Reach.None);

    /// <summary>Whether the permission is held over a body.</summary>
    public bool May(Permission permission, Place body) =>
        IsCommand || Grants.Any(g => Reaches(PermissionTable.Of(permission, g.Role), g.Scope, body.Code, body.Ancestors));

    /// <summary>Whether the permission is held over questions that were assigned in the dossiers of a body; which ones, <c>QuestionScopes</c> tells.</summary>
    public bool MayOnAssigned(Permission permission, OrganizationCode body) =>
        Grants.Any(g => PermissionTable.Of(permission, g.Role) == Reach.AssignedQuestions && g.Scope == body);

    /// <summary>The director in whose name a permission is held over a body; null when it is held in one's own right, or not at all.</summary>
    public string? DelegatedBy(Permission permission, Place body)
    {
        var held = Grants.Where(g => Reaches(PermissionTable.Of(permission, g.Role), g.Scope, body.Code, body.Ancestors)).ToList();
        return held.Count > 0 && held.TrueForAll(g => g.DelegatedBy is not null) ? held[0].DelegatedBy : null;
    }

    /// <summary>The organisations over which the permission is held: bodies themselves, or funds with all below. Empty when it is held over everything or nothing.</summary>
    public IEnumerable<(OrganizationCode Code, bool WithBelow)> ScopesOf(Permission permission) =>
        from grant in Grants
        let reach = PermissionTable.Of(permission, grant.Role)
        where grant.Scope is not null && reach is Reach.OwnBody or Reach.OwnFund
        select (grant.Scope!.Value, reach == Reach.OwnFund);

    private static bool Reaches(Reach reach, OrganizationCode? scope, OrganizationCode body, IReadOnlyList<OrganizationCode> ancestors) => reach switch
    {
        Reach.Everything => true,
        Reach.OwnBody => scope == body,
        Reach.OwnFund => scope == body || (scope is { } fund && ancestors.Contains(fund)),
        _ => false,
    };
}
