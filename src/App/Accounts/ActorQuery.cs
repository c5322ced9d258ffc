using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;

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
                Received = db.Delegations.Where(d => d.AccountId == a.Id && d.WithdrawnAt == null).ToList(),
            })
            .SingleOrDefaultAsync(cancel);
        return found?.Account is { DisabledAt: null } account && account.SecurityStamp == stamp
            ? new SessionHolder(
                WithDelegations(account.ToActor(), found.Received),
                account.SecondFactorSecret is null && SecondFactorPolicy.Asks(found.Roles, account.Grants.Select(g => g.Role)))
            : null;
    }

    // What was delegated is held while the delegation runs and no longer.
    private Actor WithDelegations(Actor actor, IReadOnlyList<Delegation> received)
    {
        var now = clock.GetUtcNow();
        return received.Any(d => d.IsRunning(now))
            ? actor with { Grants = [.. actor.Grants, .. received.Where(d => d.IsRunning(now)).Select(d => new Grant(Role.Director, d.Organization, d.By))] }
            : actor;
    }
}
