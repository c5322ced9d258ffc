using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Outbox;

/// <summary>What somebody chose of the messages they want.</summary>
public sealed record MessagesWanted(bool Acts, bool Comments, bool Reminders, bool IsDaily, string Language);

/// <summary>Each person says which messages they want, how often and in which language. Those on the security of their account always come.</summary>
public sealed class ChooseMessages(AppDb db, Writing writing)
{
    private static readonly string[] Languages = ["fr", "en"];

    public async Task<MessagesWanted> ReadAsync(Actor actor, CancellationToken cancel) =>
        Told(await db.MessageChoices.AsNoTracking().SingleOrDefaultAsync(c => c.AccountId == actor.Id, cancel) ?? new MessageChoice { AccountId = actor.Id });

    public Task<Outcome<MessagesWanted>> RunAsync(Actor actor, MessagesWanted wanted, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => ChooseAsync(actor, wanted, now, cancel), cancel);

    private async Task<Outcome<MessagesWanted>> ChooseAsync(Actor actor, MessagesWanted wanted, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await db.Users.AnyAsync(a => a.Id == actor.Id, cancel))
        {
            return Outcome.Missing<MessagesWanted>();
        }

        if (!Languages.Contains(wanted.Language))
        {
            return Outcome.Refused<MessagesWanted>(new Problem("outbox.language-unknown", "language"));
        }

        var row = await db.MessageChoices.SingleOrDefaultAsync(c => c.AccountId == actor.Id, cancel);
        var before = row is null ? null : Told(row);
        if (row is null)
        {
            db.MessageChoices.Add(row = new MessageChoice { AccountId = actor.Id });
        }

        (row.Acts, row.Comments, row.Reminders, row.IsDaily, row.Language) = (wanted.Acts, wanted.Comments, wanted.Reminders, wanted.IsDaily, wanted.Language);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("outbox.choose", null, actor.Id, before, wanted)], cancel);
        return Outcome.Done(wanted);
    }

    private static MessagesWanted Told(MessageChoice row) => new(row.Acts, row.Comments, row.Reminders, row.IsDaily, row.Language);
}
