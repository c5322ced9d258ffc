using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;

namespace Responsables.App.Reviews;

/// <summary>Writes a decision and points its block to it.</summary>
internal static class ReviewAct
{
    /// <param name="rows">Receives the new row instead of the context when rows are written in bulk.</param>
    public static Review Decide(
        AppDb db, Dossier dossier, Actor actor, BlockDecision decision, DateTimeOffset now, bool isReprise, NewRows? rows = null, Guid? batch = null)
    {
        var block = dossier.Blocks[decision.Block];
        var review = new Review
        {
            SubmissionId = dossier.Submission.Id,
            Block = decision.Block,
            Decision = decision.Decision,
            Reason = decision.Reason?.Trim(),
            Seal = block.Seal,
            At = now,
            By = actor.Name,
            ById = actor.IsCommand ? null : actor.Id,
            IsReprise = isReprise,
            BatchId = batch,
        };
        if (rows is null)
        {
            db.Reviews.Add(review);
        }
        else
        {
            rows.Reviews.Add(review);
        }

        block.ReviewId = review.Id;
        block.IsReturned = decision.Decision == ReviewDecision.Returned;
        block.ValidatedSeal = block.IsReturned ? null : block.Seal;
        block.AcceptedSeal = null;
        return review;
    }
}
