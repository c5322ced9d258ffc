using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>Who is invited, to do what.</summary>
public sealed record NewInvitation(string Email, Role? Role, OrganizationCode? Scope);

/// <summary>Makes the link by which a person opens an account with a role, or adds the role to the account they have.</summary>
public sealed class InvitePerson(AppDb db, Writing writing)
{
    /// <summary>How long the link may be used (trust, "Retention").</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public Task<Outcome<LinkMade>> RunAsync(Actor actor, NewInvitation invitation, LinkToken token, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageAccounts)
            ? writing.OnceAsync(key, now => InviteAsync(actor, invitation, token, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<LinkMade>());

    private async Task<Outcome<LinkMade>> InviteAsync(
        Actor actor, NewInvitation invitation, LinkToken token, DateTimeOffset now, CancellationToken cancel)
    {
        var problems = await RefusingAsync(invitation, cancel);
        problems.AddRange(await GrantGuards.RefusingAsync(db, invitation.Role, invitation.Scope, now, cancel));
        if (problems.Count > 0)
        {
            return Outcome.Refused<LinkMade>(problems);
        }

        var row = new Invitation
        {
            Email = invitation.Email,
            TokenHash = token.Hash,
            Role = invitation.Role,
            Scope = invitation.Scope,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
            CreatedBy = actor.Name,
        };
        db.Invitations.Add(row);
        await TrailWriter.AppendAsync(
            db, actor, now,
            [new TrailEntry("accounts.invite", invitation.Scope, row.Id, null, new { row.Email, row.Role, row.ExpiresAt })], cancel);
        return Outcome.Done(new LinkMade(row.Id, row.Email, row.TokenHash, row.ExpiresAt));
    }

    private async Task<List<Problem>> RefusingAsync(NewInvitation invitation, CancellationToken cancel)
    {
        const string field = "email";
        if (!EmailAddress.IsValid(invitation.Email))
        {
            return [new Problem("accounts.email-invalid", field)];
        }

        if (EmailAddress.IsDemonstration(invitation.Email) && !await DatabaseState.IsDemonstrationAsync(db, cancel))
        {
            return [new Problem("accounts.email-demonstration", field, EmailAddress.DemonstrationDomain)];
        }

        var normalized = invitation.Email.ToUpperInvariant();
        var known = await db.Users.AsNoTracking().Include(a => a.Grants).SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, cancel);
        if (known?.DisabledAt is not null)
        {
            return [new Problem("accounts.disabled", field)];
        }

        return known?.Grants.Any(g => g.Role == invitation.Role && g.Scope == invitation.Scope) == true
            ? [new Problem("accounts.grant-already", field)]
            : [];
    }
}
