using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>Makes the link by which a person chooses a new password: for an administrator, or for the person by e-mail.</summary>
public sealed class ResetLinks(AppDb db, OutboxWriter outbox, Writing writing)
{
    private static readonly TimeSpan ByAdministrator = TimeSpan.FromDays(2);
    private static readonly TimeSpan ByEmail = TimeSpan.FromHours(2);

    /// <summary>An administrator's: shown once, to be handed over.</summary>
    public Task<Outcome<LinkMade>> MakeAsync(Actor actor, Guid accountId, LinkToken token, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageAccounts)
            ? writing.OnceAsync(key, now => MakeAsync(actor, accountId, token, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<LinkMade>());

    /// <summary>Asked for by somebody who says to be this person: to be sent to the address and nowhere else. Null when nobody may sign in with it.</summary>
    public async Task<LinkMade?> RequestAsync(string email, LinkToken token, DateTimeOffset now, CancellationToken cancel)
    {
        var normalized = email.ToUpperInvariant();
        var known = await db.Users.AsNoTracking().Where(a => a.NormalizedEmail == normalized && a.DisabledAt == null && !a.IsDemonstration)
            .Include(a => a.Grants).SingleOrDefaultAsync(cancel);
        if (known is null)
        {
            return null;
        }

        var link = Add(known.ToActor(), known.Email!, token, now, ByEmail, known.Email!);
        await db.SaveChangesAsync(cancel);
        return link;
    }

    private async Task<Outcome<LinkMade>> MakeAsync(Actor actor, Guid accountId, LinkToken token, DateTimeOffset now, CancellationToken cancel)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancel);
        if (account is null)
        {
            return Outcome.Missing<LinkMade>();
        }

        if (account.DisabledAt is not null)
        {
            return Outcome.Refused<LinkMade>(new Problem("accounts.disabled", null));
        }

        var link = Add(actor, account.Email!, token, now, ByAdministrator, actor.Name);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("accounts.make-reset-link", null, account.Id, null, new { link.Id, link.ExpiresAt })], cancel);
        return Outcome.Done(link);
    }

    private LinkMade Add(Actor actor, string email, LinkToken token, DateTimeOffset now, TimeSpan lifetime, string by)
    {
        var row = new Invitation { Email = email, TokenHash = token.Hash, CreatedAt = now, ExpiresAt = now + lifetime, CreatedBy = by };
        db.Invitations.Add(row);
        var isMailed = outbox.AddLink(actor, new LinkToSend("reset", email, "/invitation/", token.Text, null, MessagePayload.Of(row.ExpiresAt)), now);
        return new LinkMade(row.Id, row.Email, row.TokenHash, row.ExpiresAt, isMailed);
    }
}
