using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Accounts;

/// <summary>A body whose signature may be delegated: to whom, and to whom it was.</summary>
/// <param name="People">Those of the body who may receive it.</param>
public sealed record DelegatingBody(OrganizationCode Code, string Name, IReadOnlyList<(Guid Id, string Name)> People, IReadOnlyList<Delegation> Delegations);

/// <summary>The delegations of the bodies that somebody directs.</summary>
public sealed class DelegationList(AppDb db)
{
    public async Task<IReadOnlyList<DelegatingBody>> RunAsync(Actor actor, CancellationToken cancel)
    {
        var bodies = actor.Grants.Where(g => g is { Role: Role.Director, DelegatedBy: null, Scope: not null }).Select(g => g.Scope!.Value).Distinct().ToList();
        var found = new List<DelegatingBody>();
        foreach (var code in bodies)
        {
            var name = await db.Organizations.AsNoTracking().Where(o => o.Code == code).OrderByDescending(o => o.ValidFrom).Select(o => o.Name).FirstOrDefaultAsync(cancel);
            var people = await db.Users.AsNoTracking().Include(a => a.Grants)
                .Where(a => a.Id != actor.Id && a.DisabledAt == null && a.Grants.Any(g => g.Scope == code)).OrderBy(a => a.DisplayName).ToListAsync(cancel);
            var delegations = await db.Delegations.AsNoTracking().Where(d => d.Organization == code).OrderByDescending(d => d.At).ToListAsync(cancel);
            found.Add(new DelegatingBody(code, name ?? code.Value, [.. people.Select(p => (p.Id, p.ToActor().Name))], delegations));
        }

        return found;
    }
}
