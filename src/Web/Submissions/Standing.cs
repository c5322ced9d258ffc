using Responsables.App.Submissions;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>Where a dossier stands, in one sentence: who must act next, until when.</summary>
internal static class Standing
{
    public static string Of(Dossier dossier, DateTimeOffset now)
    {
        var submission = dossier.Submission;
        return Of(
            new OwnSubmission(dossier.Campaign, new SubmissionLine(
                submission.Id, submission.Organization, submission.ShortName, submission.Name, submission.Network, submission.Branch, submission.Reviewer,
                dossier.State, dossier.Counts, dossier.Assessment.Required, dossier.Assessment.Answered, dossier.Assessment.Blocking,
                dossier.Assessment.ToExplain, submission.ChangedAt, submission.FirstSignedAt, false, submission.EntryUntil) { ReviewUntil = submission.ReviewUntil, EntryBy = submission.EntryBy, ReviewBy = submission.ReviewBy }, submission.Department), now);
    }

    /// <summary>Until when the next act on a dossier may be done.</summary>
    /// <param name="calendar">The windows of the body, with the delays that it was given.</param>
    public static DateTimeOffset DeadlineOf(CampaignCalendar calendar, SubmissionState state, bool wasSigned, DateTimeOffset now) =>
        calendar.Correction.IsOpenAt(now) ? calendar.Correction.To : state switch
        {
            SubmissionState.Signed => calendar.ReviewTo,
            SubmissionState.Validated or SubmissionState.Returned => calendar.AcceptanceTo,
            _ => wasSigned ? calendar.AcceptanceTo : calendar.Entry.To,
        };

    // What the branch expects before the end of the window that comes next; null: nothing.
    private static DateTimeOffset? TermOf(OwnSubmission own, DateTimeOffset until, DateTimeOffset now)
    {
        var term = own.Line.State == SubmissionState.Signed ? own.Line.ReviewTermIn(own.Campaign)
            : own.Line.FirstSignedAt is null ? own.Line.EntryTermIn(own.Campaign) : until;
        return term < until && !own.Campaign.Calendar.Correction.IsOpenAt(now) ? term : null;
    }

    /// <summary>Until when questions of a dossier may be answered, or why they may not, for whoever has some of them.</summary>
    public static string Until(Dossier dossier, DateTimeOffset now) => SubmissionGuards.Entering(dossier, now).FirstOrDefault() is { } closed
        ? FaultWords.Of(closed)
        : T["submissions.assigned.until", Show.Deadline(
            dossier.Calendar.Correction.IsOpenAt(now) ? dossier.Campaign.CorrectionTo : dossier.Submission.FirstSignedAt is null ? dossier.Calendar.Entry.To : dossier.Calendar.AcceptanceTo,
            TimeZones.Of(dossier.Submission.Department))];

    public static string Of(OwnSubmission own, DateTimeOffset now)
    {
        var (campaign, line) = (own.Campaign, own.Line);
        var zone = TimeZones.Of(own.Department);
        if (line.State is SubmissionState.Accepted)
        {
            return T["submissions.standing.Accepted"];
        }

        if (SubmissionGuards.IsClosed(campaign, now))
        {
            return T["submissions.standing.closed", campaign.Year];
        }

        if (now < campaign.EntryFrom)
        {
            return T["submissions.standing.not-open", Show.Deadline(campaign.EntryFrom, zone)];
        }

        var until = DeadlineOf(line.CalendarIn(campaign), line.State, line.FirstSignedAt is not null, now);
        var (deadline, term) = (Show.Deadline(until, zone), TermOf(own, until, now));
        var late = now > until.AddSeconds(1);
        var left = line.Required - line.Answered;
        return term is { } branch && !late
            ? T[now > branch.AddSeconds(1) ? "submissions.standing.late-term" : "submissions.standing.term", Act(), Show.Deadline(branch, zone), deadline]
            : T[late ? "submissions.standing.late" : "submissions.standing.until", Act(), deadline];

        string Act() => line.State switch
        {
            SubmissionState.InProgress => left == 0 ? T["submissions.standing.InProgress.mend"] : T.Plural("submissions.standing.InProgress", left),
            SubmissionState.Returned => T.Plural("submissions.standing.Returned", line.Blocks.Returned + line.Blocks.Draft),
            SubmissionState.Signed => T["submissions.standing.Signed", Show.Instant(line.FirstSignedAt)],
            _ => T[$"submissions.standing.{line.State}"],
        };
    }
}
