using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reviews;

/// <summary>What was kept or removed of a person's own desk.</summary>
public sealed record DeskKept(Guid Id, string Name);

/// <summary>What a reviewer keeps for themselves: named filters, reasons to use again, how far they have looked. It gives no right to anything.</summary>
public sealed class KeepDesk(AppDb db, Writing writing)
{
    public const int MostName = 80;
    public const int MostFilters = 30;
    public const int MostReasons = 30;

    /// <summary>Names a filter; the same name again replaces what it had.</summary>
    /// <param name="query">As the desk writes it, never as it came.</param>
    public Task<Outcome<DeskKept>> SaveFilterAsync(Actor actor, string name, string query, Guid key, CancellationToken cancel) =>
        DoAsync(actor, key, now => SaveFilterAsync(actor, name.Trim(), query, now, cancel), cancel);

    public Task<Outcome<DeskKept>> DropFilterAsync(Actor actor, Guid id, Guid key, CancellationToken cancel) => DoAsync(
        actor, key,
        async now =>
        {
            if (await db.DeskFilters.SingleOrDefaultAsync(f => f.Id == id && f.AccountId == actor.Id, cancel) is not { } filter)
            {
                return Outcome.Missing<DeskKept>();
            }

            db.DeskFilters.Remove(filter);
            await NoteAsync(actor, now, new TrailEntry("reviews.drop-filter", null, actor.Id, new { filter.Name, filter.Query }, null), cancel);
            return Outcome.Done(new DeskKept(filter.Id, filter.Name));
        },
        cancel);

    public Task<Outcome<DeskKept>> KeepReasonAsync(Actor actor, string text, Guid key, CancellationToken cancel) =>
        DoAsync(actor, key, now => KeepReasonAsync(actor, WrittenText.Clean(text), now, cancel), cancel);

    public Task<Outcome<DeskKept>> DropReasonAsync(Actor actor, Guid id, Guid key, CancellationToken cancel) => DoAsync(
        actor, key,
        async now =>
        {
            if (await db.KeptReasons.SingleOrDefaultAsync(r => r.Id == id && r.AccountId == actor.Id, cancel) is not { } reason)
            {
                return Outcome.Missing<DeskKept>();
            }

            db.KeptReasons.Remove(reason);
            await NoteAsync(actor, now, new TrailEntry("reviews.drop-reason", null, actor.Id, new { reason.Text }, null), cancel);
            return Outcome.Done(new DeskKept(reason.Id, reason.Text));
        },
        cancel);

    /// <summary>Everything up to a row of the trail has been seen; never goes back, never beyond the trail.</summary>
    /// <param name="read">When the page that showed it was read.</param>
    public Task<Outcome<DeskKept>> LookAsync(Actor actor, int year, long sequence, DateTimeOffset read, Guid key, CancellationToken cancel) => DoAsync(
        actor, key,
        async now =>
        {
            if (await db.Campaigns.SingleOrDefaultAsync(c => c.Year == year, cancel) is not { } campaign)
            {
                return Outcome.Missing<DeskKept>();
            }

            var seen = Math.Clamp(sequence, 0, await db.TrailHeads.Select(h => h.Sequence).SingleAsync(cancel));
            var at = read < now ? read : now;
            var look = await db.DeskLooks.SingleOrDefaultAsync(l => l.AccountId == actor.Id && l.CampaignId == campaign.Id, cancel);
            if (look is null)
            {
                db.DeskLooks.Add(new DeskLook { AccountId = actor.Id, CampaignId = campaign.Id, Sequence = seen, At = at });
            }
            else if (seen >= look.Sequence)
            {
                (look.Sequence, look.At) = (seen, at);
            }

            await NoteAsync(actor, now, new TrailEntry("reviews.look", null, actor.Id, null, new { campaign.Year, Sequence = seen }), cancel);
            return Outcome.Done(new DeskKept(campaign.Id, ""));
        },
        cancel);

    private Task<Outcome<DeskKept>> DoAsync(Actor actor, Guid key, Func<DateTimeOffset, Task<Outcome<DeskKept>>> act, CancellationToken cancel) =>
        actor is { IsCommand: false } && actor.MaySomewhere(Permission.ReviewSubmission)
            ? writing.OnceAsync(key, act, cancel)
            : Task.FromResult(Outcome.Missing<DeskKept>());

    private async Task<Outcome<DeskKept>> SaveFilterAsync(Actor actor, string name, string query, DateTimeOffset now, CancellationToken cancel)
    {
        var mine = await db.DeskFilters.Where(f => f.AccountId == actor.Id).ToListAsync(cancel);
        var known = mine.Find(f => f.Name == name);
        var problems = Refusing(
            name, "nom-filtre", MostName, "reviews.filter-name-required", known is null && mine.Count >= MostFilters ? "reviews.filters-too-many" : null, MostFilters);
        if (query.Length == 0)
        {
            problems.Add(new Problem("reviews.filter-empty", "nom-filtre"));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<DeskKept>(problems);
        }

        var before = known?.Query;
        if (known is null)
        {
            db.DeskFilters.Add(known = new DeskFilter { AccountId = actor.Id, Name = name, Query = query });
        }

        known.Query = query;
        await NoteAsync(actor, now, new TrailEntry("reviews.save-filter", null, actor.Id, before is null ? null : new { Name = name, Query = before }, new { Name = name, Query = query }), cancel);
        return Outcome.Done(new DeskKept(known.Id, name));
    }

    private async Task<Outcome<DeskKept>> KeepReasonAsync(Actor actor, string text, DateTimeOffset now, CancellationToken cancel)
    {
        var mine = await db.KeptReasons.Where(r => r.AccountId == actor.Id).ToListAsync(cancel);
        var problems = Refusing(
            text, "motif", AnswerInput.MaxComment, "reviews.kept-reason-required", mine.Count >= MostReasons ? "reviews.kept-reasons-too-many" : null, MostReasons);
        if (mine.Exists(r => r.Text == text))
        {
            problems.Add(new Problem("reviews.kept-reason-known", "motif"));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<DeskKept>(problems);
        }

        var reason = new KeptReason { AccountId = actor.Id, Text = text };
        db.KeptReasons.Add(reason);
        await NoteAsync(actor, now, new TrailEntry("reviews.keep-reason", null, actor.Id, null, new { reason.Text }), cancel);
        return Outcome.Done(new DeskKept(reason.Id, reason.Text));
    }

    // What is wrong with what was written, and that there are too many already.
    private static List<Problem> Refusing(string text, string place, int most, string none, string? tooMany, int limit)
    {
        List<Problem> problems = WrittenText.Refusal(text, place, most, none) is { } unkept ? [unkept] : [];
        if (tooMany is not null)
        {
            problems.Add(new Problem(tooMany, place, limit));
        }

        return problems;
    }

    private Task NoteAsync(Actor actor, DateTimeOffset now, TrailEntry entry, CancellationToken cancel) =>
        TrailWriter.AppendAsync(db, actor, now, [entry], cancel);
}
