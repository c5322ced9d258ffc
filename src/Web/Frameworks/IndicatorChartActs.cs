using Responsables.App.Consolidation;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Reports.Charts;
using Responsables.Web.Charts;
using Responsables.Web.Platform;

namespace Responsables.Web.Frameworks;

/// <summary>The charts of an indicator's page, as pictures.</summary>
internal static class IndicatorChartActs
{
    public static async Task<IResult> DrawDistributionAsync(
        string code, string indicator, int? version, HttpContext http, FrameworkQuery query, IndicatorResultsQuery results, ChartPictures pictures, CancellationToken cancel) =>
        await query.FindWithAsync(new FrameworkCode(code), new IndicatorCode(indicator), version, cancel) is { } view && view.Framework.FindIndicator(new IndicatorCode(indicator)) is { } found
        && await results.RunAsync(http.SignedIn(), view.Framework.Code, found.Code, cancel) is { } there
        && IndicatorCharts.Distribution(view.Framework, found, there) is { } chart
            ? await pictures.SvgAsync(chart, IndicatorCharts.TitleOf(chart), http)
            : Page.Missing();

    public static async Task<IResult> DrawMapAsync(
        string code, string indicator, int? version, string? carte, HttpContext http, FrameworkQuery query, IndicatorResultsQuery results,
        IndicatorTerritoriesQuery territories, ChartPictures pictures, CancellationToken cancel) =>
        await query.FindWithAsync(new FrameworkCode(code), new IndicatorCode(indicator), version, cancel) is { } view && view.Framework.FindIndicator(new IndicatorCode(indicator)) is { } found
        && await TerritoriesAsync(http.SignedIn(), await results.RunAsync(http.SignedIn(), view.Framework.Code, found.Code, cancel), found, carte, territories, cancel) is { } there
        && IndicatorCharts.Map(view.Framework, found, there) is var map
            ? await pictures.SvgAsync(map, IndicatorCharts.TitleOf(map), http)
            : Page.Missing();

    /// <summary>The figures of the map of a page, of the year that its results are about.</summary>
    public static async Task<IndicatorTerritories?> TerritoriesAsync(
        Actor actor, IndicatorResults? results, Indicator indicator, string? division, IndicatorTerritoriesQuery query, CancellationToken cancel) =>
        results?.Latest is var (campaign, _) ? await query.RunAsync(actor, campaign, indicator.Code, IndicatorCharts.DivisionOf(division), cancel) : null;
}
