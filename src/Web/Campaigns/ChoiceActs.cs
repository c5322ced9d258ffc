using Responsables.App.Campaigns;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>Choosing the optional indicators of a branch.</summary>
internal static class ChoiceActs
{
    public static async Task<IResult> ShowAsync(HttpContext http, OptionalQuery query, string? referentiel, string? branche, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), CodeOf(referentiel), branche, cancel) is { } choices
            ? Page.Of<ChoicePage>(new { Choices = choices })
            : referentiel is null && branche is null ? Page.Of<NoBranchPage>() : Page.Missing();

    public static async Task<IResult> ChooseAsync(Form form, HttpContext http, ChooseOptional choose, OptionalQuery query, CancellationToken cancel)
    {
        var (code, branch) = (new FrameworkCode(form["referentiel"]), form["branche"]);
        var ticked = form.All("indicateur").Select(i => new IndicatorCode(i)).ToHashSet();
        var outcome = await choose.RunAsync(http.SignedIn(), code, branch, ticked, form["sceau"], form.Key, cancel);
        if (outcome is Outcome<OptionalChosen>.Done done)
        {
            return Page.GoTo(
                $"/campagnes/choix?referentiel={Uri.EscapeDataString(code.Value)}&branche={Uri.EscapeDataString(branch)}", "campaigns.choice.done",
                Texts.T.Plural("campaigns.choice.count", done.Value.Indicators), branch);
        }

        if (outcome is Outcome<OptionalChosen>.Missing || await query.RunAsync(http.SignedIn(), code, branch, cancel) is not { } choices)
        {
            return Page.Missing();
        }

        return outcome is Outcome<OptionalChosen>.Refused refused
            ? Page.Refused<ChoicePage>(new { Choices = choices, Ticked = ticked, refused.Problems })
            : Page.Of<ChoicePage>(
                new { Choices = choices, Ticked = ticked, ((Outcome<OptionalChosen>.Stale)outcome).Problems }, StatusCodes.Status409Conflict);
    }

    private static FrameworkCode? CodeOf(string? text) => text is { Length: > 0 } ? new FrameworkCode(text) : null;
}
