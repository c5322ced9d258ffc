using Responsables.App.Campaigns;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reviews;

/// <summary>Whether the level above may decide on a block now. Pure: the same answer draws the button and refuses the request.</summary>
public static class ReviewGuards
{
    /// <summary>Whether this person reviews this body: by the scope of a grant, never one's own fund's answers.</summary>
    public static bool IsReviewer(Actor actor, Dossier dossier) =>
        actor.Grants.Any(g => g.Role switch
        {
            Role.Coordinator => g.Scope == dossier.Place.Reviewer && g.Scope != dossier.Place.Code,
            Role.Federation => dossier.ReviewedByFederation,
            _ => false,
        });

    /// <summary>Problems that prevent any review at this instant.</summary>
    public static IEnumerable<Problem> Reviewing(Dossier dossier, DateTimeOffset now) => Reviewing(dossier.Campaign, now);

    /// <summary>Problems that prevent any review in a campaign at this instant.</summary>
    public static IEnumerable<Problem> Reviewing(Campaign campaign, DateTimeOffset now)
    {
        if (SubmissionGuards.IsClosed(campaign, now))
        {
            yield return new Problem("reviews.campaign-closed", null, campaign.Year);
        }
        else if (!campaign.Calendar.ReviewOpen(now))
        {
            yield return new Problem("reviews.window-over", null, campaign.Calendar.AcceptanceTo);
        }
    }

    /// <summary>Problems that prevent a block from being validated.</summary>
    public static IEnumerable<Problem> Validating(Dossier dossier, Actor actor, BlockKey block)
    {
        if (dossier.StateOf(block) != BlockState.Signed)
        {
            yield return new Problem("reviews.not-signed", block.Value);
        }

        if (HasEntered(dossier, actor, block))
        {
            yield return new Problem("reviews.own-entry", block.Value);
        }
    }

    /// <summary>Problems that prevent a block from being returned.</summary>
    public static IEnumerable<Problem> Returning(Dossier dossier, Actor actor, BlockKey block, string? reason)
    {
        if (dossier.StateOf(block) is not (BlockState.Signed or BlockState.Validated))
        {
            yield return new Problem("reviews.not-signed", block.Value);
        }

        if (HasEntered(dossier, actor, block))
        {
            yield return new Problem("reviews.own-entry", block.Value);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            yield return new Problem("reviews.reason-required", block.Value);
        }
        else if (reason.Length > AnswerInput.MaxComment)
        {
            yield return new Problem("reviews.reason-too-long", block.Value, AnswerInput.MaxComment);
        }
    }

    /// <summary>Problems that prevent validations of one body, decided together, from being taken back: told once for the body.</summary>
    /// <param name="place">Code of the body.</param>
    /// <param name="name">Its name.</param>
    public static IEnumerable<Problem> Undoing(
        IReadOnlyCollection<Review> reviews, IReadOnlyDictionary<BlockKey, SubmissionBlock> blocks, string place, string name)
    {
        if (reviews.Any(r => r.UndoneAt is not null))
        {
            yield return new Problem("reviews.undo-done", place, name);
        }
        else if (reviews.Any(r => blocks[r.Block].ReviewId != r.Id))
        {
            yield return new Problem("reviews.undo-decided", place, name);
        }
        else if (reviews.Any(r => blocks[r.Block].AcceptedSeal is not null))
        {
            yield return new Problem("reviews.undo-accepted", place, name);
        }
        else if (reviews.Any(r => blocks[r.Block].Standing.State != BlockState.Validated))
        {
            yield return new Problem("reviews.undo-changed", place, name);
        }
    }

    /// <summary>Problems that prevent the acceptance of one body from being taken back: told once for the body.</summary>
    public static IEnumerable<Problem> UndoingAcceptance(Acceptance acceptance, IEnumerable<SubmissionBlock> blocks, string place, string name)
    {
        if (acceptance.UndoneAt is not null)
        {
            yield return new Problem("reviews.undo-acceptance-done", place, name);
        }
        else if (blocks.All(b => b.AcceptedSeal is null || !acceptance.Content.Contains(b.AcceptedSeal, StringComparison.Ordinal)))
        {
            yield return new Problem("reviews.undo-acceptance-over", place, name);
        }
    }

    /// <summary>Whether this person entered one of the block's answers: nobody reviews what they entered.</summary>
    private static bool HasEntered(Dossier dossier, Actor actor, BlockKey block) =>
        dossier.Questionnaire.Block(block) is { } asked
        && asked.Uses.Any(use => dossier.Rows.Values.Any(r => r.Variable == use.Variable && r.ChangedById == actor.Id));
}
