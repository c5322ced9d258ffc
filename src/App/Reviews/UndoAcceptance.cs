using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Reviews;

/// <summary>Dossiers that the federation accepted together.</summary>
/// <param name="Standing">Those whose acceptance was not taken back.</param>
public sealed record AcceptanceBatch(Guid Id, DateTimeOffset At, string By, int Dossiers, int Standing);

/// <summary>What an acceptance did to one dossier, and why it cannot be taken back; nothing against it when it can.</summary>
public sealed record AcceptanceLine(Submission Submission, Acceptance Acceptance, IReadOnlyList<Problem> Against)
{
    public bool MayUndo => Against.Count == 0;
}

/// <summary>An acceptance of one or several dossiers, as the federation finds it again.</summary>
public sealed record AcceptanceBatchView(Campaign Campaign, DateTimeOffset At, string By, IReadOnlyList<AcceptanceLine> Lines);

/// <summary>What was taken back.</summary>
public sealed record AcceptanceUndone(int Submissions);

/// <summary>The federation takes its acceptance back, dossier by dossier or whole, until the campaign is closed: what was validated stays so.</summary>
public sealed class UndoAcceptance(AppDb db, DossierStore dossiers, Writing writing, TimeProvider clock)
{
    /// <summary>The acceptance; null when there is none or this person does not accept.</summary>
    public async Task<AcceptanceBatchView?> FindAsync(Actor actor, Guid batch, CancellationToken cancel)
    {
        var rows = actor.May(Permission.AcceptSubmission) ? await db.Acceptances.AsNoTracking().Where(a => a.BatchId == batch).ToListAsync(cancel) : [];
        if (rows.Count == 0)
        {
            return null;
        }

        var ids = rows.ConvertAll(a => a.SubmissionId);
        var submissions = await db.Submissions.AsNoTracking().Where(s => ids.Contains(s.Id)).Include(s => s.Campaign).OrderBy(s => s.ShortName).ToListAsync(cancel);
        var blocks = (await db.SubmissionBlocks.AsNoTracking().Where(b => ids.Contains(b.SubmissionId)).ToListAsync(cancel)).ToLookup(b => b.SubmissionId);
        var lines = submissions.ConvertAll(s =>
        {
            var row = rows.Single(a => a.SubmissionId == s.Id);
            return new AcceptanceLine(s, row, [.. Refusing(s.Campaign, clock.GetUtcNow()), .. ReviewGuards.UndoingAcceptance(row, blocks[s.Id], s.Organization.Value, s.ShortName)]);
        });
        return new AcceptanceBatchView(submissions[0].Campaign, rows[0].At, rows[0].By, lines);
    }

    /// <summary>The acceptances of a campaign, the last first.</summary>
    public async Task<IReadOnlyList<AcceptanceBatch>> LastAsync(Actor actor, Guid campaignId, int most, CancellationToken cancel) =>
        actor.May(Permission.AcceptSubmission)
            ? [.. (await (
                from a in db.Acceptances.AsNoTracking()
                join s in db.Submissions on a.SubmissionId equals s.Id
                where s.CampaignId == campaignId
                group a by new { a.BatchId, a.At, a.By } into batch
                orderby batch.Key.At descending
                select new { batch.Key, Count = batch.Count(), Standing = batch.Count(a => a.UndoneAt == null) }).Take(most).ToListAsync(cancel))
                .Select(b => new AcceptanceBatch(b.Key.BatchId, b.Key.At, b.Key.By, b.Count, b.Standing))]
            : [];

    public Task<Outcome<AcceptanceUndone>> RunAsync(Actor actor, Guid batch, IReadOnlyCollection<Guid> submissionIds, Guid key, CancellationToken cancel) =>
        actor.May(Permission.AcceptSubmission)
            ? writing.OnceAsync(key, now => UndoAsync(actor, batch, [.. submissionIds.Distinct()], now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<AcceptanceUndone>());

    private async Task<Outcome<AcceptanceUndone>> UndoAsync(Actor actor, Guid batch, List<Guid> ids, DateTimeOffset now, CancellationToken cancel)
    {
        await dossiers.LockAsync(ids, cancel);
        var all = await db.Acceptances.Where(a => a.BatchId == batch).ToListAsync(cancel);
        var rows = all.Where(a => ids.Contains(a.SubmissionId)).ToDictionary(a => a.SubmissionId);
        if (all.Count == 0 || rows.Count != ids.Count)
        {
            return Outcome.Missing<AcceptanceUndone>();
        }

        if (ids.Count == 0)
        {
            return Outcome.Refused<AcceptanceUndone>(new Problem("reviews.nothing-chosen", null));
        }

        var campaign = await db.Submissions.Where(s => s.Id == ids[0]).Select(s => s.Campaign).SingleAsync(cancel);
        var chosen = await dossiers.ManyAsync(campaign, ids, tracked: true, cancel);
        List<Problem> problems =
        [
            .. Refusing(campaign, now),
            .. chosen.SelectMany(d => ReviewGuards.UndoingAcceptance(rows[d.Submission.Id], d.Blocks.Values, d.Place.Code.Value, d.Place.ShortName)),
        ];
        if (problems.Count > 0)
        {
            return Outcome.Refused<AcceptanceUndone>(problems);
        }

        foreach (var dossier in chosen)
        {
            (rows[dossier.Submission.Id].UndoneAt, rows[dossier.Submission.Id].UndoneBy) = (now, actor.Name);
            foreach (var block in dossier.Blocks.Values)
            {
                block.AcceptedSeal = null;
            }
        }

        await dossiers.SettleAsync(chosen, now, cancel);
        await TrailWriter.AppendAsync(
            db, actor, now,
            [.. chosen.Select(d => new TrailEntry("reviews.undo-acceptance", d.Place.Code, d.Submission.Id, new { rows[d.Submission.Id].At, rows[d.Submission.Id].By }, null))],
            cancel);
        return Outcome.Done(new AcceptanceUndone(chosen.Count));
    }

    // The federation's term bounds accepting, not taking back; a closed year is not touched but in its correction window.
    private static IEnumerable<Problem> Refusing(Campaign campaign, DateTimeOffset now) =>
        SubmissionGuards.IsClosed(campaign, now) ? [new Problem("reviews.campaign-closed", null, campaign.Year)] : [];
}
