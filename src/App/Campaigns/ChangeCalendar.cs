using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Shared;

namespace Responsables.App.Campaigns;

/// <summary>What other windows do to the bodies of a campaign.</summary>
/// <param name="Bodies">All of them.</param>
/// <param name="Unsigned">Those that never signed.</param>
/// <param name="Closing">Those of them that may enter now and could no longer.</param>
/// <param name="Opening">Those of them that may not enter now and could.</param>
/// <param name="Extended">Those of them that keep a later end of entry by an exception.</param>
public sealed record CalendarEffect(int Bodies, int Unsigned, int Closing, int Opening, int Extended);

/// <summary>Moves the windows of an open campaign.</summary>
public sealed class ChangeCalendar(AppDb db, Writing writing)
{
    /// <param name="seal">Seal of the calendar that the form showed; another one is stale.</param>
    public Task<Outcome<CalendarEffect>> RunAsync(Actor actor, int year, CalendarDays days, string seal, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageCampaigns)
            ? writing.OnceAsync(key, now => ChangeAsync(actor, year, days, seal, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<CalendarEffect>());

    /// <summary>What it would do, or every reason for which it would be refused; nothing is kept.</summary>
    public Task<Outcome<CalendarEffect>> PreviewAsync(Actor actor, int year, CalendarDays days, string seal, CancellationToken cancel) =>
        actor.May(Permission.ManageCampaigns)
            ? writing.RehearseAsync(now => ChangeAsync(actor, year, days, seal, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<CalendarEffect>());

    private async Task<Outcome<CalendarEffect>> ChangeAsync(
        Actor actor, int year, CalendarDays days, string seal, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Year == year, cancel) is not { } campaign)
        {
            return Outcome.Missing<CalendarEffect>();
        }

        var before = campaign.Calendar;
        if (CalendarGuards.SealOf(before) != seal)
        {
            return new Outcome<CalendarEffect>.Stale([new Problem("campaigns.calendar-changed", null)]);
        }

        var bodies = await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign.Id).Select(s => new { s.FirstSignedAt, s.EntryUntil, s.ReviewUntil }).ToListAsync(cancel);
        var read = days.Read();
        var problems = read is Outcome<CampaignCalendar>.Refused refused ? [.. refused.Problems] : new List<Problem>();
        if (campaign.ClosedAt is not null)
        {
            problems.Insert(0, new Problem("campaigns.already-closed", null, year));
        }

        var calendar = read is Outcome<CampaignCalendar>.Done done ? done.Value : before;
        if (bodies.Count(b => b.EntryUntil > calendar.AcceptanceTo) is > 0 and var beyond)
        {
            problems.Add(new Problem("campaigns.extensions-beyond", "acceptance-to", beyond, bodies.Max(b => b.EntryUntil)));
        }

        if (bodies.Count(b => b.ReviewUntil > calendar.Correction.To) is > 0 and var later)
        {
            problems.Add(new Problem("campaigns.review-extensions-beyond", "correction-to", later, bodies.Max(b => b.ReviewUntil)));
        }

        if (problems.Count == 0 && CalendarGuards.SealOf(calendar) == seal)
        {
            problems.Add(new Problem("campaigns.calendar-same", null));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<CalendarEffect>(problems);
        }

        campaign.MoveTo(calendar);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("campaigns.change-calendar", null, campaign.Id, Told(year, before), Told(year, calendar))], cancel);
        var unsigned = bodies.Where(b => b.FirstSignedAt is null)
            .Select(b => (Was: before.WithEntryUntil(b.EntryUntil).EntryOpen(now), Is: calendar.WithEntryUntil(b.EntryUntil).EntryOpen(now), Later: b.EntryUntil > calendar.Entry.To)).ToList();
        return Outcome.Done(new CalendarEffect(
            bodies.Count, unsigned.Count, unsigned.Count(b => b is { Was: true, Is: false }), unsigned.Count(b => b is { Was: false, Is: true }), unsigned.Count(b => b.Later)));
    }

    private static object Told(int year, CampaignCalendar calendar) => new { year, calendar.Entry, calendar.ReviewTo, calendar.AcceptanceTo, calendar.Correction, calendar.Zone };
}
