using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Quality;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Quality;

/// <summary>The level above decides: the answer is right, plainly or for a reason; or it goes back to the body, and its indicator is returned by the same act.</summary>
public sealed class DecideAnomalies(AppDb db, AnomalyWork work, DossierStore dossiers, Writing writing)
{
    /// <param name="note">Why. Required to return; to explain, unless the body, its comment or last year's explanation says it already.</param>
    public Task<Outcome<AnomaliesTreated>> RunAsync(
        Actor actor, int year, IReadOnlyList<AnomalyKey> keys, AnomalyDecision decision, string note, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => DecideAsync(actor, year, keys, decision, WrittenText.Clean(note), now, cancel), cancel);

    private async Task<Outcome<AnomaliesTreated>> DecideAsync(
        Actor actor, int year, IReadOnlyList<AnomalyKey> keys, AnomalyDecision decision, string note, DateTimeOffset now, CancellationToken cancel)
    {
        if (keys.Count == 0)
        {
            return Outcome.Refused<AnomaliesTreated>(new Problem("quality.nothing-chosen", null));
        }

        if (await work.HoldAsync(actor, year, keys, l => l.MayReview, cancel) is not { } held)
        {
            return Outcome.Missing<AnomaliesTreated>();
        }

        var problems = AnomalyWork.NotFit(held.Lines, l => l.State.MayBeDecided()).ToList();
        problems.AddRange(await OwnEntriesAsync(actor, held, cancel));
        problems.AddRange(Notes(held, decision, note));
        if (problems.Count == 0 && decision == AnomalyDecision.Returned)
        {
            problems.AddRange(await ReturnAsync(actor, held, note, now, cancel));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<AnomaliesTreated>(problems);
        }

        foreach (var line in held.Lines)
        {
            work.Do(held, line, actor, now, AnomalyActKind.Decided, note.Length > 0 ? note : Known(line), decision);
        }

        await TrailWriter.AppendAsync(
            db, actor, now,
            [.. held.Lines.Select(l => new TrailEntry(
                "quality.decide", l.Place.Code, l.Key.Submission, null,
                new { l.Key.Rule, Variable = l.Key.Variable.Value, Decision = decision, Note = note.Length > 0 ? note : Known(l), l.Value }))],
            cancel);
        return Outcome.Done(AnomalyWork.Treated(held.Lines));
    }

    // What explains it without a word more: the body's answer, else what explained the same a year ago.
    private static string? Known(AnomalyLine line) => line.Answer is not null ? null : line.Earlier?.Text;

    private static IEnumerable<Problem> Notes(HeldAnomalies held, AnomalyDecision decision, string note)
    {
        if (WrittenText.Refusal(note, AnomalyWork.TextField, AnomalyWork.MostText) is { } problem)
        {
            yield return problem;
        }
        else if (note.Length == 0 && decision == AnomalyDecision.Returned)
        {
            yield return new Problem("quality.reason-required", AnomalyWork.TextField);
        }
        else if (note.Length == 0 && decision == AnomalyDecision.Explained && held.Lines.FirstOrDefault(l => l.Answer is null && l.Earlier is null) is { } bare)
        {
            yield return new Problem("quality.explanation-required", AnomalyWork.TextField, bare.Place.ShortName, bare.Variable.Label);
        }
    }

    /// <summary>Nobody decides about what they entered.</summary>
    private async Task<IReadOnlyList<Problem>> OwnEntriesAsync(Actor actor, HeldAnomalies held, CancellationToken cancel)
    {
        var ids = held.Lines.Select(l => l.Key.Submission).Distinct().ToList();
        var own = await db.Answers.AsNoTracking().Where(a => ids.Contains(a.SubmissionId) && a.ChangedById == actor.Id).Select(a => new { a.SubmissionId, a.Variable }).ToListAsync(cancel);
        return [.. held.Lines.Where(l => own.Any(o => o.SubmissionId == l.Key.Submission && o.Variable == l.Key.Variable))
            .Select(l => new Problem("quality.own-entry", l.Key.ToString(), l.Place.ShortName, l.Variable.Label))];
    }

    // Every indicator that uses the answer and was signed is returned: the same as the review would, under the same rules.
    private async Task<IReadOnlyList<Problem>> ReturnAsync(Actor actor, HeldAnomalies held, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        var (problems, returned) = (new List<Problem>(), new List<(Dossier Dossier, IReadOnlyCollection<BlockKey> Blocks)>());
        var entries = new List<TrailEntry>();
        foreach (var lines in held.Lines.GroupBy(l => l.Key.Submission))
        {
            var dossier = (await dossiers.LockAsync(lines.Key, cancel))!;
            problems.AddRange(ReviewGuards.Reviewing(dossier, now));
            var blocks = lines.SelectMany(l => dossier.Questionnaire.BlocksOf(l.Key.Variable)).Distinct()
                .Where(b => dossier.StateOf(b).IsSigned()).ToList();
            problems.AddRange(blocks.SelectMany(b => ReviewGuards.Returning(dossier, actor, b, reason)));
            if (problems.Count > 0)
            {
                continue;
            }

            var decisions = blocks.ConvertAll(b => new BlockDecision(b, ReviewDecision.Returned, reason, dossier.Blocks[b].Seal));
            decisions.ForEach(d => ReviewAct.Decide(db, dossier, actor, d, now, isReprise: false));
            returned.Add((dossier, blocks));
            entries.Add(new TrailEntry(
                "reviews.decide", dossier.Place.Code, dossier.Submission.Id, null, decisions.Select(d => new { Block = d.Block.Value, d.Decision, d.Reason, d.Seal })));
        }

        if (problems.Count == 0)
        {
            await dossiers.SettleAsync([.. returned.Select(r => r.Dossier)], now, cancel);
            await TrailWriter.AppendAsync(db, actor, now, entries, cancel);
            await work.TellReturnedAsync(actor, returned, now, cancel);
        }

        return [.. problems.DistinctBy(p => (p.Code, p.Place))];
    }
}
