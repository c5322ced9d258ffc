using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;

namespace Responsables.App.Accounts;

/// <summary>What is checked and noted when somebody comes in. Not in the trail, which tells of acts.</summary>
public sealed class Entrance(AppDb db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>Whether what was typed is the present code of the person's application, or a recovery code that was not used yet: each is good once.
    /// A wrong one counts as a wrong password does.</summary>
    public async Task<bool> PassesAsync(Guid accountId, string typed, CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { DisabledAt: null, SecondFactorSecret: { } text } account
            || TotpSecret.Read(text) is not { } secret || await accounts.IsLockedOutAsync(account))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        if (await UseStepAsync(account, Totp.StepOf(secret, typed, now, account.SecondFactorStep), cancel) || await UseRecoveryAsync(accountId, typed, now, cancel))
        {
            await db.Users.Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0), cancel);
            return true;
        }

        await accounts.AccessFailedAsync(account);
        return false;
    }

    /// <summary>Notes that the person came in.</summary>
    public async Task NoteAsync(Guid accountId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        using var turn = await WriterTurn.WaitAsync(db, cancel);
        await db.Users.Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastSignInAt, now), cancel);
    }

    private async Task<bool> UseStepAsync(Account account, long? step, CancellationToken cancel)
    {
        if (step is null)
        {
            return false;
        }

        // A new stamp: whoever read the account before cannot write the old step back.
        var stamp = Guid.NewGuid().ToString();
        using var turn = await WriterTurn.WaitAsync(db, cancel);
        return await db.Users.Where(a => a.Id == account.Id && a.SecondFactorSecret == account.SecondFactorSecret && (a.SecondFactorStep == null || a.SecondFactorStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.SecondFactorStep, step).SetProperty(a => a.ConcurrencyStamp, stamp), cancel) == 1;
    }

    private async Task<bool> UseRecoveryAsync(Guid accountId, string typed, DateTimeOffset now, CancellationToken cancel)
    {
        var hash = RecoveryCodes.HashOf(typed);
        using var turn = await WriterTurn.WaitAsync(db, cancel);
        return await db.RecoveryCodes.Where(c => c.AccountId == accountId && c.Hash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancel) == 1;
    }
}
