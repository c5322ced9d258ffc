using Microsoft.AspNetCore.Identity;
using Responsables.App.Accounts;

namespace Responsables.Web.Accounts;

/// <summary>What came of an address and its password.</summary>
internal enum Entry
{
    Refused,

    /// <summary>The password is right; the code of the second factor is still to come.</summary>
    NeedsCode,
    Entered,
}

/// <summary>Checks an address and its password, then the code where there is a second factor. Every refusal looks the same and takes the same time, whatever exists.</summary>
internal sealed partial class SignIn(
    UserManager<Account> accounts, SignInManager<Account> signing, SignInLimits limits, Entrance entrance, SecondStep step, ILogger<SignIn> log)
{
    // A password nobody has: hashed once, so that an unknown address costs as much as a known one.
    private static readonly Account Nobody = new();
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <returns>With <see cref="Entry.NeedsCode"/>, the proof that the password was right, to come back with the code.</returns>
    public async Task<(Entry Entry, string? Proof)> EnterAsync(string email, string password, CancellationToken cancel)
    {
        var known = email.Length == 0 || !limits.Allows(email) ? null : await accounts.FindByEmailAsync(email);
        if (known is null or { DisabledAt: not null } || await accounts.IsLockedOutAsync(known))
        {
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            Refused(log, known?.Id);
            return (Entry.Refused, null);
        }

        if (known.SecondFactorSecret is not null)
        {
            return await CheckAsync(known, password);
        }

        if (!(await signing.CheckPasswordSignInAsync(known, password, lockoutOnFailure: true)).Succeeded)
        {
            Refused(log, known.Id);
            return (Entry.Refused, null);
        }

        await EnterAsync(known, cancel);
        return (Entry.Entered, null);
    }

    /// <summary>Ends the second step; null when its time is over, or something changed meanwhile.</summary>
    public async Task<Entry?> EndAsync(string proof, string code, CancellationToken cancel)
    {
        if (step.Read(proof) is not var (id, stamp) || await accounts.FindByIdAsync(id.ToString()) is not { } account || account.SecurityStamp != stamp)
        {
            return null;
        }

        if (!await entrance.PassesAsync(id, code, cancel))
        {
            Refused(log, id);
            return Entry.Refused;
        }

        await EnterAsync(account, cancel);
        return Entry.Entered;
    }

    /// <summary>Begins a session for somebody who has just proved who they are by a link; false when a code is needed beside, and a sign-in with it.</summary>
    public async Task<bool> BeginByLinkAsync(Guid accountId, CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { SecondFactorSecret: null } account)
        {
            return false;
        }

        await EnterAsync(account, cancel);
        return true;
    }

    /// <summary>Goes on with the session of somebody whose other sessions were just ended.</summary>
    public async Task GoOnAsync(Guid accountId)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is { } account)
        {
            await signing.SignInAsync(account, isPersistent: false);
        }
    }

    public Task LeaveAsync() => signing.SignOutAsync();

    // A right password does not forgive wrong codes: only the code that follows does.
    private async Task<(Entry Entry, string? Proof)> CheckAsync(Account account, string password)
    {
        if (await accounts.CheckPasswordAsync(account, password))
        {
            return (Entry.NeedsCode, step.Write(account.Id, account.SecurityStamp!));
        }

        await accounts.AccessFailedAsync(account);
        Refused(log, account.Id);
        return (Entry.Refused, null);
    }

    private async Task EnterAsync(Account account, CancellationToken cancel)
    {
        await signing.SignInAsync(account, isPersistent: false);
        await entrance.NoteAsync(account.Id, cancel);
        Entered(log, account.Id);
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "Sign-in refused for account {Account}.")]
    private static partial void Refused(ILogger log, Guid? account);

    [LoggerMessage(EventId = 1000, Level = LogLevel.Information, Message = "Sign-in of account {Account}.")]
    private static partial void Entered(ILogger log, Guid account);
}
