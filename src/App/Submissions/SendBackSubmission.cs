using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>A dossier that was handed back.</summary>
public sealed record SentBack(Guid Id, DateTimeOffset At);

/// <summary>Instead of signing, the direction hands the dossier back to those who enter it, with a reason.</summary>
public sealed class SendBackSubmission(AppDb db, DossierStore dossiers, OutboxWriter outbox, Writing writing)
{
    /// <summary>The field that holds the reason.</summary>
    public const string Field = "reason";

    public Task<Outcome<SentBack>> RunAsync(Actor actor, Guid submissionId, string reason, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => SendAsync(actor, submissionId, WrittenText.Clean(reason), now, cancel), cancel);

    private async Task<Outcome<SentBack>> SendAsync(Actor actor, Guid submissionId, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        var dossier = await dossiers.LockAsync(submissionId, cancel);
        if (dossier is null || !actor.May(Permission.SignSubmission, dossier.Place))
        {
            return Outcome.Missing<SentBack>();
        }

        var problems = SubmissionGuards.SendingBack(dossier, now).ToList();
        if (WrittenText.Refusal(reason, Field, AnswerInput.MaxComment, "submissions.send-back-reason") is { } unkept)
        {
            problems.Add(unkept);
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<SentBack>(problems);
        }

        var row = new SendBack { SubmissionId = submissionId, At = now, By = actor.Name, ById = actor.IsCommand ? null : actor.Id, Reason = reason };
        db.SendBacks.Add(row);
        await TrailWriter.AppendAsync(
            db, actor, now, [new TrailEntry("submissions.send-back", dossier.Place.Code, submissionId, null, new { row.Reason })], cancel);
        await outbox.TellAsync(actor, DossierNews.Of(dossier, "sent-back", Audience.Body, actor), now, cancel);
        return Outcome.Done(new SentBack(row.Id, now));
    }
}
