using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>Who is invited, to do what.</summary>
public sealed record NewInvitation(string Email, Role? Role, OrganizationCode? Scope);

/// <summary>Makes the link by which a person opens an account with a role, or adds the role to the account they have.</summary>
public sealed class InvitePerson(AppDb db, InvitationGuards guards, OutboxWriter outbox, Writing writing)
{
    /// <summary>How long the link may be used (trust, "Retention").</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public Task<Outcome<LinkMade>> RunAsync(Actor actor, NewInvitation invitation, LinkToken token, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageAccounts)
            ? writing.OnceAsync(key, now => InviteAsync(actor, invitation, token, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<LinkMade>());

    internal static Invitation RowOf(Actor actor, NewInvitation invitation, LinkToken token, DateTimeOffset now) => new()
    {
        Email = invitation.Email,
        TokenHash = token.Hash,
        Role = invitation.Role,
        Scope = invitation.Scope,
        CreatedAt = now,
        ExpiresAt = now + Lifetime,
        CreatedBy = actor.Name,
    };

    internal static TrailEntry EntryOf(Invitation row) => new TrailEntry("accounts.invite", row.Scope, row.Id, null, new { row.Email, row.Role, row.ExpiresAt });

    internal static LinkToSend ToSend(Invitation row, LinkToken token) =>
        new("invitation", row.Email, "/invitation/", token.Text, row.Scope, MessagePayload.Of(row.ExpiresAt));

    private async Task<Outcome<LinkMade>> InviteAsync(
        Actor actor, NewInvitation invitation, LinkToken token, DateTimeOffset now, CancellationToken cancel)
    {
        var problems = await guards.RefusingAsync(invitation, now, cancel);
        if (problems.Count > 0)
        {
            return Outcome.Refused<LinkMade>(problems);
        }

        var row = RowOf(actor, invitation, token, now);
        db.Invitations.Add(row);
        await TrailWriter.AppendAsync(db, actor, now, [EntryOf(row)], cancel);
        return Outcome.Done(new LinkMade(row.Id, row.Email, row.TokenHash, row.ExpiresAt, outbox.AddLink(actor, ToSend(row, token), now)));
    }
}
