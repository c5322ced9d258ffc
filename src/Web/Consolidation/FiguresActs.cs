using System.Text;
using Responsables.App.Consolidation;
using Responsables.App.Dashboards;
using Responsables.App.Evidence;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Web.Platform;
using Responsables.Web.Series;

namespace Responsables.Web.Consolidation;

/// <summary>Reading figures: the dashboard of a node, a figure opened, the list of nodes.</summary>
internal static class FiguresActs
{
    public static async Task<IResult> ShowOwnAsync(HttpContext http, DashboardQuery query, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), new DashboardRequest(null, null, FigureLevel.Validated, null), cancel) is { } dashboard
            ? Page.GoTo(FigureUrls.Node(dashboard.Campaign.Year, dashboard.Node))
            : Page.Of<NoFiguresPage>();

    public static async Task<IResult> ShowNodeAsync(
        int year, string node, string? niveau, string? indicateur, string? tri, string? lecture, HttpContext http, DashboardQuery query, CancellationToken cancel)
    {
        if (FigureUrls.LevelOf(niveau) is not { } level || SeriesUrls.ReadingOf(lecture) is not { } reading)
        {
            return Page.Missing();
        }

        IndicatorCode? indicator = string.IsNullOrEmpty(indicateur) ? null : new IndicatorCode(indicateur);
        var dashboard = await query.RunAsync(http.SignedIn(), new DashboardRequest(year, new NodeKey(node), level, indicator, reading), cancel);
        return dashboard is null ? Page.Missing() : Page.Of<DashboardPage>(new { Dashboard = dashboard, Sort = tri });
    }

    public static async Task<IResult> ShowTerritoriesAsync(int year, HttpContext http, TerritoriesQuery query, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), year, cancel) is { } territories
            ? Page.Of<TerritoriesPage>(new { Territories = territories })
            : Page.Missing();

    public static async Task<IResult> OpenAsync(
        int year, string node, string indicator, string? niveau, int? page, HttpContext http, OpenedFigureQuery query, EvidenceQuery evidence, CancellationToken cancel) =>
        await FindAsync(year, node, indicator, niveau, http, query, cancel) is { } figure
            ? Page.Of<OpenedFigurePage>(new { Opened = figure, PageNumber = page ?? 1, Pieces = await PiecesAsync(figure, http, evidence, cancel) })
            : Page.Missing();

    // What stands beside the answers of a body is shown where the body is the whole figure; elsewhere its name leads there.
    private static async Task<IReadOnlyList<TiedPiece>> PiecesAsync(OpenedFigure figure, HttpContext http, EvidenceQuery evidence, CancellationToken cancel) =>
        figure.Contributions is [{ } alone] && alone.Body.Node == figure.Node
            ? [.. (await evidence.OfIndicatorAsync(http.SignedIn(), alone.Submission, figure.Indicator, cancel)).SelectMany(p => p)]
            : [];

    public static async Task<IResult> DownloadAsync(
        int year, string node, string indicator, string? niveau, HttpContext http, OpenedFigureQuery query, CancellationToken cancel) =>
        await FindAsync(year, node, indicator, niveau, http, query, cancel) is { } figure
            ? Results.File(Encoding.UTF8.GetBytes(ContributionsCsv.Of(figure)), "text/csv; charset=utf-8", $"{figure.Indicator.Code}-{figure.Node}-{year}.csv")
            : Page.Missing();

    private static async Task<OpenedFigure?> FindAsync(
        int year, string node, string indicator, string? niveau, HttpContext http, OpenedFigureQuery query, CancellationToken cancel) =>
        FigureUrls.LevelOf(niveau) is { } level
            ? await query.RunAsync(http.SignedIn(), year, new NodeKey(node), new IndicatorCode(indicator), level, cancel)
            : null;
}
