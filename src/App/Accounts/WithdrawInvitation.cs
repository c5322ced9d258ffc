using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>Makes a link unusable before its end.</summary>
public sealed class WithdrawInvitation(AppDb db, Writing writing)
{
    public Task<Outcome<string>> RunAsync(Actor actor, Guid id, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageAccounts)
            ? writing.OnceAsync(key, now => WithdrawAsync(actor, id, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<string>());

    private async Task<Outcome<string>> WithdrawAsync(Actor actor, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.UsedAt == null, cancel);
        if (row is null)
        {
            return Outcome.Missing<string>();
        }

        row.UsedAt = now;
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("accounts.withdraw-invitation", row.Scope, row.Id, new { row.Email, row.Role }, null)], cancel);
        return Outcome.Done(row.Email);
    }
}
