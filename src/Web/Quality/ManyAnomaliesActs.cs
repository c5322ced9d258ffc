using Microsoft.AspNetCore.WebUtilities;
using Responsables.App.Quality;
using Responsables.Domain.Quality;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Quality;

/// <summary>What can be done to several anomalies at once.</summary>
public enum ManyAct { Ask, FalseAlarm, Earlier }

/// <summary>Several anomalies at once: choose, see what it will do, confirm.</summary>
internal static class ManyAnomaliesActs
{
    public static async Task<IResult> TreatAsync(
        int year, Form form, HttpContext http, AnomaliesQuery query, AskAnomalies ask, DecideAnomalies decide, CancellationToken cancel)
    {
        var request = AnomalyAddress.Of(year, QueryHelpers.ParseQuery(form["filtre"]));
        if (form.Choice<ManyAct>("quoi") is not { } act || await query.RunAsync(http.SignedIn(), request, cancel) is not { } view)
        {
            return Page.Missing();
        }

        var keys = form["entier"] == "oui" ? view.Found.Select(l => l.Key).ToHashSet() : form.All("anomalie").Select(AnomalyKey.Of).OfType<AnomalyKey>().ToHashSet();
        if (form["confirme"] != "oui")
        {
            return keys.Count == 0
                ? await AnomaliesActs.PageAsync(request, http, query, [new Problem("quality.nothing-chosen", null)], cancel)
                : Preview(view, request, act, keys, [], "");
        }

        var outcome = act == ManyAct.Ask
            ? await ask.RunAsync(http.SignedIn(), year, [.. keys.Select(k => new AskedAnomaly(k, null))], form[AskAnomalies.DueField], form.Key, cancel)
            : await decide.RunAsync(
                http.SignedIn(), year, [.. keys], act == ManyAct.FalseAlarm ? AnomalyDecision.FalseAlarm : AnomalyDecision.Explained, "", form.Key, cancel);
        return outcome is Outcome<AnomaliesTreated>.Refused refused
            ? Preview(view, request, act, keys, refused.Problems, form[AskAnomalies.DueField])
            : outcome.ToPage(
                done => Page.GoTo(
                    $"/qualite/{year}{AnomalyAddress.QueryOf(request)}", $"quality.many.{act}.done",
                    Texts.T.Plural("quality.count", done.Anomalies), Texts.T.Plural("quality.in-bodies", done.Bodies)),
                _ => Page.Missing());
    }

    /// <summary>Whether an act can be done to an anomaly by whoever looks.</summary>
    public static bool Fits(ManyAct act, AnomalyLine line) => line.MayReview && act switch
    {
        ManyAct.Ask => line.State.MayBeAsked() && line.State != AnomalyState.Answered && line.Question is not null,
        ManyAct.FalseAlarm => line.State.MayBeDecided(),
        _ => line.State.MayBeDecided() && line.State != AnomalyState.Answered && line.Earlier is not null,
    };

    private static IResult Preview(AnomaliesView view, AnomalyRequest request, ManyAct act, HashSet<AnomalyKey> keys, IReadOnlyList<Problem> problems, string due)
    {
        var chosen = view.All.Where(l => keys.Contains(l.Key)).ToList();
        return Page.Of<ManyAnomaliesPage>(
            new
            {
                View = view, Request = request, Act = act, Done = chosen.Where(l => Fits(act, l)).ToList(), Left = chosen.Where(l => !Fits(act, l)).ToList(), Problems = problems, Due = due,
            },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
