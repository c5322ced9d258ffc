using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Submissions;

/// <summary>Answers that became this year's.</summary>
public sealed record CarriedConfirmed(int Count);

/// <summary>Somebody says that what was carried over from an earlier year holds this year as it stands. Said again, it changes nothing.</summary>
public sealed class ConfirmCarried(AppDb db, DossierStore dossiers, QuestionScopes scopes, Writing writing)
{
    /// <param name="topics">Those whose analysis is confirmed.</param>
    public Task<Outcome<CarriedConfirmed>> RunAsync(
        Actor actor, Guid submissionId, IReadOnlyCollection<VariableCode> variables, IReadOnlyCollection<string> topics, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => ConfirmAsync(actor, submissionId, variables, topics, now, cancel), cancel);

    private async Task<Outcome<CarriedConfirmed>> ConfirmAsync(
        Actor actor, Guid submissionId, IReadOnlyCollection<VariableCode> variables, IReadOnlyCollection<string> topics, DateTimeOffset now, CancellationToken cancel)
    {
        var dossier = await dossiers.LockAsync(submissionId, cancel);
        if (dossier is null || await scopes.OfAsync(actor, Permission.EnterAnswers, submissionId, dossier.Place, cancel) is not { } scope)
        {
            return Outcome.Missing<CarriedConfirmed>();
        }

        var problems = SubmissionGuards.Entering(dossier, now).ToList();
        problems.AddRange(variables.Where(v => !scope.Includes(v)).Select(v => new Problem("submissions.not-yours", v.Value)));
        problems.AddRange(topics.Where(_ => !scope.IsWhole).Select(t => new Problem("submissions.not-yours", $"analysis:{t}")));
        if (problems.Count > 0)
        {
            return Outcome.Refused<CarriedConfirmed>(problems);
        }

        var (before, after) = (new Dictionary<string, object?>(), new Dictionary<string, object?>());
        foreach (var row in dossier.Rows.Values.Where(r => r.CarriedFrom is not null && variables.Contains(r.Variable) && dossier.IsOpen(r.Variable)))
        {
            var place = AnswerPlace.Of(row.Variable, row.Cell);
            before[place] = new { row.State, row.Value, row.Comment, row.CarriedFrom };
            row.CarriedFrom = null;
            row.Version++;
            (row.ChangedAt, row.ChangedBy, row.ChangedById) = (now, actor.Name, actor.IsCommand ? null : actor.Id);
            after[place] = new { row.State, row.Value, row.Comment };
        }

        var wanted = topics.ToList();
        foreach (var analysis in await db.Analyses.Where(a => a.SubmissionId == submissionId && a.CarriedFrom != null && wanted.Contains(a.Topic)).ToListAsync(cancel))
        {
            var place = $"analysis:{analysis.Topic}";
            before[place] = new { analysis.CarriedFrom };
            analysis.CarriedFrom = null;
            analysis.Version++;
            (analysis.ChangedAt, analysis.ChangedBy) = (now, actor.Name);
            after[place] = analysis.Text;
        }

        if (after.Count > 0)
        {
            await dossiers.SettleAsync([dossier], now, cancel);
            await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("submissions.confirm", dossier.Place.Code, submissionId, before, after)], cancel);
        }

        return Outcome.Done(new CarriedConfirmed(after.Count));
    }
}
