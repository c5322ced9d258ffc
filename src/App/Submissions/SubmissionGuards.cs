using Responsables.App.Campaigns;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>Whether an act may be done on a dossier now. Pure: the same answer draws the button and refuses the request.</summary>
public static class SubmissionGuards
{
    /// <summary>Problems that prevent the body from changing anything at this instant.</summary>
    public static IEnumerable<Problem> Entering(Dossier dossier, DateTimeOffset now)
    {
        var calendar = dossier.Calendar;
        if (IsClosed(dossier.Campaign, now))
        {
            yield return new Problem("submissions.campaign-closed", null, dossier.Campaign.Year);
        }
        else if (now < calendar.Entry.From)
        {
            yield return new Problem("submissions.entry-not-open", null, calendar.Entry.From);
        }
        else if (dossier.Submission.FirstSignedAt is null ? !calendar.EntryOpen(now) : !calendar.MendingOpen(now))
        {
            yield return new Problem("submissions.entry-over", null, dossier.Submission.FirstSignedAt is null ? calendar.Entry.To : calendar.AcceptanceTo);
        }
    }

    /// <summary>Problems that prevent questions from being assigned: none until the campaign is closed, entry open or not yet.</summary>
    public static IEnumerable<Problem> Assigning(Campaign campaign, DateTimeOffset now) =>
        IsClosed(campaign, now) ? [new Problem("submissions.campaign-closed", null, campaign.Year)] : [];

    /// <summary>Problems that prevent the signature.</summary>
    /// <param name="analyses">How many analyses carried over from an earlier year wait to be confirmed.</param>
    public static IEnumerable<Problem> Signing(Dossier dossier, int analyses, DateTimeOffset now)
    {
        foreach (var problem in Entering(dossier, now))
        {
            yield return problem;
        }

        if (!dossier.Questionnaire.Blocks.Any(b => dossier.StandingOf(b.Key).IsOpen))
        {
            yield return new Problem("submissions.nothing-to-sign", null);
        }

        var faults = dossier.Assessment.Faults.Where(f => f.PreventsSignature).ToList();
        if (faults.Count > 0)
        {
            yield return new Problem(
                "submissions.cannot-sign", null, dossier.Assessment.Required - dossier.Assessment.Answered, dossier.Assessment.Blocking,
                dossier.Assessment.ToExplain);
        }

        if (analyses > 0)
        {
            yield return new Problem("submissions.analyses-to-confirm", null, analyses);
        }
    }

    /// <summary>Problems that prevent this person from signing: who signs in a director's name did not enter what is signed.</summary>
    public static IEnumerable<Problem> SigningAs(Dossier dossier, Actor actor)
    {
        if (actor.DelegatedBy(Permission.SignSubmission, dossier.Place) is { } director
            && dossier.Rows.Values.Any(r => r.ChangedById == actor.Id && dossier.Questionnaire.Asks(r.Variable) && dossier.IsOpen(r.Variable)))
        {
            yield return new Problem("submissions.delegate-entered", null, director);
        }
    }

    /// <summary>Problems that prevent the direction from handing the dossier back: what is signed is withdrawn first.</summary>
    public static IEnumerable<Problem> SendingBack(Dossier dossier, DateTimeOffset now) => dossier.Questionnaire.Blocks.Any(b => dossier.StandingOf(b.Key).IsOpen)
        ? Entering(dossier, now)
        : Entering(dossier, now).Append(new Problem("submissions.nothing-to-send-back", null));

    /// <summary>Problems that prevent a signature from being withdrawn: none until the level above has acted.</summary>
    public static IEnumerable<Problem> Withdrawing(Dossier dossier, Signature? signature, DateTimeOffset now)
    {
        if (IsClosed(dossier.Campaign, now))
        {
            yield return new Problem("submissions.campaign-closed", null, dossier.Campaign.Year);
        }

        if (signature is null || signature.WithdrawnAt is not null || signature.IsReprise)
        {
            yield return new Problem("submissions.no-signature", null);
        }
        else if (dossier.Blocks.Values.Any(b => b.SignatureId == signature.Id && b.ReviewId is not null))
        {
            yield return new Problem("submissions.already-reviewed", null);
        }
    }

    /// <summary>Whether nothing may be done any more: closed, and not in the correction window.</summary>
    public static bool IsClosed(Campaign campaign, DateTimeOffset now) =>
        campaign.ClosedAt is not null && !campaign.Calendar.Correction.IsOpenAt(now);

    /// <summary>Whether an answer is under a validation that an import may not overwrite.</summary>
    public static bool IsApproved(Dossier dossier, Domain.Frameworks.VariableCode variable) =>
        !dossier.IsOpen(variable)
        && dossier.Questionnaire.BlocksOf(variable).Any(b => dossier.StateOf(b) is BlockState.Validated or BlockState.Accepted);
}
