using Responsables.App.Publications;
using Responsables.App.Publications.Texts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Charts;
using Responsables.Web.Platform;

namespace Responsables.Web.Publications;

/// <summary>The texts of yearly reports: written, compared, signed off.</summary>
internal static class ReportsActs
{
    public const string VersionField = "version", CompareName = "avec";

    public static string UrlOf(int year, NodeKey node) => $"/rapports/{year}/{node}";

    public static string UrlOf(int year, NodeKey node, string section) => $"/rapports/{year}/{node}/{section}";

    public static string ChartUrlOf(int year, NodeKey node, IndicatorCode indicator) => $"/rapports/{year}/{node}/graphiques/{indicator}.svg";

    public static string PreviewUrlOf(int year, NodeKey node) => $"{UrlOf(year, node)}/apercu.pdf";

    public static async Task<IResult> ShowLatestAsync(HttpContext http, ReportsQuery reports, ReportOutline outline, CancellationToken cancel) =>
        await outline.YearsAsync(cancel) is [var latest, ..] ? await ListAsync(latest, http, reports, outline, cancel) : Page.Missing();

    public static async Task<IResult> ListAsync(int year, HttpContext http, ReportsQuery reports, ReportOutline outline, CancellationToken cancel) =>
        await outline.YearsAsync(cancel) is var years && years.Contains(year)
            ? Page.Of<ReportsPage>(new { Year = year, Years = (IReadOnlyList<int>)years, Reports = await reports.OfYearAsync(http.SignedIn(), year, cancel) })
            : Page.Missing();

    public static async Task<IResult> ShowAsync(int year, string node, HttpContext http, ReportsQuery reports, CancellationToken cancel) =>
        await reports.FindAsync(http.SignedIn(), year, new NodeKey(node), cancel) is { } read ? Page.Of<ReportPage>(new { Read = read }) : Page.Missing();

    public static async Task<IResult> OpenAsync(int year, string node, string section, HttpContext http, ReportsQuery reports, CancellationToken cancel) =>
        await reports.FindAsync(http.SignedIn(), year, new NodeKey(node), section, cancel) is { } read
            ? Page.Of<SectionPage>(new { Read = read, Compared = int.TryParse(http.Request.Query[CompareName], out var version) ? version : (int?)null })
            : Page.Missing();

    /// <summary>The whole report as it would be today.</summary>
    public static async Task<IResult> PreviewAsync(int year, string node, HttpContext http, PreviewReport preview, ReportsQuery reports, CancellationToken cancel)
    {
        var key = new NodeKey(node);
        switch (await preview.RunAsync(http.SignedIn(), year, key, cancel))
        {
            case Outcome<ExportedFile>.Done { Value: var file }:
                return Results.File(file.Bytes, file.MediaType, file.Name);
            case Outcome<ExportedFile>.Refused refused when await reports.FindAsync(http.SignedIn(), year, key, cancel) is { } read:
                http.RequestServices.GetRequiredService<Visit>().StandsAt = (UrlOf(year, key), "");
                return Page.Refused<ReportPage>(new { Read = read, refused.Problems });
            default:
                return Page.Missing();
        }
    }

    /// <summary>The chart that a text may place, as a picture.</summary>
    public static async Task<IResult> ChartAsync(int year, string node, string indicator, HttpContext http, ReportsQuery reports, ChartPictures pictures, CancellationToken cancel) =>
        await reports.FindAsync(http.SignedIn(), year, new NodeKey(node), ReportOutline.Foreword, cancel) is { } read && read.ChartOf(new IndicatorCode(indicator)) is { } chart
            ? await pictures.SvgAsync(chart.Spec, chart.Title, http)
            : Page.Missing();

    public static async Task<IResult> WriteAsync(int year, string node, string section, Form form, HttpContext http, WriteReport write, ReportsQuery reports, CancellationToken cancel)
    {
        var key = new NodeKey(node);
        var outcome = await write.WriteAsync(http.SignedIn(), year, key, section, form[WriteReport.TextField], VersionOf(form), form.Key, cancel);
        return await AfterAsync(outcome, "publications.text.kept", year, key, section, form, http, reports, cancel);
    }

    public static async Task<IResult> SignAsync(int year, string node, string section, Form form, HttpContext http, WriteReport write, ReportsQuery reports, CancellationToken cancel)
    {
        var key = new NodeKey(node);
        var outcome = await write.SignAsync(http.SignedIn(), year, key, section, VersionOf(form), form.Key, cancel);
        return await AfterAsync(outcome, "publications.text.signed", year, key, section, null, http, reports, cancel);
    }

    private static int VersionOf(Form form) => int.TryParse(form[VersionField], out var version) ? version : 0;

    // What was typed is shown again whatever came of it: somebody else's text never takes its place unseen.
    private static async Task<IResult> AfterAsync(
        Outcome<TextKept> outcome, string notice, int year, NodeKey node, string section, Form? form, HttpContext http, ReportsQuery reports, CancellationToken cancel)
    {
        var problems = outcome switch { Outcome<TextKept>.Refused refused => refused.Problems, Outcome<TextKept>.Stale stale => stale.Problems, _ => [] };
        if (problems.Count > 0 && await reports.FindAsync(http.SignedIn(), year, node, section, cancel) is { } read)
        {
            http.RequestServices.GetRequiredService<Visit>().StandsAt = (UrlOf(year, node, section), "");
            return Page.Of<SectionPage>(
                new { Read = read, Problems = problems, Typed = form?[WriteReport.TextField] },
                outcome is Outcome<TextKept>.Stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
        }

        return outcome.ToPage(_ => Page.GoTo(UrlOf(year, node, section), notice), _ => Page.Missing());
    }
}
