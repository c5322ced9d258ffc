using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>The account that a link led to.</summary>
public sealed record LinkUsed(Guid AccountId);

/// <summary>A person uses an invitation: opens an account, or adds the role to the account they are signed in with.</summary>
public sealed class AcceptInvitation(AppDb db, UserManager<Account> accounts, LinkQuery links, Writing writing)
{
    /// <summary>Opens an account with a name and a password.</summary>
    public Task<Outcome<LinkUsed>> OpenAccountAsync(string token, string name, string password, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => OpenAsync(token, name.Trim(), password, now, cancel), cancel);

    /// <summary>Adds the role to the account of whoever is signed in, which must have the invited address.</summary>
    public Task<Outcome<LinkUsed>> JoinAsync(Actor actor, string token, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => JoinAsync(actor, token, now, cancel), cancel);

    private async Task<Outcome<LinkUsed>> OpenAsync(string token, string name, string password, DateTimeOffset now, CancellationToken cancel)
    {
        var link = await links.FindAsync(token, cancel);
        if (link is not { Role: not null, AccountId: null })
        {
            return Outcome.Missing<LinkUsed>();
        }

        var problems = Refusing(name).Concat(Passwords.Refusing(password, "password", link.Email, name)).ToList();
        if (problems.Count > 0)
        {
            return Outcome.Refused<LinkUsed>(problems);
        }

        if (!await links.UseAsync(link, now, cancel))
        {
            return Outcome.Missing<LinkUsed>();
        }

        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = link.Email,
            Email = link.Email,
            EmailConfirmed = true,
            DisplayName = name,
            CreatedAt = now,
            IsDemonstration = EmailAddress.IsDemonstration(link.Email),
            LockoutEnabled = true,
        };
        if (link.Role != Role.Helper)
        {
            account.Grants.Add(GrantOf(account.Id, link, now));
        }

        Expect(await accounts.CreateAsync(account, password));
        await TakeAsync(account.ToActor(), link, cancel);
        await WriteAsync("accounts.open", account.ToActor(), link, now, cancel);
        return Outcome.Done(new LinkUsed(account.Id));
    }

    private async Task<Outcome<LinkUsed>> JoinAsync(Actor actor, string token, DateTimeOffset now, CancellationToken cancel)
    {
        var link = await links.FindAsync(token, cancel);
        if (link is not { Role: not null } || link.AccountId != actor.Id || !await links.UseAsync(link, now, cancel))
        {
            return Outcome.Missing<LinkUsed>();
        }

        await TakeAsync(actor, link, cancel);
        if (link.Role != Role.Helper && !await db.Grants.AnyAsync(g => g.AccountId == actor.Id && g.Role == link.Role && g.Scope == link.Scope, cancel))
        {
            db.Grants.Add(GrantOf(actor.Id, link, now));
        }

        await WriteAsync("accounts.join", actor, link, now, cancel);
        return Outcome.Done(new LinkUsed(actor.Id));
    }

    private static IEnumerable<Problem> Refusing(string name)
    {
        if (name.Length is < 2 or > 200)
        {
            yield return new Problem("accounts.name-missing", "name");
        }
    }

    private static AccountGrant GrantOf(Guid account, OpenLink link, DateTimeOffset now) =>
        new() { AccountId = account, Role = link.Role!.Value, Scope = link.Scope, GrantedAt = now };

    // Questions give the rights themselves, while they are assigned: no role is granted with them.
    private async Task TakeAsync(Actor actor, OpenLink link, CancellationToken cancel)
    {
        if (link.Role != Role.Helper)
        {
            return;
        }

        var waiting = await db.Assignments.Where(a => a.Organization == link.Scope && a.AccountId == null && a.EndedAt == null).ToListAsync(cancel);
        foreach (var assignment in waiting.Where(a => string.Equals(a.Email, link.Email, StringComparison.OrdinalIgnoreCase)))
        {
            assignment.AccountId = actor.Id;
            assignment.Name = actor.Name;
            assignment.Version++;
        }
    }

    private Task WriteAsync(string act, Actor actor, OpenLink link, DateTimeOffset now, CancellationToken cancel) => TrailWriter.AppendAsync(
        db, actor, now, [new TrailEntry(act, link.Scope, actor.Id, null, new { link.Email, link.Role, invitation = link.Id })], cancel);

    // What could be refused was looked at before: anything else is a fault.
    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The account was not made: {string.Join(", ", result.Errors.Select(e => e.Code))}");
        }
    }
}
