using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Accounts;

/// <summary>Somebody who answers for a body.</summary>
public sealed record PersonOfBody(Guid Account, string Name, Role Role);

/// <summary>Who enters, signs and reviews the answers of a body; for those who may follow it.</summary>
public sealed class PeopleOfBody(AppDb db)
{
    /// <summary>People by role, then by name; null when this person may not know.</summary>
    public async Task<IReadOnlyList<PersonOfBody>?> RunAsync(Actor actor, Place body, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadProgress, body))
        {
            return null;
        }

        var people = await (
            from account in db.Users.AsNoTracking()
            where account.DisabledAt == null
            from grant in account.Grants
            where (grant.Scope == body.Code && (grant.Role == Role.Contributor || grant.Role == Role.Director))
                || (grant.Scope == body.Reviewer && grant.Role == Role.Coordinator)
            select new { account.Id, account.DisplayName, grant.Role }).ToListAsync(cancel);
        return [.. people.OrderBy(p => p.Role).ThenBy(p => p.DisplayName, StringComparer.CurrentCultureIgnoreCase).Select(p => new PersonOfBody(p.Id, p.DisplayName, p.Role))];
    }
}
