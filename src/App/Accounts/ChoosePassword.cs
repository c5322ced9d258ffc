using Microsoft.AspNetCore.Identity;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>A person uses a reset link: the new password ends every session and every wait.</summary>
public sealed class ChoosePassword(AppDb db, UserManager<Account> accounts, LinkQuery links, Writing writing)
{
    public Task<Outcome<LinkUsed>> RunAsync(string token, string password, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => ChooseAsync(token, password, now, cancel), cancel);

    private async Task<Outcome<LinkUsed>> ChooseAsync(string token, string password, DateTimeOffset now, CancellationToken cancel)
    {
        var link = await links.FindAsync(token, cancel);
        if (link is not { Role: null, AccountId: { } id } || await accounts.FindByIdAsync(id.ToString()) is not { } account)
        {
            return Outcome.Missing<LinkUsed>();
        }

        var problems = Passwords.Refusing(password, "password", link.Email, account.DisplayName).ToList();
        if (problems.Count > 0)
        {
            return Outcome.Refused<LinkUsed>(problems);
        }

        if (!await links.UseAsync(link, now, cancel))
        {
            return Outcome.Missing<LinkUsed>();
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        await accounts.UpdateSecurityStampAsync(account);
        await TrailWriter.AppendAsync(db, account.ToActor(), now, [new TrailEntry("accounts.reset-password", null, account.Id, null, null)], cancel);
        return Outcome.Done(new LinkUsed(account.Id));
    }
}
