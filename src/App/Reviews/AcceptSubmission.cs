using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reviews;

/// <summary>Submissions that the federation accepted.</summary>
public sealed record Accepted(int Submissions, DateTimeOffset At, Guid Batch);

/// <summary>The federation accepts submissions whose every block is validated at its present content.</summary>
public sealed class AcceptSubmission(AppDb db, DossierStore dossiers, OutboxWriter outbox, Writing writing)
{
    public Task<Outcome<Accepted>> RunAsync(Actor actor, IReadOnlyList<Guid> submissionIds, Guid key, CancellationToken cancel) =>
        actor.May(Permission.AcceptSubmission)
            ? writing.OnceAsync(key, now => AcceptAsync(actor, submissionIds, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<Accepted>());

    /// <summary>Problems that prevent a submission from being accepted.</summary>
    public static IEnumerable<Problem> Accepting(Dossier dossier, DateTimeOffset now)
    {
        foreach (var problem in ReviewGuards.Reviewing(dossier, now))
        {
            yield return problem;
        }

        var waiting = dossier.Questionnaire.Blocks.Count(b => dossier.StateOf(b.Key) is not (BlockState.Validated or BlockState.Accepted));
        if (waiting > 0)
        {
            yield return new Problem("reviews.not-all-validated", dossier.Place.Code.Value, dossier.Place.ShortName, waiting);
        }
    }

    private async Task<Outcome<Accepted>> AcceptAsync(Actor actor, IReadOnlyList<Guid> ids, DateTimeOffset now, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        var chosen = new List<Dossier>();
        foreach (var id in ids.Distinct().Order())
        {
            if (await dossiers.LockAsync(id, cancel) is not { } dossier)
            {
                return Outcome.Missing<Accepted>();
            }

            problems.AddRange(Accepting(dossier, now));
            chosen.Add(dossier);
        }

        if (problems.Count > 0 || chosen.Count == 0)
        {
            return Outcome.Refused<Accepted>(problems.Count > 0 ? problems : [new Problem("reviews.nothing-chosen", null)]);
        }

        var batch = Guid.CreateVersion7(now);
        foreach (var dossier in chosen)
        {
            AcceptanceAct.Accept(db, dossier, actor, batch, now);
        }

        await dossiers.SettleAsync(chosen, now, cancel);
        await TrailWriter.AppendAsync(
            db, actor, now, [.. chosen.Select(d => new TrailEntry("reviews.accept", d.Place.Code, d.Submission.Id, null, null))], cancel);
        await outbox.TellAsync(actor, [.. chosen.Select(d => DossierNews.Of(d, "accepted", Audience.Body | Audience.Reviewer, actor))], now, cancel);
        return Outcome.Done(new Accepted(chosen.Count, now, batch));
    }
}
