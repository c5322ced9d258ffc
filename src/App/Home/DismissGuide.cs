using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Home;

/// <summary>Remembers of an account that its person has read the guide of the first visit.</summary>
public sealed class DismissGuide(AppDb db, Writing writing)
{
    /// <summary>The claim that says so; it gives no right.</summary>
    internal const string Claim = "guide";

    public Task<Outcome<bool>> RunAsync(Actor actor, Guid key, CancellationToken cancel) => writing.OnceAsync(key, now => DismissAsync(actor, now, cancel), cancel);

    private async Task<Outcome<bool>> DismissAsync(Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await db.Users.AnyAsync(a => a.Id == actor.Id, cancel))
        {
            return Outcome.Missing<bool>();
        }

        if (!await db.UserClaims.AnyAsync(c => c.UserId == actor.Id && c.ClaimType == Claim, cancel))
        {
            db.UserClaims.Add(new IdentityUserClaim<Guid> { UserId = actor.Id, ClaimType = Claim, ClaimValue = "1" });
            await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("accounts.dismiss-guide", null, actor.Id, null, null)], cancel);
        }

        return Outcome.Done(true);
    }
}
