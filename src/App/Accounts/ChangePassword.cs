using Microsoft.AspNetCore.Identity;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>A person who knows their password chooses another: their other sessions end.</summary>
public sealed class ChangePassword(AppDb db, UserManager<Account> accounts, Writing writing)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, string current, string chosen, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => ChangeAsync(actor, current, chosen, now, cancel), cancel);

    private async Task<Outcome<Guid>> ChangeAsync(Actor actor, string current, string chosen, DateTimeOffset now, CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(actor.Id.ToString()) is not { } account)
        {
            return Outcome.Missing<Guid>();
        }

        var problems = Passwords.Refusing(chosen, "chosen", account.Email!, account.DisplayName).ToList();
        if (problems.Count > 0)
        {
            return Outcome.Refused<Guid>(problems);
        }

        if (!(await accounts.ChangePasswordAsync(account, current, chosen)).Succeeded)
        {
            return Outcome.Refused<Guid>(new Problem("accounts.password-wrong", "current"));
        }

        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("accounts.change-password", null, account.Id, null, null)], cancel);
        return Outcome.Done(account.Id);
    }
}
