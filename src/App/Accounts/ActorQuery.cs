using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;

namespace Responsables.App.Accounts;

/// <summary>Who holds a session, read at each request: rights that were taken away and accounts that were disabled act at once.</summary>
public sealed class ActorQuery(AppDb db, TimeProvider clock)
{
    /// <summary>The person; null when the account is gone or disabled, or when the session is older than its last password or switch.</summary>
    /// <param name="stamp">The account's security stamp when the session began.</param>
    public async Task<Actor?> FindAsync(Guid accountId, string? stamp, CancellationToken cancel)
    {
        var account = await db.Users.AsNoTracking().Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == accountId, cancel);
        return account is { DisabledAt: null } && account.SecurityStamp == stamp ? await WithDelegationsAsync(account.ToActor(), cancel) : null;
    }

    // What was delegated is held while the delegation runs and no longer.
    private async Task<Actor> WithDelegationsAsync(Actor actor, CancellationToken cancel)
    {
        var received = await db.Delegations.AsNoTracking().Where(d => d.AccountId == actor.Id && d.WithdrawnAt == null).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        return received.Any(d => d.IsRunning(now))
            ? actor with { Grants = [.. actor.Grants, .. received.Where(d => d.IsRunning(now)).Select(d => new Grant(Role.Director, d.Organization, d.By))] }
            : actor;
    }
}
