using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Responsables.App.Reviews;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Reviews;

/// <summary>Validating several dossiers at once: choose, see what it will do, confirm; then take it back.</summary>
internal static class BulkActs
{
    public const string WithoutRemark = "sans-remarque";
    public const string All = "tout";

    public static async Task<IResult> ValidateAsync(
        int year, Form form, HttpContext http, ReviewDeskQuery desk, ValidateMany validate, CancellationToken cancel)
    {
        var scope = form["quoi"] == All ? BulkScope.All : BulkScope.WithoutRemark;
        if (form["confirme"] != "oui")
        {
            return await ChooseAsync(year, scope, form, http, desk, validate, cancel);
        }

        var versions = Ids(form).ToDictionary(id => id, id => int.TryParse(form[$"v.{id}"], CultureInfo.InvariantCulture, out var version) ? version : -1);
        var outcome = await validate.RunAsync(http.SignedIn(), year, versions, scope, form.Key, cancel);
        return outcome switch
        {
            Outcome<ManyValidated>.Done done => Page.GoTo(
                $"/examen/lots/{done.Value.Batch}", "reviews.bulk.done",
                Texts.T.Plural("reviews.done.validated", done.Value.Blocks), Texts.T.Plural("reviews.bulk.in", done.Value.Submissions)),
            Outcome<ManyValidated>.Refused refused => await PreviewAsync(year, scope, versions.Keys, http, validate, refused.Problems, 422, cancel),
            Outcome<ManyValidated>.Stale stale => await PreviewAsync(year, scope, versions.Keys, http, validate, stale.Problems, 409, cancel),
            _ => Page.Missing(),
        };
    }

    public static async Task<IResult> ShowAsync(Guid id, HttpContext http, UndoBatch undo, CancellationToken cancel) =>
        await undo.FindAsync(http.SignedIn(), id, cancel) is { } view ? Page.Of<BatchPage>(new { View = view }) : Page.Missing();

    public static async Task<IResult> UndoAsync(Guid id, Form form, HttpContext http, UndoBatch undo, CancellationToken cancel)
    {
        var outcome = await undo.RunAsync(http.SignedIn(), id, Ids(form), form.Key, cancel);
        return outcome is Outcome<BatchUndone>.Refused refused && await undo.FindAsync(http.SignedIn(), id, cancel) is { } view
            ? Page.Refused<BatchPage>(new { View = view, refused.Problems })
            : outcome.ToPage(
                done => Page.GoTo(
                    $"/examen/lots/{id}", "reviews.batch.undone",
                    Texts.T.Plural("reviews.batch.undone.blocks", done.Blocks), Texts.T.Plural("reviews.bulk.in", done.Submissions)),
                _ => Page.Missing());
    }

    private static async Task<IResult> ChooseAsync(
        int year, BulkScope scope, Form form, HttpContext http, ReviewDeskQuery desk, ValidateMany validate, CancellationToken cancel)
    {
        var request = DeskAddress.Of(year, QueryHelpers.ParseQuery(form["filtre"]));
        var ids = form["entier"] == "oui"
            ? (await desk.RunAsync(http.SignedIn(), request, cancel))?.Found.Select(l => l.Id).ToList() ?? []
            : Ids(form);
        return ids.Count == 0
            ? await DeskActs.PageAsync(request, http, desk, [new Problem("reviews.nothing-chosen", null)], "", cancel)
            : await PreviewAsync(year, scope, ids, http, validate, [], StatusCodes.Status200OK, cancel);
    }

    private static async Task<IResult> PreviewAsync(
        int year, BulkScope scope, IReadOnlyCollection<Guid> ids, HttpContext http, ValidateMany validate, IReadOnlyList<Problem> problems, int status,
        CancellationToken cancel) =>
        await validate.PreviewAsync(http.SignedIn(), year, ids, scope, cancel) is { } preview
            ? Page.Of<BulkPage>(new { Preview = preview, Problems = problems }, status)
            : Page.Missing();

    private static List<Guid> Ids(Form form) => [.. form.All("dossier").Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).Distinct()];
}
