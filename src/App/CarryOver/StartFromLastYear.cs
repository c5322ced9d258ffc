using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Evidence;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Evidence;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.CarryOver;

/// <summary>What was carried over.</summary>
/// <param name="Answers">Answers and analyses, each to be confirmed.</param>
/// <param name="Questions">Questions that are with somebody again.</param>
public sealed record CarriedOver(int Year, int Answers, int Pieces, int Questions);

/// <summary>A body starts from its last year: stable answers and analyses that wait to be confirmed, evidence that still holds, who has which questions.</summary>
public sealed class StartFromLastYear(AppDb db, DossierStore dossiers, CarryOverQuery query, EvidenceDesk desk, Writing writing)
{
    public Task<Outcome<CarriedOver>> RunAsync(Actor actor, Guid submission, CarryOverChoice choice, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => StartAsync(actor, submission, choice, now, cancel), cancel);

    private async Task<Outcome<CarriedOver>> StartAsync(Actor actor, Guid submission, CarryOverChoice choice, DateTimeOffset now, CancellationToken cancel)
    {
        if (await dossiers.LockAsync(submission, cancel) is not { } dossier || !actor.May(Permission.EnterAnswers, dossier.Place) || await query.OfAsync(dossier, now, cancel) is not { } plan)
        {
            return Outcome.Missing<CarriedOver>();
        }

        IReadOnlyList<Answer> answers = [.. choice.Choices ? plan.Choices : [], .. choice.Texts ? plan.Texts : []];
        IReadOnlyList<Analysis> analyses = choice.Texts ? plan.Analyses : [];
        var assignments = choice.Assignments && actor.May(Permission.AssignQuestions, dossier.Place) ? plan.Assignments : [];
        var pieces = choice.Pieces ? await FittingAsync(plan, cancel) : [];
        if (plan.Against.Count > 0)
        {
            return Outcome.Refused<CarriedOver>(plan.Against);
        }

        if (answers.Count + analyses.Count + assignments.Count + pieces.Count == 0)
        {
            return Outcome.Refused<CarriedOver>(new Problem("submissions.carry-nothing", null));
        }

        var entries = new List<TrailEntry>();
        if (answers.Count + analyses.Count > 0)
        {
            entries.Add(new TrailEntry("submissions.carry-over", dossier.Place.Code, submission, null, await WriteAsync(dossier, actor, answers, analyses, plan.Year, now, cancel)));
            await dossiers.SettleAsync([dossier], now, cancel);
        }

        foreach (var tie in pieces)
        {
            desk.Tie(tie.Piece, dossier, tie.Variable, actor, now);
            entries.Add(EvidenceDesk.Entry("evidence.tie", dossier, tie.Variable, tie.Piece));
        }

        entries.AddRange(assignments.Select(a => Assign(a, dossier, actor, now)));
        await TrailWriter.AppendAsync(db, actor, now, entries, cancel);
        return Outcome.Done(new CarriedOver(plan.Year, answers.Count + analyses.Count, pieces.Count, assignments.Sum(a => a.Questions.Count)));
    }

    private async Task<Dictionary<string, object?>> WriteAsync(
        Dossier dossier, Actor actor, IReadOnlyList<Answer> answers, IReadOnlyList<Analysis> analyses, int from, DateTimeOffset now, CancellationToken cancel)
    {
        var after = new Dictionary<string, object?>();
        foreach (var answer in answers)
        {
            if (!dossier.Rows.TryGetValue((answer.Variable, answer.Cell), out var row))
            {
                row = new AnswerRow { SubmissionId = dossier.Submission.Id, Variable = answer.Variable, Cell = answer.Cell, State = answer.State, ChangedAt = now, ChangedBy = actor.Name };
                dossier.Rows.Add((answer.Variable, answer.Cell), row);
                db.Answers.Add(row);
            }

            (row.State, row.Value, row.CarriedFrom) = (answer.State, answer.Value, from);
            row.Version++;
            (row.ChangedAt, row.ChangedBy, row.ChangedById) = (now, actor.Name, actor.IsCommand ? null : actor.Id);
            after[AnswerPlace.Of(answer.Variable, answer.Cell)] = new { row.State, row.Value, row.CarriedFrom };
        }

        var id = dossier.Submission.Id;
        var empty = await db.Analyses.Where(a => a.SubmissionId == id).ToDictionaryAsync(a => a.Topic, cancel);
        foreach (var analysis in analyses)
        {
            if (!empty.TryGetValue(analysis.Topic, out var row))
            {
                row = new Analysis { SubmissionId = id, Topic = analysis.Topic, Text = "", ChangedAt = now, ChangedBy = actor.Name };
                db.Analyses.Add(row);
            }

            (row.Text, row.CarriedFrom, row.ChangedAt, row.ChangedBy) = (analysis.Text, from, now, actor.Name);
            row.Version++;
            after[$"analysis:{analysis.Topic}"] = analysis.Text;
        }

        return after;
    }

    // As many as each question may have; locked, so that no bytes go meanwhile.
    private async Task<List<EvidenceTie>> FittingAsync(CarryOverPlan plan, CancellationToken cancel)
    {
        var fitting = new List<EvidenceTie>();
        foreach (var question in plan.Pieces.GroupBy(t => t.Variable))
        {
            var (tied, _) = await desk.UsedAsync(plan.Dossier, question.Key, cancel);
            fitting.AddRange(question.Take(EvidenceLimits.Question - tied));
        }

        var kept = new List<EvidenceTie>();
        foreach (var tie in fitting.OrderBy(t => t.PieceId))
        {
            if (await desk.LockPieceAsync(tie.PieceId, cancel) is { ErasedAt: null })
            {
                kept.Add(tie);
            }
        }

        return kept;
    }

    private TrailEntry Assign(FormerAssignment former, Dossier dossier, Actor actor, DateTimeOffset now)
    {
        var row = new Assignment
        {
            SubmissionId = dossier.Submission.Id, Organization = dossier.Place.Code, Email = former.Before.Email, AccountId = former.Before.AccountId, Name = former.Before.Name,
            At = now, By = actor.Name, ById = actor.IsCommand ? null : actor.Id, Version = 1,
        };
        row.Questions.AddRange(former.Questions.Select(v => new AssignedQuestion { AssignmentId = row.Id, Variable = v }));
        db.Assignments.Add(row);
        return new TrailEntry("submissions.assign", row.Organization, row.SubmissionId, null, AssignQuestions.Told(row));
    }
}
