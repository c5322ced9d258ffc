using System.Globalization;
using Responsables.App.Quality;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Web.Platform;

namespace Responsables.Web.Quality;

/// <summary>The rules: what each found, how often for nothing, and how it is set.</summary>
internal static class RulesActs
{
    public static async Task<IResult> ShowAsync(int year, HttpContext http, AnomaliesQuery query, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), new AnomalyRequest { Year = year, IsWhole = true }, cancel) is { } view ? Page.Of<RulesPage>(new { View = view }) : Page.Missing();

    public static async Task<IResult> AskAsync(int year, string rule, TuneRule tune, CancellationToken cancel)
    {
        if (await tune.FindAsync(year, rule, cancel) is not { } found)
        {
            return Page.Missing();
        }

        var tuning = found.Set.Tunings.GetValueOrDefault(rule);
        var input = new RuleInput(
            tuning is not { IsOff: true }, found.Rule.Settings.ToDictionary(s => s.Key, s => NumberInput.Canonical(s.Value).Replace('.', ',')), tuning?.Version ?? 0);
        return Page.Of<RulePage>(new { Year = year, found.Rule, Input = input });
    }

    public static async Task<IResult> TuneAsync(int year, string rule, Form form, HttpContext http, TuneRule tune, CancellationToken cancel)
    {
        if (await tune.FindAsync(year, rule, cancel) is not { } found)
        {
            return Page.Missing();
        }

        var input = new RuleInput(
            form["parle"] == "oui", found.Rule.Settings.Keys.ToDictionary(name => name, name => form[name]),
            int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1);
        if (form["quoi"] == "essai")
        {
            return (await tune.TryAsync(http.SignedIn(), year, rule, input, cancel)).ToPage(
                effect => Page.Of<RulePage>(new { Year = year, found.Rule, Input = input, Effect = effect }), problems => Again(problems));
        }

        return (await tune.RunAsync(http.SignedIn(), year, rule, input, form.Key, cancel)).ToPage(
            _ => Page.GoTo(AnomalyAddress.Rules(year), "quality.rule.tuned", found.Rule.Title), problems => Again(problems));

        IResult Again(IReadOnlyList<Problem> problems) => Page.Refused<RulePage>(new { Year = year, found.Rule, Input = input, Problems = problems });
    }
}
