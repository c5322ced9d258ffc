using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.CarryOver;

/// <summary>Reads what a body may start from: the same reading is shown, then carried out.</summary>
public sealed class CarryOverQuery(AppDb db, DossierStore dossiers, TimeProvider clock)
{
    /// <summary>Null for whoever does not answer for the whole body, and without a year before.</summary>
    public async Task<CarryOverPlan?> RunAsync(Actor actor, Guid submission, CancellationToken cancel) =>
        await dossiers.ReadAsync(submission, cancel) is { } dossier && actor.May(Permission.EnterAnswers, dossier.Place)
            ? await OfAsync(dossier, clock.GetUtcNow(), cancel)
            : null;

    internal async Task<CarryOverPlan?> OfAsync(Dossier dossier, DateTimeOffset now, CancellationToken cancel)
    {
        var id = await db.Submissions.AsNoTracking()
            .Where(s => s.Organization == dossier.Submission.Organization && s.Campaign.Year == dossier.Campaign.Year - 1).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancel);
        if (id is not { } earlier || await dossiers.ReadAsync(earlier, cancel) is not { } before)
        {
            return null;
        }

        var answers = StableAnswers.Of(dossier.Questionnaire, dossier.Answers, before.Answers).Where(a => dossier.IsOpen(a.Variable)).ToList();
        var texts = answers.FindAll(a => dossier.Compiled.Framework.Variable(a.Variable).Type == VariableType.Text);
        return new CarryOverPlan(
            dossier, before, answers.FindAll(a => !texts.Contains(a)), texts, await AnalysesAsync(dossier, earlier, cancel), await PiecesAsync(dossier, earlier, cancel),
            await AssignmentsAsync(dossier, earlier, cancel), [.. SubmissionGuards.Entering(dossier, now)]);
    }

    private async Task<List<Analysis>> AnalysesAsync(Dossier dossier, Guid earlier, CancellationToken cancel)
    {
        var id = dossier.Submission.Id;
        var written = await db.Analyses.AsNoTracking().Where(a => a.SubmissionId == id && a.Text != "").Select(a => a.Topic).ToListAsync(cancel);
        var open = dossier.Compiled.Framework.Topics.Where(t => t.Indicators.Any(i => dossier.Questionnaire.Asks(i.Code) && dossier.StandingOf(BlockKey.Of(i.Code)).IsOpen)).Select(t => t.Code).ToHashSet();
        var former = await db.Analyses.AsNoTracking().Where(a => a.SubmissionId == earlier && a.Text != "" && a.CarriedFrom == null).OrderBy(a => a.Topic).ToListAsync(cancel);
        return former.FindAll(a => open.Contains(a.Topic) && !written.Contains(a.Topic));
    }

    // What holds on one day of the year at least.
    private async Task<List<Evidence.EvidenceTie>> PiecesAsync(Dossier dossier, Guid earlier, CancellationToken cancel)
    {
        var (id, first, last) = (dossier.Submission.Id, new DateOnly(dossier.Campaign.Year, 1, 1), new DateOnly(dossier.Campaign.Year, 12, 31));
        var here = (await db.EvidenceTies.AsNoTracking().Where(t => t.SubmissionId == id && t.RemovedAt == null).Select(t => new { t.PieceId, t.Variable }).ToListAsync(cancel))
            .Select(t => (t.PieceId, t.Variable)).ToHashSet();
        var former = await db.EvidenceTies.AsNoTracking().Include(t => t.Piece)
            .Where(t => t.SubmissionId == earlier && t.RemovedAt == null && t.Piece.From <= last && (t.Piece.Until == null || t.Piece.Until >= first))
            .OrderBy(t => t.At).ThenBy(t => t.Id).ToListAsync(cancel);
        return former.FindAll(t => dossier.Questionnaire.Asks(t.Variable) && !here.Contains((t.PieceId, t.Variable)));
    }

    // People who still have an account, and neither review nor sign; questions that nobody has yet.
    private async Task<List<FormerAssignment>> AssignmentsAsync(Dossier dossier, Guid earlier, CancellationToken cancel)
    {
        var taken = (await db.RunningAssignmentsAsync(dossier.Submission.Id, cancel)).SelectMany(a => a.Questions).Select(q => q.Variable).ToHashSet();
        var former = (await db.RunningAssignmentsAsync(earlier, cancel)).FindAll(a => a.AccountId is not null);
        var ids = former.ConvertAll(a => a.AccountId!.Value);
        var people = ids.Count == 0 ? [] : (await db.Users.AsNoTracking().Include(u => u.Grants).Where(u => ids.Contains(u.Id) && u.DisabledAt == null).ToListAsync(cancel))
            .ConvertAll(u => u.ToActor()).FindAll(p => !p.May(Permission.ReadSubmitted, dossier.Place) || p.May(Permission.EnterAnswers, dossier.Place));
        return [.. from assignment in former
            where people.Exists(p => p.Id == assignment.AccountId)
            let questions = assignment.Questions.Select(q => q.Variable).Where(v => dossier.Questionnaire.Asks(v) && taken.Add(v)).ToList()
            where questions.Count > 0
            select new FormerAssignment(assignment, questions)];
    }
}
