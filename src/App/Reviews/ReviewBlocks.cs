using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reviews;

/// <summary>A decision asked for on a block.</summary>
/// <param name="Seal">Seal of the content that the reviewer had under the eyes; another one is stale.</param>
public sealed record BlockDecision(BlockKey Block, ReviewDecision Decision, string? Reason, string Seal);

/// <summary>What a review did.</summary>
public sealed record Reviewed(int Validated, int Returned, DateTimeOffset At);

/// <summary>The level above validates or returns blocks of a submission, one by one or all those that remain.</summary>
public sealed class ReviewBlocks(AppDb db, DossierStore dossiers, OutboxWriter outbox, Writing writing)
{
    public Task<Outcome<Reviewed>> RunAsync(
        Actor actor, Guid submissionId, IReadOnlyList<BlockDecision> decisions, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => ReviewAsync(actor, submissionId, decisions, now, cancel), cancel);

    /// <summary>Validates every block that is signed and waiting, as it stood at this version of the dossier.</summary>
    /// <param name="apart">Decisions taken apart, in the same act: the rest is what they are not about.</param>
    public Task<Outcome<Reviewed>> ValidateRestAsync(
        Actor actor, Guid submissionId, int version, IReadOnlyList<BlockDecision> apart, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => RestAsync(actor, submissionId, version, apart, now, cancel), cancel);

    private async Task<Outcome<Reviewed>> RestAsync(
        Actor actor, Guid submissionId, int version, IReadOnlyList<BlockDecision> apart, DateTimeOffset now, CancellationToken cancel)
    {
        var dossier = await dossiers.LockAsync(submissionId, cancel);
        if (dossier is null || !ReviewGuards.IsReviewer(actor, dossier))
        {
            return Outcome.Missing<Reviewed>();
        }

        if (dossier.Submission.Version != version)
        {
            return new Outcome<Reviewed>.Stale([new Problem("reviews.changed-since-read", null)]);
        }

        var rest = dossier.Questionnaire.Blocks
            .Where(b => dossier.StateOf(b.Key) == BlockState.Signed && apart.All(d => d.Block != b.Key))
            .Select(b => new BlockDecision(b.Key, ReviewDecision.Validated, null, dossier.Blocks[b.Key].Seal)).ToList();
        return rest.Count + apart.Count == 0
            ? Outcome.Refused<Reviewed>(new Problem("reviews.nothing-waiting", null))
            : await DecideAsync(
                dossier, actor, [.. apart, .. rest], rest.Count == 0 ? null : new ReviewBatch { CampaignId = dossier.Campaign.Id, At = now, By = actor.Name, ById = actor.Id },
                now, cancel);
    }

    private async Task<Outcome<Reviewed>> ReviewAsync(
        Actor actor, Guid submissionId, IReadOnlyList<BlockDecision> decisions, DateTimeOffset now, CancellationToken cancel)
    {
        var dossier = await dossiers.LockAsync(submissionId, cancel);
        return dossier is null || !ReviewGuards.IsReviewer(actor, dossier)
            ? Outcome.Missing<Reviewed>()
            : await DecideAsync(dossier, actor, decisions, null, now, cancel);
    }

    // With a batch, what is validated can be taken back together; what is returned is not part of it.
    private async Task<Outcome<Reviewed>> DecideAsync(
        Dossier dossier, Actor actor, IReadOnlyList<BlockDecision> decisions, ReviewBatch? batch, DateTimeOffset now, CancellationToken cancel)
    {
        var problems = ReviewGuards.Reviewing(dossier, now).ToList();
        problems.AddRange(decisions.Where(d => dossier.Questionnaire.Block(d.Block) is null).Select(d => new Problem("reviews.block-unknown", d.Block.Value)));
        if (decisions.Count == 0)
        {
            problems.Add(new Problem("reviews.nothing-chosen", null));
        }

        // Before the rules: a content that changed is told as such, even when the change also made the decision impossible.
        if (problems.Count == 0 && decisions.Where(d => dossier.StandingOf(d.Block).Seal != d.Seal).ToList() is { Count: > 0 } stale)
        {
            return new Outcome<Reviewed>.Stale([.. stale.Select(d => new Problem("reviews.changed-since-read", d.Block.Value))]);
        }

        problems.AddRange(decisions.Where(d => dossier.Questionnaire.Block(d.Block) is not null).SelectMany(d => d.Decision == ReviewDecision.Validated
            ? ReviewGuards.Validating(dossier, actor, d.Block)
            : ReviewGuards.Returning(dossier, actor, d.Block, d.Reason)));
        if (problems.Count > 0)
        {
            return Outcome.Refused<Reviewed>(problems);
        }

        if (batch is not null)
        {
            db.ReviewBatches.Add(batch);
        }

        foreach (var decision in decisions)
        {
            ReviewAct.Decide(db, dossier, actor, decision, now, isReprise: false, batch: decision.Decision == ReviewDecision.Validated ? batch?.Id : null);
        }

        await dossiers.SettleAsync([dossier], now, cancel);
        await TrailWriter.AppendAsync(
            db, actor, now,
            [new TrailEntry(
                "reviews.decide", dossier.Place.Code, dossier.Submission.Id, null,
                decisions.Select(d => new { Block = d.Block.Value, d.Decision, d.Reason, d.Seal }))],
            cancel);
        await outbox.TellAsync(actor, ReviewNews.Of(dossier, actor, [.. decisions.Where(d => d.Decision == ReviewDecision.Returned).Select(d => d.Block)]), now, cancel);
        return Outcome.Done(new Reviewed(
            decisions.Count(d => d.Decision == ReviewDecision.Validated), decisions.Count(d => d.Decision == ReviewDecision.Returned), now));
    }
}
