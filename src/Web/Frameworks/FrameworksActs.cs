using Responsables.App.Consolidation;
using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;
using Responsables.Web.Platform;

namespace Responsables.Web.Frameworks;

/// <summary>Reading frameworks.</summary>
internal static class FrameworksActs
{
    public static async Task<IResult> ListAsync(FrameworkQuery query, CancellationToken cancel) =>
        Page.Of<FrameworksPage>(new { Views = await query.AllAsync(cancel) });

    public static async Task<IResult> ShowAsync(string code, int? version, FrameworkQuery query, CrosswalkQuery crosswalks, CancellationToken cancel) =>
        await query.FindAsync(new FrameworkCode(code), version, cancel) is { } view
            ? Page.Of<FrameworkPage>(new
            {
                View = view,
                Supplements = await query.SupplementsAsync(view.Framework.Code, cancel),
                Crosswalks = crosswalks.Of(view),
            })
            : Page.Missing();

    public static async Task<IResult> ShowSheetAsync(
        string code, string topic, int? version, HttpContext http, FrameworkQuery query, FrameworkPlacesQuery places, CancellationToken cancel) =>
        await query.FindAsync(new FrameworkCode(code), version, cancel) is { } view && view.Framework.Topics.FirstOrDefault(t => t.Code == topic) is { } found
            ? Page.Of<SheetPage>(new { View = view, Topic = found, Places = await places.RunAsync(http.SignedIn(), view.Framework.Code, cancel) })
            : Page.Missing();

    public static async Task<IResult> ShowIndicatorAsync(
        string code, string indicator, int? version, string? carte, HttpContext http, FrameworkQuery query, IndicatorResultsQuery results,
        IndicatorTerritoriesQuery territories, CancellationToken cancel)
    {
        var asked = new IndicatorCode(indicator);
        if (await query.FindWithAsync(new FrameworkCode(code), asked, version, cancel) is not { } view || view.Framework.FindIndicator(asked) is not { } found)
        {
            return Page.Missing();
        }

        var figures = await results.RunAsync(http.SignedIn(), view.Framework.Code, found.Code, cancel);
        return Page.Of<IndicatorPage>(new
        {
            View = view,
            Indicator = found,
            Same = await query.SameAsync(view, found, cancel),
            Results = figures,
            Territories = await IndicatorChartActs.TerritoriesAsync(http.SignedIn(), figures, found, carte, territories, cancel),
        });
    }
}
