using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Reviews;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Quality;
using Responsables.Domain.Shared;

namespace Responsables.App.Quality;

/// <summary>An anomaly to ask about.</summary>
/// <param name="Text">The question; null: the one of its rule.</param>
public sealed record AskedAnomaly(AnomalyKey Key, string? Text);

/// <summary>The level above asks bodies about answers on which a rule fired.</summary>
public sealed class AskAnomalies(AppDb db, AnomalyWork work, Writing writing)
{
    public const string DueField = "echeance";

    /// <param name="due">The day by which it is to be answered, as typed; empty: none.</param>
    public Task<Outcome<AnomaliesTreated>> RunAsync(Actor actor, int year, IReadOnlyList<AskedAnomaly> asked, string due, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => AskAsync(actor, year, asked, due, now, cancel), cancel);

    private async Task<Outcome<AnomaliesTreated>> AskAsync(
        Actor actor, int year, IReadOnlyList<AskedAnomaly> asked, string due, DateTimeOffset now, CancellationToken cancel)
    {
        if (asked.Count == 0)
        {
            return Outcome.Refused<AnomaliesTreated>(new Problem("quality.nothing-chosen", null));
        }

        var texts = asked.DistinctBy(a => a.Key).ToDictionary(a => a.Key, a => a.Text is null ? null : WrittenText.Clean(a.Text));
        if (await work.HoldAsync(actor, year, texts.Keys, l => l.MayReview, cancel) is not { } held)
        {
            return Outcome.Missing<AnomaliesTreated>();
        }

        var problems = ReviewGuards.Reviewing(held.Campaign, now).Take(held.Lines.Any(l => !Waits(held, l, now)) ? 1 : 0).ToList();
        problems.AddRange(AnomalyWork.NotFit(held.Lines, l => l.State.MayBeAsked() && (texts[l.Key] ?? l.Question) is not null));
        problems.AddRange(texts.Values.OfType<string>()
            .Select(t => WrittenText.Refusal(t, AnomalyWork.TextField, AnomalyWork.MostText, "quality.question-empty")).OfType<Problem>());
        var term = Term(due, now, problems);
        if (problems.Count > 0)
        {
            return Outcome.Refused<AnomaliesTreated>(problems);
        }

        // As the page showed it: one's own words, else the rule's.
        var questions = held.Lines.ToDictionary(l => l.Key, l => texts[l.Key] ?? l.Question!);
        foreach (var line in held.Lines)
        {
            work.Do(held, line, actor, now, AnomalyActKind.Asked, questions[line.Key]).DueAt = term;
        }

        await TrailWriter.AppendAsync(
            db, actor, now,
            [.. held.Lines.Select(l => new TrailEntry(
                "quality.ask", l.Place.Code, l.Key.Submission, null,
                new { l.Key.Rule, Variable = l.Key.Variable.Value, Question = questions[l.Key], Due = term, l.Value }))],
            cancel);
        await work.TellAsync(held, actor, "anomalies-asked", Audience.Body, now, cancel);
        return Outcome.Done(AnomalyWork.Treated(held.Lines));
    }

    // Whether the review of the body is open: the campaign's window, or the delay that it was given.
    private static bool Waits(HeldAnomalies held, AnomalyLine line, DateTimeOffset now) =>
        !ReviewGuards.Reviewing(held.Campaign, held.Survey.Submissions[line.Key.Submission].CalendarIn(held.Campaign), now).Any();

    private static DateTimeOffset? Term(string due, DateTimeOffset now, List<Problem> problems)
    {
        if (due.Length == 0)
        {
            return null;
        }

        if (IsoDay.Read(due) is not { } day)
        {
            problems.Add(new Problem("quality.due-unreadable", DueField));
            return null;
        }

        if (day < Deadline.DayAt(now) || day > Deadline.DayAt(now).AddYears(1))
        {
            problems.Add(new Problem("quality.due-out", DueField));
        }

        return Deadline.EndOf(day, Deadline.Paris) is Outcome<DateTimeOffset>.Done end ? end.Value : null;
    }
}
