using Responsables.App.Submissions;
using Responsables.App.Workbooks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Workbooks;

/// <summary>Bringing the workbook of one body back.</summary>
internal static class BringActs
{
    public static string UrlOf(Guid id) => $"/dossiers/{id}/classeur";

    public static async Task<IResult> ShowAsync(Guid id, HttpContext http, SubmissionQuery query, CancellationToken cancel) =>
        await ViewAsync(id, http, query, cancel) is { } view ? Page.Of<BringPage>(new { View = view }) : Page.Missing();

    public static async Task<IResult> SendAsync(Guid id, Form form, HttpContext http, SubmissionQuery query, UploadWorkbook upload, CancellationToken cancel)
    {
        if (await ViewAsync(id, http, query, cancel) is not { } view)
        {
            return Page.Missing();
        }

        return await Uploading.SendAsync(
            form, new WorkbookTarget(view.Dossier.Campaign.Year, id), http, upload, sent => $"{UrlOf(id)}/{sent}",
            problems => Page.Refused<BringPage>(new { View = view, Problems = problems }), cancel);
    }

    public static async Task<IResult> PreviewAsync(Guid id, Guid upload, HttpContext http, UploadWorkbook uploads, SubmissionQuery query, CancellationToken cancel) =>
        await ViewAsync(id, http, query, cancel) is { } view
            ? await Uploading.ShowAsync(http, uploads, upload, t => t.SubmissionId == id, Around(view), cancel)
            : Page.Missing();

    public static async Task<IResult> TakeAsync(Guid id, Guid upload, Form form, HttpContext http, UploadWorkbook uploads, SubmissionQuery query, CancellationToken cancel) =>
        await ViewAsync(id, http, query, cancel) is { } view
            ? await Uploading.TakeAsync(form, http, uploads, upload, t => t.SubmissionId == id, Around(view), cancel)
            : Page.Missing();

    private static Around Around(SubmissionView view) => new(
        UrlOf(view.Dossier.Submission.Id), $"/dossiers/{view.Dossier.Submission.Id}", Texts.T["submissions.title", view.Dossier.Submission.ShortName, view.Dossier.Campaign.Year]);

    // Those who answer the dossier, whole or some questions of it.
    private static async Task<SubmissionView?> ViewAsync(Guid id, HttpContext http, SubmissionQuery query, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), id, cancel) is { } view && (view.Assigned is not null || http.SignedIn().May(Permission.EnterAnswers, view.Dossier.Place)) ? view : null;
}
