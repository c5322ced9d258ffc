using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Campaigns;

/// <summary>To whom, until when, why. The day and the time are as they were typed: <c>2026-04-10</c>, <c>18:00</c> or nothing for the end of the day.</summary>
public sealed record NewExtension(IReadOnlyList<OrganizationCode> Organizations, string Day, string Time, string Reason);

/// <summary>Exceptions that were made, or one that was withdrawn.</summary>
public sealed record EntryExtended(int Bodies, DateTimeOffset Until, string Name);

/// <summary>The federation lets bodies enter until later than the campaign says, and takes it back.</summary>
public sealed class ExtendEntry(AppDb db, DossierStore dossiers, Writing writing)
{
    /// <summary>Names of the fields, where problems are shown.</summary>
    public const string Bodies = "organization";
    public const string Day = "day";
    public const string Time = "time";
    public const string Reason = "reason";

    public Task<Outcome<EntryExtended>> RunAsync(Actor actor, int year, NewExtension asked, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageCampaigns)
            ? writing.OnceAsync(key, now => ExtendAsync(actor, year, asked, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<EntryExtended>());

    public Task<Outcome<EntryExtended>> WithdrawAsync(Actor actor, int year, Guid id, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageCampaigns)
            ? writing.OnceAsync(key, now => WithdrawAsync(actor, year, id, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<EntryExtended>());

    private async Task<Outcome<EntryExtended>> ExtendAsync(Actor actor, int year, NewExtension asked, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel) is not { } campaign)
        {
            return Outcome.Missing<EntryExtended>();
        }

        var codes = asked.Organizations.Distinct().ToList();
        var ids = await db.Submissions.Where(s => s.CampaignId == campaign.Id && codes.Contains(s.Organization)).Select(s => s.Id).ToListAsync(cancel);
        await dossiers.LockAsync(ids, cancel);
        var found = await db.Submissions.Where(s => ids.Contains(s.Id)).ToListAsync(cancel);
        var reason = WrittenText.Clean(asked.Reason);
        var (until, when) = UntilOf(asked, campaign, now);
        List<Problem> problems = [.. Refusing(campaign, codes, found), .. when];
        if (WrittenText.Refusal(reason, Reason, AnswerInput.MaxComment, "campaigns.extension-reason") is { } unkept)
        {
            problems.Add(unkept);
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<EntryExtended>(problems);
        }

        var replaced = await db.EntryExtensions.Where(e => ids.Contains(e.SubmissionId) && e.WithdrawnAt == null).ToListAsync(cancel);
        var entries = new List<TrailEntry>();
        foreach (var submission in found)
        {
            var before = replaced.Find(e => e.SubmissionId == submission.Id);
            before?.WithdrawnAt = now;
            before?.WithdrawnBy = actor.Name;
            var row = new EntryExtension
            {
                CampaignId = campaign.Id, SubmissionId = submission.Id, Organization = submission.Organization, Until = until!.Value, Reason = reason, At = now, By = actor.Name,
            };
            db.EntryExtensions.Add(row);
            (submission.EntryUntil, submission.ExtensionId) = (row.Until, row.Id);
            entries.Add(new TrailEntry("campaigns.extend", row.Organization, submission.Id, before is null ? null : new { year, before.Until, before.Reason }, new { year, row.Until, row.Reason }));
        }

        await TrailWriter.AppendAsync(db, actor, now, entries, cancel);
        return Outcome.Done(new EntryExtended(found.Count, until!.Value, found[0].ShortName));
    }

    private async Task<Outcome<EntryExtended>> WithdrawAsync(Actor actor, int year, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        var submissionId = await db.EntryExtensions.Where(e => e.Id == id).Select(e => (Guid?)e.SubmissionId).SingleOrDefaultAsync(cancel);
        await dossiers.LockAsync(submissionId is { } known ? [known] : [], cancel);
        var row = await db.EntryExtensions.SingleOrDefaultAsync(e => e.Id == id, cancel);
        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == submissionId && s.Campaign.Year == year, cancel);
        if (row is null || submission is null)
        {
            return Outcome.Missing<EntryExtended>();
        }

        if (row.WithdrawnAt is not null)
        {
            return Outcome.Refused<EntryExtended>(new Problem("campaigns.extension-over", null));
        }

        (row.WithdrawnAt, row.WithdrawnBy) = (now, actor.Name);
        (submission.EntryUntil, submission.ExtensionId) = (null, null);
        await TrailWriter.AppendAsync(
            db, actor, now, [new TrailEntry("campaigns.withdraw-extension", row.Organization, submission.Id, new { year, row.Until, row.Reason }, null)], cancel);
        return Outcome.Done(new EntryExtended(1, row.Until, submission.ShortName));
    }

    private static IEnumerable<Problem> Refusing(Campaign campaign, List<OrganizationCode> codes, List<Submission> found)
    {
        if (campaign.ClosedAt is not null)
        {
            yield return new Problem("campaigns.already-closed", null, campaign.Year);
        }

        if (codes.Count == 0)
        {
            yield return new Problem("campaigns.extension-nobody", Bodies);
        }

        foreach (var code in codes.Where(c => found.TrueForAll(s => s.Organization != c)))
        {
            yield return new Problem("campaigns.extension-unknown", Bodies, code, campaign.Year);
        }

        foreach (var submission in found.Where(s => s.FirstSignedAt is not null))
        {
            yield return new Problem("campaigns.extension-signed", Bodies, submission.ShortName);
        }
    }

    // Without a time: the last second of the day. With one: the end of that minute, so that « 18:00 » is not refused at 18:00.
    private static (DateTimeOffset? Until, IReadOnlyList<Problem> Problems) UntilOf(NewExtension asked, Campaign campaign, DateTimeOffset now)
    {
        var time = new TimeOnly(23, 59, 59);
        List<Problem> problems = [];
        var day = IsoDay.Read(asked.Day);
        if (day is null)
        {
            problems.Add(new Problem(asked.Day.Length == 0 ? "campaigns.extension-day" : "campaigns.day-unreadable", Day, asked.Day));
        }

        if (asked.Time.Length > 0 && !TimeOnly.TryParseExact(asked.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
        {
            problems.Add(new Problem("campaigns.extension-time", Time, asked.Time));
        }

        if (problems.Count > 0)
        {
            return (null, problems);
        }

        if (Deadline.At(day!.Value, asked.Time.Length == 0 ? time : time.Add(TimeSpan.FromSeconds(59)), campaign.Zone) is not Outcome<DateTimeOffset>.Done { Value: var until })
        {
            return (null, [new Problem("campaigns.time-skipped", Time, $"{asked.Day} {asked.Time}", campaign.Zone)]);
        }

        return until <= now ? (null, [new Problem("campaigns.extension-past", Day)])
            : until <= campaign.EntryTo ? (null, [new Problem("campaigns.extension-early", Day, campaign.EntryTo)])
            : until > campaign.AcceptanceTo ? (null, [new Problem("campaigns.extension-late", Day, campaign.AcceptanceTo)])
            : (until, []);
    }
}
