using Responsables.App.Workbooks;
using Responsables.Web.Platform;

namespace Responsables.Web.Workbooks;

/// <summary>The workbook of many bodies: a fund takes it away to read, the federation brings it back.</summary>
internal static class ManyActs
{
    public static string UrlOf(int year) => $"/campagnes/{year}/classeurs";

    public static async Task<IResult> ShowAsync(int year, HttpContext http, WorkbookScopes scopes, CancellationToken cancel) =>
        await scopes.RunAsync(http.SignedIn(), year, cancel) is { Count: > 0 } found ? Page.Of<ManyPage>(new { Year = year, Scopes = found }) : Page.Missing();

    public static async Task<IResult> SendAsync(int year, Form form, HttpContext http, WorkbookScopes scopes, UploadWorkbook upload, CancellationToken cancel)
    {
        var found = await scopes.RunAsync(http.SignedIn(), year, cancel);
        return found.Count == 0
            ? Page.Missing()
            : await Uploading.SendAsync(
                form, new WorkbookTarget(year, null), http, upload, sent => $"{UrlOf(year)}/{sent}",
                problems => Page.Refused<ManyPage>(new { Year = year, Scopes = found, Problems = problems }), cancel);
    }

    public static Task<IResult> PreviewAsync(int year, Guid upload, HttpContext http, UploadWorkbook uploads, CancellationToken cancel) =>
        Uploading.ShowAsync(http, uploads, upload, t => t.SubmissionId is null && t.Year == year, Around(year), cancel);

    public static Task<IResult> TakeAsync(int year, Guid upload, Form form, HttpContext http, UploadWorkbook uploads, CancellationToken cancel) =>
        Uploading.TakeAsync(form, http, uploads, upload, t => t.SubmissionId is null && t.Year == year, Around(year), cancel);

    private static Around Around(int year) => new(UrlOf(year), $"/campagnes/{year}", Texts.T["campaigns.year", year]);
}
