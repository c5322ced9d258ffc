using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>How a person stands with their second factor.</summary>
public sealed record SecondFactorStanding(DateTimeOffset? Since, int CodesLeft, bool IsRequired, string Email);

/// <summary>Codes were made for a person. They can be shown only by the request that drew them.</summary>
public sealed record CodesMade(Guid AccountId, string Seal);

/// <summary>A person sets up, renews or gives up their second factor; an administrator resets it. Their other sessions end.</summary>
public sealed class SecondFactor(AppDb db, UserManager<Account> accounts, SecondFactorPolicy policy, Writing writing)
{
    public async Task<SecondFactorStanding> ReadAsync(Actor actor, CancellationToken cancel)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == actor.Id, cancel);
        var left = await db.RecoveryCodes.CountAsync(c => c.AccountId == actor.Id && c.UsedAt == null, cancel);
        return new SecondFactorStanding(account.SecondFactorSince, left, await IsRequiredAsync(actor, cancel), account.Email!);
    }

    /// <summary>Sets it up, when the code shows that the application holds the secret.</summary>
    public Task<Outcome<CodesMade>> EnrolAsync(Actor actor, TotpSecret secret, string code, RecoveryCodes codes, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => EnrolAsync(actor, secret, code, codes, now, cancel), cancel);

    /// <summary>Makes new recovery codes; the others are good no more.</summary>
    public Task<Outcome<CodesMade>> RenewCodesAsync(Actor actor, string password, RecoveryCodes codes, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => WithPasswordAsync(actor, password, "current", account => RenewAsync(actor, account, codes, now, cancel)), cancel);

    /// <summary>Gives it up, unless a role asks for it.</summary>
    public Task<Outcome<Guid>> GiveUpAsync(Actor actor, string password, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => WithPasswordAsync<Guid>(actor, password, "current-remove", async account => await IsRequiredAsync(actor, cancel)
            ? Outcome.Refused<Guid>(new Problem("accounts.second-factor-required", null))
            : await ClearAsync(actor, account, new TrailEntry("accounts.remove-second-factor", null, account.Id, null, new { account.Email }), now, cancel)), cancel);

    /// <summary>An administrator clears that of somebody who lost both application and codes.</summary>
    public Task<Outcome<Guid>> ResetAsync(Actor actor, Guid accountId, Guid key, CancellationToken cancel) => actor.May(Permission.ManageAccounts)
        ? writing.OnceAsync(key, async now => await accounts.FindByIdAsync(accountId.ToString()) is not { } account
            ? Outcome.Missing<Guid>()
            : account.SecondFactorSecret is null
                ? Outcome.Refused<Guid>(new Problem("accounts.second-factor-none", null))
                : await ClearAsync(actor, account, new TrailEntry("accounts.reset-second-factor", null, account.Id, null, new { account.Email }), now, cancel), cancel)
        : Task.FromResult(Outcome.Missing<Guid>());

    private async Task<Outcome<CodesMade>> EnrolAsync(
        Actor actor, TotpSecret secret, string code, RecoveryCodes codes, DateTimeOffset now, CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(actor.Id.ToString()) is not { } account)
        {
            return Outcome.Missing<CodesMade>();
        }

        if (account.SecondFactorSecret is not null)
        {
            return Outcome.Refused<CodesMade>(new Problem("accounts.second-factor-already", null));
        }

        if (Totp.StepOf(secret, code, now, null) is not { } step)
        {
            return Outcome.Refused<CodesMade>(new Problem("accounts.code-wrong", "code"));
        }

        account.SecondFactorSecret = secret.Text;
        account.SecondFactorStep = step;
        account.SecondFactorSince = now;
        await accounts.UpdateSecurityStampAsync(account);
        await ReplaceCodesAsync(account.Id, codes, cancel);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("accounts.set-second-factor", null, account.Id, null, new { account.Email })], cancel);
        return Outcome.Done(new CodesMade(account.Id, codes.Seal));
    }

    private async Task<Outcome<CodesMade>> RenewAsync(Actor actor, Account account, RecoveryCodes codes, DateTimeOffset now, CancellationToken cancel)
    {
        if (account.SecondFactorSecret is null)
        {
            return Outcome.Refused<CodesMade>(new Problem("accounts.second-factor-none", null));
        }

        await ReplaceCodesAsync(account.Id, codes, cancel);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("accounts.renew-codes", null, account.Id, null, new { account.Email })], cancel);
        return Outcome.Done(new CodesMade(account.Id, codes.Seal));
    }

    private async Task<Outcome<Guid>> ClearAsync(Actor actor, Account account, TrailEntry entry, DateTimeOffset now, CancellationToken cancel)
    {
        account.SecondFactorSecret = null;
        account.SecondFactorStep = null;
        account.SecondFactorSince = null;
        await accounts.UpdateSecurityStampAsync(account);
        await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        await TrailWriter.AppendAsync(db, actor, now, [entry], cancel);
        return Outcome.Done(account.Id);
    }

    private async Task<Outcome<T>> WithPasswordAsync<T>(Actor actor, string password, string field, Func<Account, Task<Outcome<T>>> act)
    {
        if (await accounts.FindByIdAsync(actor.Id.ToString()) is not { } account)
        {
            return Outcome.Missing<T>();
        }

        return await accounts.CheckPasswordAsync(account, password)
            ? await act(account)
            : Outcome.Refused<T>(new Problem("accounts.password-wrong", field));
    }

    private async Task ReplaceCodesAsync(Guid account, RecoveryCodes codes, CancellationToken cancel)
    {
        await db.RecoveryCodes.Where(c => c.AccountId == account).ExecuteDeleteAsync(cancel);
        db.RecoveryCodes.AddRange(codes.Hashes.Select(hash => new RecoveryCode { AccountId = account, Hash = hash }));
    }

    private async Task<bool> IsRequiredAsync(Actor actor, CancellationToken cancel) =>
        (await policy.ReadAsync(cancel)).Intersect(actor.Grants.Select(g => g.Role)).Any();
}
