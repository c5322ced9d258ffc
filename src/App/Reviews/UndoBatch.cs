using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Reviews;

/// <summary>What a validation of several dossiers did to one of them, and whether it can still be taken back.</summary>
/// <param name="UndoneAt">When it was taken back; null while it stands.</param>
/// <param name="Against">Why it cannot be taken back; empty when it can.</param>
public sealed record BatchLine(Submission Submission, int Blocks, DateTimeOffset? UndoneAt, IReadOnlyList<Problem> Against)
{
    public bool MayUndo => UndoneAt is null && Against.Count == 0;
}

/// <summary>A validation of several dossiers at once, as whoever did it finds it again.</summary>
public sealed record BatchView(ReviewBatch Batch, Campaign Campaign, IReadOnlyList<BatchLine> Lines);

/// <summary>What was taken back.</summary>
public sealed record BatchUndone(int Submissions, int Blocks);

/// <summary>Whoever validated several dossiers at once takes it back, dossier by dossier or whole, until the next level or somebody else has acted on it.</summary>
public sealed class UndoBatch(AppDb db, DossierStore dossiers, Writing writing, TimeProvider clock)
{
    /// <summary>The validation; null when there is none or it is somebody else's.</summary>
    public async Task<BatchView?> FindAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (await db.ReviewBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.ById == actor.Id, cancel) is not { } batch)
        {
            return null;
        }

        var reviews = await db.Reviews.AsNoTracking().Where(r => r.BatchId == id).ToListAsync(cancel);
        var ids = reviews.Select(r => r.SubmissionId).Distinct().ToList();
        var submissions = await db.Submissions.AsNoTracking().Where(s => ids.Contains(s.Id)).Include(s => s.Campaign).OrderBy(s => s.ShortName).ToListAsync(cancel);
        var blocks = (await db.SubmissionBlocks.AsNoTracking().Where(b => ids.Contains(b.SubmissionId)).ToListAsync(cancel)).ToLookup(b => b.SubmissionId);
        var now = clock.GetUtcNow();
        var lines = submissions.ConvertAll(s =>
        {
            var mine = reviews.Where(r => r.SubmissionId == s.Id).ToList();
            return new BatchLine(
                s, mine.Count, mine[0].UndoneAt,
                [.. ReviewGuards.Reviewing(s.Campaign, s.CalendarIn(s.Campaign), now), .. ReviewGuards.Undoing(mine, blocks[s.Id].ToDictionary(b => b.Block), s.Organization.Value, s.ShortName)]);
        });
        return new BatchView(batch, submissions[0].Campaign, lines);
    }

    /// <summary>The last validations of several dossiers that a person did in a campaign, the last first.</summary>
    public async Task<IReadOnlyList<ReviewBatch>> LastAsync(Actor actor, Campaign campaign, int most, CancellationToken cancel) =>
        await db.ReviewBatches.AsNoTracking().Where(b => b.ById == actor.Id && b.CampaignId == campaign.Id).OrderByDescending(b => b.At).Take(most).ToListAsync(cancel);

    public Task<Outcome<BatchUndone>> RunAsync(Actor actor, Guid id, IReadOnlyCollection<Guid> submissionIds, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => UndoAsync(actor, id, [.. submissionIds.Distinct()], now, cancel), cancel);

    private async Task<Outcome<BatchUndone>> UndoAsync(Actor actor, Guid id, List<Guid> ids, DateTimeOffset now, CancellationToken cancel)
    {
        await dossiers.LockAsync(ids, cancel);
        var reviews = await db.Reviews.Where(r => r.BatchId == id && ids.Contains(r.SubmissionId)).ToListAsync(cancel);
        var campaign = await (from b in db.ReviewBatches join c in db.Campaigns on b.CampaignId equals c.Id where b.Id == id && b.ById == actor.Id select c)
            .SingleOrDefaultAsync(cancel);
        if (campaign is null || reviews.Select(r => r.SubmissionId).Distinct().Count() != ids.Count)
        {
            return Outcome.Missing<BatchUndone>();
        }

        if (ids.Count == 0)
        {
            return Outcome.Refused<BatchUndone>(new Problem("reviews.nothing-chosen", null));
        }

        var chosen = await dossiers.ManyAsync(campaign, ids, tracked: true, cancel);
        if (!chosen.All(d => ReviewGuards.IsReviewer(actor, d)))
        {
            return Outcome.Missing<BatchUndone>();
        }

        var of = reviews.ToLookup(r => r.SubmissionId);
        List<Problem> problems =
        [
            .. ReviewGuards.Reviewing(chosen, now),
            .. chosen.SelectMany(d => ReviewGuards.Undoing([.. of[d.Submission.Id]], d.Blocks, d.Place.Code.Value, d.Place.ShortName)),
        ];
        if (problems.Count > 0)
        {
            return Outcome.Refused<BatchUndone>(problems);
        }

        foreach (var dossier in chosen)
        {
            foreach (var review in of[dossier.Submission.Id])
            {
                review.UndoneAt = now;
                dossier.Blocks[review.Block].ReviewId = null;
                dossier.Blocks[review.Block].ValidatedSeal = null;
            }
        }

        await dossiers.SettleAsync(chosen, now, cancel);
        await TrailWriter.AppendAsync(
            db, actor, now,
            [.. chosen.Select(d => new TrailEntry(
                "reviews.undo", d.Place.Code, d.Submission.Id, of[d.Submission.Id].Select(r => new { Block = r.Block.Value, r.Decision, r.Seal }), null))],
            cancel);
        return Outcome.Done(new BatchUndone(chosen.Count, reviews.Count));
    }
}
