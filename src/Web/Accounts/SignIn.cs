using Microsoft.AspNetCore.Identity;
using Responsables.App.Accounts;

namespace Responsables.Web.Accounts;

/// <summary>Checks an address and its password. Every refusal looks the same and takes the same time, whatever exists.</summary>
internal sealed partial class SignIn(UserManager<Account> accounts, SignInManager<Account> signing, SignInLimits limits, ILogger<SignIn> log)
{
    // A password nobody has: hashed once, so that an unknown address costs as much as a known one.
    private static readonly Account Nobody = new();
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public async Task<bool> EnterAsync(string email, string password)
    {
        var known = email.Length == 0 || !limits.Allows(email) ? null : await accounts.FindByEmailAsync(email);
        if (known is null or { DisabledAt: not null } || await accounts.IsLockedOutAsync(known))
        {
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            Refused(log, known?.Id);
            return false;
        }

        if (!(await signing.CheckPasswordSignInAsync(known, password, lockoutOnFailure: true)).Succeeded)
        {
            Refused(log, known.Id);
            return false;
        }

        await signing.SignInAsync(known, isPersistent: false);
        Entered(log, known.Id);
        return true;
    }

    /// <summary>Begins a session for somebody who has just proved who they are by a link.</summary>
    public async Task BeginAsync(Guid accountId)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is { } account)
        {
            await signing.SignInAsync(account, isPersistent: false);
            Entered(log, accountId);
        }
    }

    public Task LeaveAsync() => signing.SignOutAsync();

    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "Sign-in refused for account {Account}.")]
    private static partial void Refused(ILogger log, Guid? account);

    [LoggerMessage(EventId = 1000, Level = LogLevel.Information, Message = "Sign-in of account {Account}.")]
    private static partial void Entered(ILogger log, Guid account);
}
