using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;

namespace Responsables.App.Outbox;

/// <summary>What a delivery did, in messages that left or not (one may hold several rows).</summary>
public sealed record Delivered(int Sent, int PutOff, int Failed);

/// <summary>
/// Sends what is due, one message a person, until nothing is left. Each is claimed by a lease in a transaction of its own, so that two nodes
/// never send it at once; a process that is killed leaves it to whoever comes after the lease, with the same Message-ID (decision 029).
/// </summary>
public sealed class OutboxDelivery(AppDb db, MailSettings settings, Mailbox mailbox, MessageText texts, IEnumerable<ILinkSecrets> secrets, TimeProvider clock)
{
    /// <summary>Longer than any attempt: the mail server has twenty seconds.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const int MostWords = 500;

    public async Task<Delivered> RunAsync(CancellationToken cancel)
    {
        var done = new Delivered(0, 0, 0);
        while (settings.IsSet && !cancel.IsCancellationRequested && await ClaimAsync(cancel) is { } lease)
        {
            // What is begun is ended: a stop does not cut a message in two.
            done = await SendAsync(lease, done);
        }

        return done;
    }

    private async Task<Guid?> ClaimAsync(CancellationToken cancel)
    {
        while (true)
        {
            using var turn = await WriterTurn.WaitAsync(db, cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancel);
            var now = clock.GetUtcNow();
            var due = Due(now);
            var head = await due.OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => new { m.Id, m.Envelope, m.AccountId, m.Kind }).FirstOrDefaultAsync(cancel);
            if (head is null)
            {
                return null;
            }

            var lease = Guid.NewGuid();
            if (await TakeAsync(due.Where(m => m.Id == head.Id), lease, head.Envelope ?? head.Id, now, cancel) == 0)
            {
                // Another node was quicker.
                continue;
            }

            // What left together once goes on together; a new message takes all that is due to the same person.
            var others = head.Envelope is { } envelope ? due.Where(m => m.Envelope == envelope)
                : head.Kind == MessageKind.Security ? null
                : due.Where(m => m.Envelope == null && m.AccountId == head.AccountId && m.Kind != MessageKind.Security);
            if (others is not null)
            {
                await TakeAsync(others, lease, head.Envelope ?? head.Id, now, cancel);
            }

            await transaction.CommitAsync(cancel);
            return lease;
        }
    }

    private IQueryable<OutboxMessage> Due(DateTimeOffset now)
    {
        var due = db.Outbox.AsNoTracking().Where(m => m.State == MessageState.Waiting && m.DueAt <= now && (m.LeaseUntil == null || m.LeaseUntil < now));
        return secrets.Any() ? due : due.Where(m => m.Secret == null);
    }

    private static Task<int> TakeAsync(IQueryable<OutboxMessage> rows, Guid lease, Guid envelope, DateTimeOffset now, CancellationToken cancel) =>
        rows.ExecuteUpdateAsync(
            set => set.SetProperty(m => m.Lease, lease).SetProperty(m => m.LeaseUntil, now + Lease).SetProperty(m => m.Envelope, envelope).SetProperty(m => m.Attempts, m => m.Attempts + 1),
            cancel);

    private async Task<Delivered> SendAsync(Guid lease, Delivered done)
    {
        var rows = await db.Outbox.AsNoTracking().Where(m => m.Lease == lease).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync(CancellationToken.None);
        var account = rows[0].AccountId is { } id
            ? await db.Users.AsNoTracking().Where(a => a.Id == id && a.DisabledAt == null).Select(a => new { a.Email }).SingleOrDefaultAsync(CancellationToken.None)
            : null;
        if (rows[0].AccountId is not null && account is null)
        {
            await EndAsync(lease, MessageState.Dropped, null);
            return done;
        }

        var tokens = rows.Where(r => r.Secret is not null).ToDictionary(r => r.Id, r => secrets.First().Show(r.Secret!));
        if (tokens.ContainsValue(null))
        {
            await EndAsync(lease, MessageState.Failed, "Data Protection");
            return done with { Failed = done.Failed + 1 };
        }

        var (subject, text) = texts.Of(rows, await LanguageAsync(rows[0].AccountId), tokens!);
        var mail = new Mail($"{rows[0].Envelope:N}@{settings.Site!.Host}", account?.Email ?? rows[0].Email, subject, text);
        if (await mailbox.SendAsync(mail, CancellationToken.None) is not { } refusal)
        {
            await EndAsync(lease, MessageState.Sent, null);
            return done with { Sent = done.Sent + 1 };
        }

        var words = Told(refusal.Words, tokens!);
        if (refusal.IsFinal || MessageDay.DelayAfter(rows.Max(r => r.Attempts)) is not { } delay)
        {
            await EndAsync(lease, MessageState.Failed, words);
            return done with { Failed = done.Failed + 1 };
        }

        await PutOffAsync(lease, delay, words);
        return done with { PutOff = done.PutOff + 1 };
    }

    private async Task<string> LanguageAsync(Guid? account) => account is { } id
        ? await db.MessageChoices.AsNoTracking().Where(c => c.AccountId == id).Select(c => c.Language).SingleOrDefaultAsync() ?? "fr"
        : "fr";

    // The secret of a link goes with its message, whatever became of it; the lease is looked at, since it may have lapsed meanwhile.
    private async Task EndAsync(Guid lease, MessageState state, string? words)
    {
        var now = clock.GetUtcNow();
        using var turn = await WriterTurn.WaitAsync(db, CancellationToken.None);
        await db.Outbox.Where(m => m.Lease == lease).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, state).SetProperty(m => m.SentAt, state == MessageState.Sent ? now : null).SetProperty(m => m.Secret, (string?)null)
            .SetProperty(m => m.Lease, (Guid?)null).SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null).SetProperty(m => m.Error, words));
    }

    private async Task PutOffAsync(Guid lease, TimeSpan delay, string words)
    {
        var due = clock.GetUtcNow() + delay;
        using var turn = await WriterTurn.WaitAsync(db, CancellationToken.None);
        await db.Outbox.Where(m => m.Lease == lease).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.DueAt, due).SetProperty(m => m.Lease, (Guid?)null).SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null).SetProperty(m => m.Error, words));
    }

    // A server may quote what it refuses: the secret of a link is not kept with its words.
    private static string Told(string words, Dictionary<Guid, string> tokens)
    {
        var told = tokens.Values.Aggregate(words, (text, token) => text.Replace(token, "…", StringComparison.Ordinal));
        return told.Length > MostWords ? told[..MostWords] : told;
    }
}
