using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Accounts;

/// <summary>Who holds a session.</summary>
/// <param name="OwesSecondFactor">Whether a role asks for a second factor that the person has not set up yet: nothing else is open until then.</param>
public sealed record SessionHolder(Actor Actor, bool OwesSecondFactor);

/// <summary>Who holds a session, read at each request: rights that were taken away and accounts that were disabled act at once.</summary>
public sealed class ActorQuery(AppDb db, TimeProvider clock)
{
    /// <summary>The person; null when the account is gone or disabled, or when the session is older than its last password or switch.</summary>
    /// <param name="stamp">The account's security stamp when the session began.</param>
    public async Task<SessionHolder?> FindAsync(Guid accountId, string? stamp, CancellationToken cancel)
    {
        var found = await db.Users.AsNoTracking().Include(a => a.Grants).Where(a => a.Id == accountId)
            .Select(a => new
            {
                Account = a,
                Roles = db.Settings.Where(s => s.Name == SecondFactorPolicy.Name).Select(s => s.Value).FirstOrDefault(),
                Helps = db.Assignments.Where(q => q.AccountId == a.Id && q.EndedAt == null).Select(q => q.Organization).ToList(),
                Received = db.Delegations.Where(d => d.AccountId == a.Id && d.WithdrawnAt == null).ToList(),
            })
            .SingleOrDefaultAsync(cancel);
        if (found?.Account is not { DisabledAt: null } account || account.SecurityStamp != stamp)
        {
            return null;
        }

        var actor = WithDelegations(WithAssignments(account.ToActor(), found.Helps.Distinct()), found.Received);
        return new SessionHolder(actor, account.SecondFactorSecret is null && SecondFactorPolicy.Asks(found.Roles, actor.Grants.Where(g => g.DelegatedBy is null).Select(g => g.Role)));
    }

    // Whoever has questions of a body helps it, while they have them; whoever answers for all of it does that already.
    private static Actor WithAssignments(Actor actor, IEnumerable<OrganizationCode> bodies) => actor with
    {
        Grants = [.. actor.Grants, .. bodies.Select(b => new Grant(Role.Helper, b)).Where(g => !actor.Grants.Contains(g with { Role = Role.Contributor }))],
    };

    // What was delegated is held while the delegation runs and no longer.
    private Actor WithDelegations(Actor actor, IReadOnlyList<Delegation> received)
    {
        var now = clock.GetUtcNow();
        return received.Any(d => d.IsRunning(now))
            ? actor with { Grants = [.. actor.Grants, .. received.Where(d => d.IsRunning(now)).Select(d => new Grant(Role.Director, d.Organization, d.By))] }
            : actor;
    }
}
