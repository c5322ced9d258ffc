using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Frameworks;

/// <summary>Deciding which indicators are priority.</summary>
internal static class PrioritiesActs
{
    public static async Task<IResult> ShowAsync(string code, FrameworkQuery query, CancellationToken cancel) =>
        await query.FindAsync(new FrameworkCode(code), null, cancel) is { } view
            ? Page.Of<PrioritiesPage>(new { View = view })
            : Page.Missing();

    public static async Task<IResult> ChangeAsync(
        string code, Form form, HttpContext http, ChangePriorities change, FrameworkQuery query, CancellationToken cancel)
    {
        if (await query.FindAsync(new FrameworkCode(code), null, cancel) is not { } view || !int.TryParse(form["version"], out var version))
        {
            return Page.Missing();
        }

        var outcome = await change.RunAsync(http.SignedIn(), WantedOf(view.Framework, version, form), form.Key, cancel);
        return outcome.ToPage(
            made => Page.GoTo(FrameworkUrls.Framework(view.Framework), "frameworks.priorities.done", made.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            problems => Page.Refused<PrioritiesPage>(new { View = view, Problems = problems }));
    }

    private static PrioritiesWanted WantedOf(Framework framework, int version, Form form)
    {
        var confirmed = form.All("confirm").Select(c => new IndicatorCode(c)).ToHashSet();
        var wanted = new Dictionary<IndicatorCode, Priority>();
        foreach (var indicator in framework.Indicators)
        {
            if (form.Choice<Priority>(FieldOf(indicator)) is { } priority)
            {
                wanted[indicator.Code] = priority;
            }
        }

        return new PrioritiesWanted(framework.Code, version, wanted, confirmed);
    }

    /// <summary>Name of the field of an indicator.</summary>
    public static string FieldOf(Indicator indicator) => $"p-{indicator.Code}";
}
