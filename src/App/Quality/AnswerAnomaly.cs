using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Quality;
using Responsables.Domain.Shared;

namespace Responsables.App.Quality;

/// <summary>A body answers what was asked of one of its answers: it is right, and why; or it is wrong, and is to come back to be mended.</summary>
public sealed class AnswerAnomaly(AppDb db, AnomalyWork work, Writing writing)
{
    public const string MistakenField = "valeur-exacte";

    /// <param name="isMistaken">Whether the body says that its answer is wrong; null: it has not said.</param>
    public Task<Outcome<AnomaliesTreated>> RunAsync(Actor actor, int year, AnomalyKey anomaly, bool? isMistaken, string text, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => AnswerAsync(actor, year, anomaly, isMistaken, WrittenText.Clean(text), now, cancel), cancel);

    private async Task<Outcome<AnomaliesTreated>> AnswerAsync(
        Actor actor, int year, AnomalyKey anomaly, bool? isMistaken, string text, DateTimeOffset now, CancellationToken cancel)
    {
        if (await work.HoldAsync(actor, year, [anomaly], l => l.MayAnswer, cancel) is not { } held)
        {
            return Outcome.Missing<AnomaliesTreated>();
        }

        // An answer may be said again, better, until it is decided upon.
        var problems = AnomalyWork.NotFit(held.Lines, l => l.State.MayBeAnswered()).ToList();
        if (isMistaken is null)
        {
            problems.Add(new Problem("quality.say-right-or-wrong", MistakenField));
        }

        if (WrittenText.Refusal(text, AnomalyWork.TextField, AnomalyWork.MostText, "quality.answer-empty") is { } problem)
        {
            problems.Add(problem);
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<AnomaliesTreated>(problems);
        }

        var line = held.Lines[0];
        work.Do(held, line, actor, now, AnomalyActKind.Answered, text, isMistaken: isMistaken);
        await TrailWriter.AppendAsync(
            db, actor, now,
            [new TrailEntry("quality.answer", line.Place.Code, anomaly.Submission, null, new { anomaly.Rule, Variable = anomaly.Variable.Value, IsMistaken = isMistaken, Answer = text, line.Value })],
            cancel);
        await work.TellAsync(held, actor, "anomalies-answered", Audience.Reviewer, now, cancel);
        return Outcome.Done(AnomalyWork.Treated(held.Lines));
    }
}
