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

/// <summary>What is put off, for whom, until when, why. The day and the time are as they were typed: <c>2026-04-10</c>, <c>18:00</c> or nothing for the end of the day.</summary>
public sealed record NewExtension(ExtendedWindow Window, IReadOnlyList<OrganizationCode> Organizations, string Day, string Time, string Reason);

/// <summary>Exceptions that were made, or one that was withdrawn.</summary>
public sealed record WindowExtended(ExtendedWindow Window, int Bodies, DateTimeOffset Until, string Name);

/// <summary>The federation puts off the end of entry, or of the review, of some bodies, and takes it back.</summary>
public sealed class ExtendWindow(AppDb db, DossierStore dossiers, Writing writing)
{
    /// <summary>Names of the fields, where problems are shown.</summary>
    public const string Bodies = "organization";
    public const string Day = "day";
    public const string Time = "time";
    public const string Reason = "reason";

    public Task<Outcome<WindowExtended>> RunAsync(Actor actor, int year, NewExtension asked, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageCampaigns)
            ? writing.OnceAsync(key, now => ExtendAsync(actor, year, asked, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<WindowExtended>());

    public Task<Outcome<WindowExtended>> WithdrawAsync(Actor actor, int year, Guid id, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageCampaigns)
            ? writing.OnceAsync(key, now => WithdrawAsync(actor, year, id, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<WindowExtended>());

    private async Task<Outcome<WindowExtended>> ExtendAsync(Actor actor, int year, NewExtension asked, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel) is not { } campaign)
        {
            return Outcome.Missing<WindowExtended>();
        }

        var codes = asked.Organizations.Distinct().ToList();
        var ids = await db.Submissions.Where(s => s.CampaignId == campaign.Id && codes.Contains(s.Organization)).Select(s => s.Id).ToListAsync(cancel);
        await dossiers.LockAsync(ids, cancel);
        var found = await db.Submissions.Where(s => ids.Contains(s.Id)).ToListAsync(cancel);
        var blocks = (await db.SubmissionBlocks.AsNoTracking().Where(b => ids.Contains(b.SubmissionId)).ToListAsync(cancel)).ToLookup(b => b.SubmissionId);
        var reason = WrittenText.Clean(asked.Reason);
        var term = ExtensionTerm.Of(asked, campaign, now);
        List<Problem> problems =
        [
            .. Refusing(campaign, codes, found), .. found.SelectMany(s => Needless(asked.Window, s, blocks[s.Id])), .. term.Problems,
        ];
        if (WrittenText.Refusal(reason, Reason, AnswerInput.MaxComment, "campaigns.extension-reason") is { } unkept)
        {
            problems.Add(unkept);
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<WindowExtended>(problems);
        }

        var replaced = await db.BodyExtensions.Where(e => ids.Contains(e.SubmissionId) && e.Window == asked.Window && e.WithdrawnAt == null).ToListAsync(cancel);
        var entries = new List<TrailEntry>();
        foreach (var submission in found)
        {
            var before = replaced.Find(e => e.SubmissionId == submission.Id);
            before?.WithdrawnAt = now;
            before?.WithdrawnBy = actor.Name;
            var row = new BodyExtension
            {
                CampaignId = campaign.Id, SubmissionId = submission.Id, Organization = submission.Organization, Window = asked.Window,
                Until = term.Until!.Value, Reason = reason, At = now, By = actor.Name,
            };
            db.BodyExtensions.Add(row);
            submission.Point(asked.Window, row);
            entries.Add(new TrailEntry("campaigns.extend", row.Organization, submission.Id, before is null ? null : Told(year, before), Told(year, row)));
        }

        await TrailWriter.AppendAsync(db, actor, now, entries, cancel);
        return Outcome.Done(new WindowExtended(asked.Window, found.Count, term.Until!.Value, found[0].ShortName));
    }

    private async Task<Outcome<WindowExtended>> WithdrawAsync(Actor actor, int year, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        var submissionId = await db.BodyExtensions.Where(e => e.Id == id).Select(e => (Guid?)e.SubmissionId).SingleOrDefaultAsync(cancel);
        await dossiers.LockAsync(submissionId is { } known ? [known] : [], cancel);
        var row = await db.BodyExtensions.SingleOrDefaultAsync(e => e.Id == id, cancel);
        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == submissionId && s.Campaign.Year == year, cancel);
        if (row is null || submission is null)
        {
            return Outcome.Missing<WindowExtended>();
        }

        if (row.WithdrawnAt is not null)
        {
            return Outcome.Refused<WindowExtended>(new Problem("campaigns.extension-over", null));
        }

        (row.WithdrawnAt, row.WithdrawnBy) = (now, actor.Name);
        submission.Point(row.Window, null);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("campaigns.withdraw-extension", row.Organization, submission.Id, Told(year, row), null)], cancel);
        return Outcome.Done(new WindowExtended(row.Window, 1, row.Until, submission.ShortName));
    }

    private static object Told(int year, BodyExtension row) => new { year, row.Window, row.Until, row.Reason };

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
    }

    // A delay of entry is of no use to a body that signed, nor one of review to a body that was accepted.
    private static IEnumerable<Problem> Needless(ExtendedWindow window, Submission submission, IEnumerable<SubmissionBlock> blocks) => window switch
    {
        ExtendedWindow.Entry when submission.FirstSignedAt is not null => [new Problem("campaigns.extension-signed", Bodies, submission.ShortName)],
        ExtendedWindow.Review when blocks.Any() && blocks.All(b => b.Standing.State == BlockState.Accepted) =>
            [new Problem("campaigns.extension-accepted", Bodies, submission.ShortName)],
        _ => [],
    };
}
