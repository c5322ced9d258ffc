using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>A comment that was added.</summary>
public sealed record CommentAdded(Guid Id, DateTimeOffset At);

/// <summary>Adds a comment to the thread of a question: the body, its direction and the level above talk there, for as long as they may read it.</summary>
public sealed class CommentAnswer(AppDb db, SubmissionQuery submissions, QuestionScopes scopes, OutboxWriter outbox, Writing writing)
{
    /// <summary>The field that holds the comment.</summary>
    public const string Field = "message";

    private static readonly Role[] Sides = [Role.Contributor, Role.Helper, Role.Director, Role.Coordinator, Role.Federation];

    public Task<Outcome<CommentAdded>> RunAsync(Actor actor, Guid submissionId, VariableCode variable, string text, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => AddAsync(actor, submissionId, variable, WrittenText.Clean(text), now, cancel), cancel);

    private async Task<Outcome<CommentAdded>> AddAsync(
        Actor actor, Guid submissionId, VariableCode variable, string text, DateTimeOffset now, CancellationToken cancel)
    {
        if (await submissions.RunAsync(actor, submissionId, cancel) is not { } view || !view.Shows(variable)
            || (await scopes.OfAsync(actor, Permission.CommentAnswers, submissionId, view.Dossier.Place, cancel))?.Includes(variable) != true)
        {
            return Outcome.Missing<CommentAdded>();
        }

        if (WrittenText.Refusal(text, Field, AnswerInput.MaxComment, "submissions.comment-empty") is { } problem)
        {
            return Outcome.Refused<CommentAdded>(problem);
        }

        var comment = new AnswerComment
        {
            SubmissionId = submissionId,
            Variable = variable,
            At = now,
            By = actor.Name,
            ById = actor.IsCommand ? null : actor.Id,
            Side = SideOf(actor, view),
            Text = text,
        };
        db.AnswerComments.Add(comment);
        await TrailWriter.AppendAsync(
            db, actor, now,
            [new TrailEntry("submissions.comment", view.Dossier.Place.Code, submissionId, null, new { Variable = variable.Value, comment.Text })], cancel);
        await TellAsync(actor, view.Dossier, variable, now, cancel);
        return Outcome.Done(new CommentAdded(comment.Id, now));
    }

    // Those of the body and whoever has the question; the level above once it may read the answer, never before.
    private async Task TellAsync(Actor actor, Dossier dossier, VariableCode variable, DateTimeOffset now, CancellationToken cancel)
    {
        if (!outbox.IsSending)
        {
            return;
        }

        var id = dossier.Submission.Id;
        var have = await db.Assignments.AsNoTracking()
            .Where(a => a.SubmissionId == id && a.EndedAt == null && a.AccountId != null && a.Questions.Any(q => q.Variable == variable)).Select(a => a.AccountId!.Value).ToListAsync(cancel);
        var isRead = dossier.Questionnaire.BlocksOf(variable).Any(b => dossier.StateOf(b).IsSigned());
        await outbox.TellAsync(
            actor,
            DossierNews.Of(
                dossier, "comment", isRead ? Audience.Body | Audience.Reviewer : Audience.Body, actor, MessageKind.Comment, $"/dossiers/{id}/questions/{variable}",
                dossier.Compiled.Framework.Variable(variable).Label) with { Also = have },
            now, cancel);
    }

    // Somebody with two roles speaks as the one nearest to the body.
    private static Role? SideOf(Actor actor, SubmissionView view) => Sides
        .Select(role => actor with { Grants = [.. actor.Grants.Where(g => g.Role == role)] })
        .Where(a => a.May(Permission.CommentAnswers, view.Dossier.Place) || a.MayOnAssigned(Permission.CommentAnswers, view.Dossier.Place.Code))
        .Select(a => (Role?)a.Grants[0].Role).FirstOrDefault();
}
