using Responsables.App.OpenData;
using Responsables.App.Organizations;
using Responsables.App.Publications;
using Responsables.Domain.Frameworks;
using Responsables.Reports.Charts;
using Responsables.Web.Charts;
using Responsables.Web.Platform;

namespace Responsables.Web.Public;

/// <summary>A published indicator: its page, its files, its pictures, and the small page that other sites may show.</summary>
internal static class IndicatorActs
{
    public static async Task<IResult> ShowAsync(int year, string code, string? carte, HttpContext http, PublicEditions editions, Geography geography, Instance instance, CancellationToken cancel)
    {
        if (await FindAsync(year, code, editions, cancel) is not { } read)
        {
            return Page.Missing();
        }

        var isDepartments = carte == ResultCharts.Departments;
        var map = ResultCharts.Map(read, geography, isDepartments);
        var other = ResultCharts.Map(read, geography, !isDepartments);
        return await PublicAnswer.PageAsync(editions, http, () => Page.Of<IndicatorResultPage>(
            new { Read = read, Map = map, IsDepartments = isDepartments, HasOtherMap = other is not null, Site = instance.Site(http.Request) }));
    }

    public static async Task<IResult> CsvAsync(int year, string code, PublicEditions editions, CancellationToken cancel) =>
        await FindAsync(year, code, editions, cancel) is { } read
            ? PublicAnswer.File(DataTables.Figures.Csv(DataRows.Figures(read.Edition, read.Indicator.Code)), "text/csv; charset=utf-8", $"{code}-{year}.csv", $"{read.Edition.Seal} {code} csv", false)
            : Page.Missing();

    public static async Task<IResult> JsonAsync(int year, string code, PublicEditions editions, CancellationToken cancel) =>
        await FindAsync(year, code, editions, cancel) is { } read
            ? PublicAnswer.File(IndicatorJson.Of(read.Edition, read.Indicator), "application/json", $"{code}-{year}.json", $"{read.Edition.Seal} {code} json", false)
            : Page.Missing();

    public static async Task<IResult> DrawSeriesAsync(int year, string code, HttpContext http, PublicEditions editions, ChartPictures pictures, CancellationToken cancel) =>
        await FindAsync(year, code, editions, cancel) is { } read && ResultCharts.Trend(read) is { } chart
            ? await DrawAsync(read, chart, ResultCharts.TitleOf(chart), pictures, http)
            : Page.Missing();

    public static async Task<IResult> DrawMapAsync(
        int year, string code, string? carte, HttpContext http, PublicEditions editions, Geography geography, ChartPictures pictures, CancellationToken cancel) =>
        await FindAsync(year, code, editions, cancel) is { } read && ResultCharts.Map(read, geography, carte == ResultCharts.Departments) is { } map
            ? await DrawAsync(read, map, ResultCharts.TitleOf(map), pictures, http)
            : Page.Missing();

    /// <summary>The only page that other sites may show within theirs.</summary>
    public static async Task<IResult> EmbedAsync(int year, string code, HttpContext http, PublicEditions editions, Instance instance, CancellationToken cancel)
    {
        if (await FindAsync(year, code, editions, cancel) is not { } read)
        {
            return Page.Missing();
        }

        http.OpenToFrames();
        return await PublicAnswer.PageAsync(editions, http, () => Page.Of<EmbedPage>(new { Read = read, Site = instance.Site(http.Request) }));
    }

    private static async Task<FigureRead?> FindAsync(int year, string code, PublicEditions editions, CancellationToken cancel) =>
        await editions.OfYearAsync(year, cancel) is { } edition && edition.Indicators.GetValueOrDefault(new IndicatorCode(code)) is { } indicator
            ? new FigureRead(edition, edition.Root, indicator) : null;

    private static async Task<IResult> DrawAsync(FigureRead read, ChartSpec chart, string title, ChartPictures pictures, HttpContext http)
    {
        var picture = await pictures.SvgAsync(chart, title, http);
        return PublicAnswer.Made(read.Edition, () => picture);
    }
}
