using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Evidence;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reviews;

/// <summary>A submission under review.</summary>
/// <param name="MayReview">Whether this person is its reviewer; otherwise the page only shows it.</param>
/// <param name="Against">Why nothing may be decided at this instant, for a reviewer.</param>
/// <param name="Previous">The submission before this one, among those that wait for this reviewer.</param>
/// <param name="At">When it was read: what came after is told when a decision meets it.</param>
public sealed record ReviewView(
    SubmissionView View, IReadOnlyList<BlockReading> Blocks, bool MayReview, IReadOnlyList<Problem> Against, SubmissionLine? Previous, SubmissionLine? Next,
    int WaitingSubmissions, DateTimeOffset At)
{
    /// <summary>What others did on it since this person last said they had seen everything, the last first.</summary>
    public IReadOnlyList<TrailRow> News { get; init; } = [];

    /// <summary>The acceptance that stands, for those who may take it back; null for others and when there is none.</summary>
    public Acceptance? Acceptance { get; init; }

    /// <summary>The reasons that this person keeps to use again.</summary>
    public IReadOnlyList<KeptReason> Reasons { get; init; } = [];

    public Submission Submission => View.Dossier.Submission;

    /// <summary>Whether decisions are taken here and now.</summary>
    public bool MayDecide => MayReview && Against.Count == 0;

    /// <summary>Blocks to decide upon, those to be looked at first before the others.</summary>
    public IEnumerable<BlockReading> Waiting => Blocks.Where(b => b.State == BlockState.Signed).OrderByDescending(b => b.IsException);

    public IEnumerable<BlockReading> Decided => Blocks.Where(b => b.State is BlockState.Validated or BlockState.Accepted);

    /// <summary>Blocks that the body has to sign, again or for the first time.</summary>
    public IEnumerable<BlockReading> WithTheBody => Blocks.Where(b => b.Standing.IsOpen);
}

/// <summary>Reads one submission for its review.</summary>
public sealed class ReviewQuery(AppDb db, SubmissionQuery submissions, ReviewDeskQuery desk, DeskNewsQuery news, EvidenceQuery evidence, TimeProvider clock)
{
    /// <summary>Acts told at most when a decision is stale.</summary>
    private const int MostActs = 20;

    /// <summary>The submission; null when there is none or this person may not follow it.</summary>
    public async Task<ReviewView?> RunAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await submissions.RunAsync(actor, id, cancel) is not { } view)
        {
            return null;
        }

        var mayReview = ReviewGuards.IsReviewer(actor, view.Dossier);
        var all = mayReview ? await desk.AllAsync(actor, view.Dossier.Campaign, cancel) : [];
        var waiting = all.Where(line => ReviewDesk.IsWaiting(line) || line.Id == id).ToList();
        var pieces = await evidence.OfDossierAsync(view, cancel);
        var here = waiting.FindIndex(line => line.Id == id);
        return new ReviewView(
            view,
            [.. view.Dossier.Questionnaire.Blocks.Select(block => BlockReading.Of(view, block, actor) with { Pieces = [.. block.Uses.SelectMany(u => pieces[u.Variable])] })],
            mayReview,
            mayReview ? [.. ReviewGuards.Reviewing(view.Dossier, now)] : [],
            here > 0 ? waiting[here - 1] : null,
            here >= 0 && here + 1 < waiting.Count ? waiting[here + 1] : null,
            waiting.Count(ReviewDesk.IsWaiting),
            now)
        {
            News = mayReview ? await news.OfAsync(actor, view.Dossier.Campaign.Id, id, cancel) : [],
            Acceptance = actor.May(Permission.AcceptSubmission) && view.Dossier.Blocks.Values.Any(b => b.AcceptedSeal is not null)
                ? await db.Acceptances.AsNoTracking().Where(a => a.SubmissionId == id && a.UndoneAt == null).OrderByDescending(a => a.At).FirstOrDefaultAsync(cancel)
                : null,
            Reasons = mayReview ? await ReasonsAsync(actor, cancel) : [],
        };
    }

    /// <summary>The reasons that a person keeps to use again.</summary>
    public async Task<IReadOnlyList<KeptReason>> ReasonsAsync(Actor actor, CancellationToken cancel) =>
        await db.KeptReasons.AsNoTracking().Where(r => r.AccountId == actor.Id).OrderBy(r => r.Id).ToListAsync(cancel);

    /// <summary>What was done on a submission since an instant, without its values: what a stale decision met.</summary>
    public async Task<IReadOnlyList<TrailRow>> ActsSinceAsync(ReviewView view, DateTimeOffset since, CancellationToken cancel) =>
        await db.Trail.AsNoTracking().Where(t => t.SubjectId == view.Submission.Id && t.At > since)
            .OrderByDescending(t => t.Sequence).Take(MostActs).ToListAsync(cancel);
}
