using Microsoft.AspNetCore.Identity;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>Disables an account, whose sessions end at once, or enables it again.</summary>
public sealed class SwitchAccount(AppDb db, UserManager<Account> accounts, Writing writing)
{
    public Task<Outcome<string>> RunAsync(Actor actor, Guid accountId, bool enabled, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageAccounts)
            ? writing.OnceAsync(key, now => SwitchAsync(actor, accountId, enabled, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<string>());

    private async Task<Outcome<string>> SwitchAsync(Actor actor, Guid accountId, bool enabled, DateTimeOffset now, CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { } account)
        {
            return Outcome.Missing<string>();
        }

        if (accountId == actor.Id)
        {
            return Outcome.Refused<string>(new Problem("accounts.not-oneself", null));
        }

        if (enabled != account.DisabledAt is null)
        {
            account.DisabledAt = enabled ? null : now;
            await accounts.UpdateSecurityStampAsync(account);
            await TrailWriter.AppendAsync(
                db, actor, now, [new TrailEntry(enabled ? "accounts.enable" : "accounts.disable", null, account.Id, null, new { account.Email })], cancel);
        }

        return Outcome.Done(account.DisplayName);
    }
}
