using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Reviews;

/// <summary>What a validation of several dossiers would do, dossier by dossier.</summary>
/// <param name="Against">Why nothing may be decided at this instant.</param>
public sealed record BulkPreview(Campaign Campaign, BulkScope Scope, IReadOnlyList<BulkLine> Lines, IReadOnlyList<Problem> Against)
{
    /// <summary>Dossiers of which something is validated.</summary>
    public IReadOnlyList<BulkLine> Done { get; } = [.. Lines.Where(l => l.Validated.Count > 0)];

    public IReadOnlyList<BulkLine> NotDone { get; } = [.. Lines.Where(l => l.Validated.Count == 0)];
}

/// <summary>What a validation of several dossiers did.</summary>
public sealed record ManyValidated(Guid Batch, int Submissions, int Blocks, DateTimeOffset At);

/// <summary>The level above validates what waits in several dossiers in one act: shown first, then done as it was shown.</summary>
public sealed class ValidateMany(AppDb db, DossierStore dossiers, OutboxWriter outbox, Writing writing, TimeProvider clock)
{
    /// <summary>What the act would do; null when there is no such campaign or this person does not review one of the dossiers.</summary>
    public async Task<BulkPreview?> PreviewAsync(Actor actor, int year, IReadOnlyCollection<Guid> submissionIds, BulkScope scope, CancellationToken cancel)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel) is not { } campaign)
        {
            return null;
        }

        var chosen = await ChosenAsync(actor, campaign, submissionIds, tracked: false, cancel);
        return chosen is null
            ? null
            : new BulkPreview(campaign, scope, [.. chosen.Select(d => BulkValidation.Of(d, actor, scope))], [.. ReviewGuards.Reviewing(chosen, clock.GetUtcNow())]);
    }

    /// <param name="versions">The dossiers, each with the version that was shown.</param>
    public Task<Outcome<ManyValidated>> RunAsync(
        Actor actor, int year, IReadOnlyDictionary<Guid, int> versions, BulkScope scope, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => ValidateAsync(actor, year, versions, scope, now, cancel), cancel);

    private async Task<Outcome<ManyValidated>> ValidateAsync(
        Actor actor, int year, IReadOnlyDictionary<Guid, int> versions, BulkScope scope, DateTimeOffset now, CancellationToken cancel)
    {
        await dossiers.LockAsync([.. versions.Keys], cancel);
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Year == year, cancel) is not { } campaign
            || await ChosenAsync(actor, campaign, [.. versions.Keys], tracked: true, cancel) is not { } chosen)
        {
            return Outcome.Missing<ManyValidated>();
        }

        if (ReviewGuards.Reviewing(chosen, now).ToList() is { Count: > 0 } against)
        {
            return Outcome.Refused<ManyValidated>(against);
        }

        if (chosen.Where(d => d.Submission.Version != versions[d.Submission.Id]).ToList() is { Count: > 0 } changed)
        {
            return new Outcome<ManyValidated>.Stale([.. changed.Select(d => new Problem("reviews.bulk-changed", d.Place.Code.Value, d.Place.ShortName))]);
        }

        var plan = chosen.Select(d => (Dossier: d, Line: BulkValidation.Of(d, actor, scope))).Where(p => p.Line.Validated.Count > 0).ToList();
        if (plan.Count == 0)
        {
            return Outcome.Refused<ManyValidated>(new Problem("reviews.nothing-waiting", null));
        }

        var batch = new ReviewBatch { CampaignId = campaign.Id, At = now, By = actor.Name, ById = actor.Id };
        db.ReviewBatches.Add(batch);
        var entries = new List<TrailEntry>();
        foreach (var (dossier, line) in plan)
        {
            var decisions = line.Validated.Select(b => new BlockDecision(b.Key, ReviewDecision.Validated, null, dossier.Blocks[b.Key].Seal)).ToList();
            decisions.ForEach(d => ReviewAct.Decide(db, dossier, actor, d, now, isReprise: false, batch: batch.Id));
            entries.Add(new TrailEntry(
                "reviews.validate-many", dossier.Place.Code, dossier.Submission.Id, null,
                decisions.Select(d => new { Block = d.Block.Value, d.Decision, d.Seal })));
        }

        await dossiers.SettleAsync([.. plan.Select(p => p.Dossier)], now, cancel);
        await TrailWriter.AppendAsync(db, actor, now, entries, cancel);
        await outbox.TellAsync(actor, [.. plan.SelectMany(p => ReviewNews.Of(p.Dossier, actor, []))], now, cancel);
        return Outcome.Done(new ManyValidated(batch.Id, plan.Count, plan.Sum(p => p.Line.Validated.Count), now));
    }

    // By name; null when one of them is not of this campaign or not for this person to review.
    private async Task<IReadOnlyList<Dossier>?> ChosenAsync(
        Actor actor, Campaign campaign, IReadOnlyCollection<Guid> ids, bool tracked, CancellationToken cancel)
    {
        var chosen = await dossiers.ManyAsync(campaign, [.. ids], tracked, cancel);
        return chosen.Count == ids.Count && chosen.All(d => d.Submission.CampaignId == campaign.Id && ReviewGuards.IsReviewer(actor, d))
            ? [.. chosen.OrderBy(d => d.Place.ShortName, StringComparer.CurrentCultureIgnoreCase)]
            : null;
    }
}
