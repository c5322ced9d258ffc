using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>Invitations that were made, in the order of the file; or that would be, in a rehearsal.</summary>
public sealed record PeopleInvited(IReadOnlyList<LinkMade> Links);

/// <summary>Invites everyone of a file in one transaction, or nobody when a line has a fault.</summary>
public sealed class InvitePeople(AppDb db, InvitationGuards guards, OutboxWriter outbox, Writing writing)
{
    /// <param name="tokens">One for each row of the file.</param>
    public Task<Outcome<PeopleInvited>> RunAsync(Actor actor, string file, IReadOnlyList<LinkToken> tokens, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageAccounts)
            ? writing.OnceAsync(key, now => InviteAsync(actor, file, tokens, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<PeopleInvited>());

    /// <summary>What it would do, or every reason why not.</summary>
    public Task<Outcome<PeopleInvited>> RehearseAsync(Actor actor, string file, CancellationToken cancel) =>
        actor.May(Permission.ManageAccounts)
            ? writing.RehearseAsync(now => InviteAsync(actor, file, [.. PeopleCsv.Read(file).Rows.Select(_ => LinkToken.New())], now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<PeopleInvited>());

    private async Task<Outcome<PeopleInvited>> InviteAsync(
        Actor actor, string file, IReadOnlyList<LinkToken> tokens, DateTimeOffset now, CancellationToken cancel)
    {
        var read = PeopleCsv.Read(file);
        var problems = read.Problems.ToList();
        var seen = new Dictionary<NewInvitation, int>();
        foreach (var row in read.Rows)
        {
            problems.AddRange((await guards.RefusingAsync(row.Invitation, now, cancel)).Select(p => At(row, p)));
            var plain = row.Invitation with { Email = row.Invitation.Email.ToUpperInvariant() };
            if (!seen.TryAdd(plain, row.Line))
            {
                problems.Add(new Problem("accounts.csv-twice", PeopleCsv.Place(row.Line), seen[plain]));
            }
            else if (await IsWaitingAsync(row.Invitation, now, cancel))
            {
                problems.Add(new Problem("accounts.invited-already", PeopleCsv.Place(row.Line, PeopleCsv.Columns[0])));
            }
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<PeopleInvited>([.. problems.OrderBy(LineOf)]);
        }

        var links = read.Rows.Zip(tokens, (row, token) => InvitePerson.RowOf(actor, row.Invitation, token, now)).ToList();
        db.Invitations.AddRange(links);
        await TrailWriter.AppendAsync(db, actor, now, [.. links.Select(InvitePerson.EntryOf)], cancel);
        return Outcome.Done(new PeopleInvited([.. links.Zip(tokens, (i, token) => new LinkMade(i.Id, i.Email, i.TokenHash, i.ExpiresAt, outbox.AddLink(actor, InvitePerson.ToSend(i, token), now)))]));
    }

    private async Task<bool> IsWaitingAsync(NewInvitation invitation, DateTimeOffset now, CancellationToken cancel) =>
        (await db.Invitations.AsNoTracking().Where(i => i.UsedAt == null && i.ExpiresAt > now && i.Role == invitation.Role && i.Scope == invitation.Scope)
            .Select(i => i.Email).ToListAsync(cancel)).Contains(invitation.Email, StringComparer.OrdinalIgnoreCase);

    private static Problem At(PersonRow row, Problem problem) => problem with
    {
        Place = PeopleCsv.Place(row.Line, problem.Place switch { "email" => PeopleCsv.Columns[0], "role" => PeopleCsv.Columns[1], _ => PeopleCsv.Columns[2] }),
    };

    private static int LineOf(Problem problem) =>
        problem.Place is { } place && int.TryParse(new string([.. place.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]), out var line) ? line : 0;
}
