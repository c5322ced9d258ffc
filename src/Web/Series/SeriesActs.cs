using System.Globalization;
using System.Text;
using Responsables.App.Dashboards;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Reports.Charts;
using Responsables.Web.Charts;
using Responsables.Web.Consolidation;
using Responsables.Web.Platform;

namespace Responsables.Web.Series;

/// <summary>The series of an indicator at a node: the page, its charts as pictures, and its values as a file.</summary>
internal static class SeriesActs
{
    public static async Task<IResult> ShowAsync(
        string node, string indicator, HttpContext http, SeriesSheetQuery query, BranchSeriesQuery branches, CancellationToken cancel) =>
        await FindAsync(node, indicator, http, query, cancel) is { } sheet
            ? Page.Of<SeriesPage>(new { Sheet = sheet, Branches = await branches.RunAsync(http.SignedIn(), sheet, cancel), Query = http.Request.QueryString.ToString() })
            : Page.Missing();

    public static async Task<IResult> DrawBranchesAsync(
        string node, string indicator, HttpContext http, SeriesSheetQuery query, BranchSeriesQuery branches, ChartPictures pictures, CancellationToken cancel) =>
        await FindAsync(node, indicator, http, query, cancel) is { } sheet && await branches.RunAsync(http.SignedIn(), sheet, cancel) is { Count: > 1 } read
            ? await pictures.SvgAsync(SeriesCharts.Multiples(sheet, read), SeriesWords.BranchesTitle(sheet, read), http)
            : Page.Missing();

    public static async Task<IResult> DrawAsync(
        string node, string indicator, HttpContext http, SeriesSheetQuery query, ChartPictures pictures, CancellationToken cancel) =>
        await FindAsync(node, indicator, http, query, cancel) is { } sheet
            ? await pictures.SvgAsync(SeriesCharts.Trend(sheet), SeriesWords.TrendTitle(sheet), http)
            : Page.Missing();

    public static async Task<IResult> DrawVariationAsync(
        string node, string indicator, HttpContext http, SeriesSheetQuery query, ChartPictures pictures, CancellationToken cancel) =>
        await FindAsync(node, indicator, http, query, cancel) is { Variation: { Effects: not null } variation } sheet
            ? await pictures.SvgAsync(SeriesCharts.Waterfall(sheet, variation), SeriesWords.VariationTitle(variation), http)
            : Page.Missing();

    public static async Task<IResult> DownloadAsync(string node, string indicator, HttpContext http, SeriesSheetQuery query, CancellationToken cancel) =>
        await FindAsync(node, indicator, http, query, cancel) is { } sheet
            ? Results.File(Encoding.UTF8.GetBytes(SeriesCsv.Of(sheet)), "text/csv; charset=utf-8", $"{sheet.Indicator.Code}-{sheet.Node}.csv")
            : Page.Missing();

    private static async Task<SeriesSheet?> FindAsync(string node, string indicator, HttpContext http, SeriesSheetQuery query, CancellationToken cancel)
    {
        var asked = http.Request.Query;
        string? Word(string name) => asked[name].ToString() is { Length: > 0 } word ? word : null;
        int? Year(string name) => int.TryParse(asked[name], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
        return FigureUrls.LevelOf(Word(FigureUrls.LevelName)) is { } level
            ? await query.RunAsync(
                http.SignedIn(),
                new SeriesSheetRequest(
                    new IndicatorCode(indicator), new NodeKey(node), level, Word(SeriesUrls.OutputName), Word(SeriesUrls.CellName) is { } cell ? new CellKey(cell) : null,
                    Word(SeriesUrls.AcrossName) != SeriesUrls.Alone, Year(SeriesUrls.FromName), Year(SeriesUrls.ToName)),
                cancel)
            : null;
    }
}
