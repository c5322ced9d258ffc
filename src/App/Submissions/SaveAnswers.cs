using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>
/// Saves what a contributor typed: one field or a whole page. All or nothing; an edit based on a value that somebody else has changed
/// since is a conflict, told with mine, theirs and before.
/// </summary>
public sealed class SaveAnswers(AppDb db, DossierStore dossiers, QuestionScopes scopes, Writing writing)
{
    public Task<Outcome<AnswersSaved>> RunAsync(
        Actor actor, Guid submissionId, IReadOnlyList<AnswerEdit> edits, IReadOnlyList<AnalysisEdit> analyses, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => SaveAsync(actor, submissionId, edits, analyses, now, cancel), cancel);

    private async Task<Outcome<AnswersSaved>> SaveAsync(
        Actor actor, Guid submissionId, IReadOnlyList<AnswerEdit> edits, IReadOnlyList<AnalysisEdit> analyses, DateTimeOffset now, CancellationToken cancel)
    {
        var dossier = await dossiers.LockAsync(submissionId, cancel);
        if (dossier is null || await scopes.OfAsync(actor, Permission.EnterAnswers, submissionId, dossier.Place, cancel) is not { } scope)
        {
            return Outcome.Missing<AnswersSaved>();
        }

        var problems = SubmissionGuards.Entering(dossier, now).ToList();
        problems.AddRange(edits.Where(e => !Asked(dossier, e)).Select(e => new Problem("submissions.not-asked", e.Place)));
        problems.AddRange(edits.Where(e => !scope.Includes(e.Variable)).Select(e => new Problem("submissions.not-yours", e.Place)));
        problems.AddRange(analyses.Where(_ => !scope.IsWhole).Select(a => new Problem("submissions.not-yours", $"analysis:{a.Topic}")));
        if (problems.Count > 0)
        {
            return Outcome.Refused<AnswersSaved>(problems);
        }

        var result = new EditAnswers(db, dossier, actor, now).Apply(edits, french: true);
        problems.AddRange(result.Problems);
        var written = await AnalysesAsync(dossier, actor, analyses, now, result, problems, cancel);
        if (problems.Count > 0)
        {
            return Outcome.Refused<AnswersSaved>(problems);
        }

        if (result.Conflicts.Count > 0)
        {
            return new Outcome<AnswersSaved>.Stale([.. result.Conflicts.Select(Told)]);
        }

        if (result.Changed.Count > 0 || written)
        {
            await dossiers.SettleAsync([dossier], now, cancel);
            await TrailWriter.AppendAsync(
                db, actor, now, [new TrailEntry("submissions.save", dossier.Place.Code, dossier.Submission.Id, result.Before, result.After)], cancel);
        }

        return Outcome.Done(new AnswersSaved(
            now, [.. result.Changed.Select(r => new SavedAnswer(r.Variable.Value, r.Cell.Value, r.Version, r.State, r.Value))]));
    }

    private static bool Asked(Dossier dossier, AnswerEdit edit) =>
        dossier.Questionnaire.Asks(edit.Variable) && dossier.Compiled.Framework.Variable(edit.Variable).Cells.Prepend(CellKey.Total).Contains(edit.Cell);

    private static Problem Told(Conflict conflict) => new(
        "submissions.conflict", AnswerPlace.Of(conflict.Variable, conflict.Cell), conflict.Mine, conflict.Theirs, conflict.Before,
        conflict.TheirName, conflict.TheirInstant);

    private async Task<bool> AnalysesAsync(
        Dossier dossier, Actor actor, IReadOnlyList<AnalysisEdit> edits, DateTimeOffset now, EditResult result, List<Problem> problems,
        CancellationToken cancel)
    {
        var written = false;
        foreach (var edit in edits)
        {
            var topic = dossier.Compiled.Framework.Topics.FirstOrDefault(t => t.Code == edit.Topic);
            var text = edit.Text.ReplaceLineEndings("\n").Trim();
            var place = $"analysis:{edit.Topic}";
            var row = await db.Analyses.SingleOrDefaultAsync(a => a.SubmissionId == dossier.Submission.Id && a.Topic == edit.Topic, cancel);
            if (topic is null)
            {
                problems.Add(new Problem("submissions.not-asked", place));
            }
            else if (text.Length > AnswerInput.MaxText)
            {
                problems.Add(new Problem("submissions.text-too-long", place, AnswerInput.MaxText));
            }
            else if (text == (row?.Text ?? ""))
            {
                continue;
            }
            else if (edit.BaseVersion is { } version && version != (row?.Version ?? 0))
            {
                result.Conflicts.Add(new Conflict(
                    new VariableCode(place), CellKey.Total, text, row?.Text, null, row?.ChangedBy ?? "", row?.ChangedAt ?? now));
            }
            else if (!topic.Indicators.Any(i => dossier.StandingOf(BlockKey.Of(i.Code)).IsOpen))
            {
                problems.Add(new Problem("submissions.locked", place));
            }
            else
            {
                written = true;
                result.Before[place] = row?.Text;
                result.After[place] = text;
                if (row is null)
                {
                    row = new Analysis { SubmissionId = dossier.Submission.Id, Topic = edit.Topic, Text = text, ChangedAt = now, ChangedBy = actor.Name };
                    db.Analyses.Add(row);
                }

                row.Text = text;
                row.CarriedFrom = null;
                row.Version++;
                row.ChangedAt = now;
                row.ChangedBy = actor.Name;
            }
        }

        return written;
    }
}
