using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>A change of address that waits to be confirmed.</summary>
public sealed record EmailChangeAsked(Guid AccountId, string OldEmail, LinkMade Link);

/// <summary>An address that was changed.</summary>
public sealed record EmailChanged(Guid AccountId, string OldEmail, string NewEmail);

/// <summary>Changes the address of an account: asked by its person or an administrator, done when the link sent to the new address is used.</summary>
public sealed class ChangeEmail(AppDb db, UserManager<Account> accounts, OutboxWriter outbox, Writing writing, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private const string Field = "email";

    /// <summary>Asked by the person, who shows to be this person by the password.</summary>
    public Task<Outcome<EmailChangeAsked>> AskAsync(Actor actor, string email, string password, LinkToken token, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => AskAsync(actor, actor.Id, email, password, token, now, cancel), cancel);

    /// <summary>Asked by an administrator.</summary>
    public Task<Outcome<EmailChangeAsked>> AskForAsync(Actor actor, Guid accountId, string email, LinkToken token, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageAccounts)
            ? writing.OnceAsync(key, now => AskAsync(actor, accountId, email, null, token, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<EmailChangeAsked>());

    /// <summary>What a link would change; null when it is unknown, used or over.</summary>
    public async Task<EmailChanged?> FindAsync(string token, CancellationToken cancel) =>
        await OpenAsync(token, clock.GetUtcNow(), cancel) is { } row && await accounts.FindByIdAsync(row.AccountId.ToString()) is { DisabledAt: null } account
            ? new EmailChanged(account.Id, account.Email!, row.NewEmail)
            : null;

    /// <summary>Whoever holds the link confirms: every session ends, the next sign-in is with the new address.</summary>
    public Task<Outcome<EmailChanged>> ConfirmAsync(string token, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => ConfirmAsync(token, now, cancel), cancel);

    private async Task<Outcome<EmailChangeAsked>> AskAsync(
        Actor actor, Guid accountId, string email, string? password, LinkToken token, DateTimeOffset now, CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { } account)
        {
            return Outcome.Missing<EmailChangeAsked>();
        }

        var problems = await RefusingAsync(account, email, cancel);
        if (password is not null && !await accounts.CheckPasswordAsync(account, password))
        {
            problems.Add(new Problem("accounts.password-wrong", "email-password"));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<EmailChangeAsked>(problems);
        }

        // One change at a time: the last one asked for.
        await db.EmailChanges.Where(c => c.AccountId == accountId && c.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancel);
        var row = new EmailChange { AccountId = accountId, NewEmail = email, TokenHash = token.Hash, ExpiresAt = now + Lifetime };
        db.EmailChanges.Add(row);
        await TrailWriter.AppendAsync(
            db, actor, now, [new TrailEntry("accounts.ask-email", null, accountId, new { account.Email }, new { email })], cancel);
        var isMailed = outbox.AddLink(actor, new LinkToSend("email", email, "/adresse/", token.Text, null, MessagePayload.Of(row.ExpiresAt)), now);
        outbox.Warn(actor, "email-asked", account.Email!, now, email);
        return Outcome.Done(new EmailChangeAsked(accountId, account.Email!, new LinkMade(row.Id, email, row.TokenHash, row.ExpiresAt, isMailed)));
    }

    private async Task<Outcome<EmailChanged>> ConfirmAsync(string token, DateTimeOffset now, CancellationToken cancel)
    {
        if (await OpenAsync(token, now, cancel) is not { } row || await accounts.FindByIdAsync(row.AccountId.ToString()) is not { DisabledAt: null } account
            || await db.EmailChanges.Where(c => c.Id == row.Id && c.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancel) != 1)
        {
            return Outcome.Missing<EmailChanged>();
        }

        var problems = await RefusingAsync(account, row.NewEmail, cancel);
        if (problems.Count > 0)
        {
            return Outcome.Refused<EmailChanged>(problems);
        }

        var old = account.Email!;
        account.Email = account.UserName = row.NewEmail;
        account.NormalizedEmail = accounts.NormalizeEmail(row.NewEmail);
        account.NormalizedUserName = accounts.NormalizeName(row.NewEmail);
        await accounts.UpdateSecurityStampAsync(account);
        await TrailWriter.AppendAsync(
            db, account.ToActor(), now, [new TrailEntry("accounts.change-email", null, account.Id, new { email = old }, new { email = row.NewEmail })], cancel);
        outbox.Warn(account.ToActor(), "email-changed", old, now, row.NewEmail);
        return Outcome.Done(new EmailChanged(account.Id, old, row.NewEmail));
    }

    private async Task<List<Problem>> RefusingAsync(Account account, string email, CancellationToken cancel)
    {
        if (account.IsDemonstration)
        {
            return [new Problem("accounts.email-of-demonstration", Field)];
        }

        if (account.DisabledAt is not null)
        {
            return [new Problem("accounts.disabled", Field)];
        }

        if (!EmailAddress.IsValid(email))
        {
            return [new Problem("accounts.email-invalid", Field)];
        }

        if (EmailAddress.IsDemonstration(email))
        {
            return [new Problem("accounts.email-demonstration", Field, EmailAddress.DemonstrationDomain)];
        }

        var normalized = accounts.NormalizeEmail(email);
        return await db.Users.AnyAsync(a => a.NormalizedEmail == normalized, cancel) ? [new Problem("accounts.email-taken", Field)] : [];
    }

    private Task<EmailChange?> OpenAsync(string token, DateTimeOffset now, CancellationToken cancel)
    {
        var hash = LinkToken.HashOf(token);
        return db.EmailChanges.AsNoTracking().SingleOrDefaultAsync(c => c.TokenHash == hash && c.UsedAt == null && c.ExpiresAt > now, cancel);
    }
}
