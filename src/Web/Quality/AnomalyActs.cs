using Responsables.App.Quality;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Quality;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Quality;

/// <summary>What was typed about an anomaly, to be shown again when it is refused.</summary>
/// <param name="Form">Which of the forms of the page was sent.</param>
public sealed record AnomalyTyped(string Form, string Text, string Due, string Choice)
{
    public const string Question = "question", Answer = "reponse", Decision = "decision";
}

/// <summary>One anomaly: asked, answered, decided.</summary>
internal static class AnomalyActs
{
    /// <summary>Values of the choice that a body makes.</summary>
    public const string Right = "exacte", Mistaken = "a-corriger";

    public const string DecisionField = "suite";

    public static async Task<IResult> ShowAsync(int year, Guid submission, string rule, string variable, HttpContext http, AnomaliesQuery query, CancellationToken cancel) =>
        await query.FindAsync(http.SignedIn(), year, new AnomalyKey(submission, rule, new VariableCode(variable)), cancel) is { } view
            ? Page.Of<AnomalyPage>(new { View = view })
            : Page.Missing();

    public static async Task<IResult> AskAsync(
        int year, Guid submission, string rule, string variable, Form form, HttpContext http, AskAnomalies ask, AnomaliesQuery query, CancellationToken cancel)
    {
        var key = new AnomalyKey(submission, rule, new VariableCode(variable));
        var outcome = await ask.RunAsync(http.SignedIn(), year, [new AskedAnomaly(key, form[AnomalyWork.TextField])], form[AskAnomalies.DueField], form.Key, cancel);
        return await ToPageAsync(outcome, AnomalyTyped.Question, "quality.asked", year, key, form, http, query, cancel);
    }

    public static async Task<IResult> AnswerAsync(
        int year, Guid submission, string rule, string variable, Form form, HttpContext http, AnswerAnomaly answer, AnomaliesQuery query, CancellationToken cancel)
    {
        var key = new AnomalyKey(submission, rule, new VariableCode(variable));
        bool? isMistaken = form[AnswerAnomaly.MistakenField] switch { Right => false, Mistaken => true, _ => null };
        var outcome = await answer.RunAsync(http.SignedIn(), year, key, isMistaken, form[AnomalyWork.TextField], form.Key, cancel);
        return await ToPageAsync(outcome, AnomalyTyped.Answer, "quality.answered", year, key, form, http, query, cancel);
    }

    public static async Task<IResult> DecideAsync(
        int year, Guid submission, string rule, string variable, Form form, HttpContext http, DecideAnomalies decide, AnomaliesQuery query, CancellationToken cancel)
    {
        var key = new AnomalyKey(submission, rule, new VariableCode(variable));
        var outcome = form.Choice<AnomalyDecision>(DecisionField) is { } decision
            ? await decide.RunAsync(http.SignedIn(), year, [key], decision, form[AnomalyWork.TextField], form.Key, cancel)
            : Outcome.Refused<AnomaliesTreated>(new Problem("quality.decision-missing", DecisionField));
        return await ToPageAsync(outcome, AnomalyTyped.Decision, "quality.decided", year, key, form, http, query, cancel);
    }

    private static async Task<IResult> ToPageAsync(
        Outcome<AnomaliesTreated> outcome, string which, string notice, int year, AnomalyKey key, Form form, HttpContext http, AnomaliesQuery query, CancellationToken cancel)
    {
        var url = key.PathIn(year);
        if (outcome is Outcome<AnomaliesTreated>.Refused refused && await query.FindAsync(http.SignedIn(), year, key, cancel) is { } view)
        {
            http.RequestServices.GetRequiredService<Visit>().StandsAt = (url, "");
            var choice = which == AnomalyTyped.Answer ? form[AnswerAnomaly.MistakenField] : form[DecisionField];
            return Page.Refused<AnomalyPage>(new
            {
                View = view, refused.Problems, Typed = new AnomalyTyped(which, form[AnomalyWork.TextField], form[AskAnomalies.DueField], choice),
            });
        }

        return outcome.ToPage(_ => Page.GoTo(url, notice), _ => Page.Missing());
    }
}
