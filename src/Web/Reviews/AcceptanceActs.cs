using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Reviews;

/// <summary>The federation's acceptance: choose, see what it will do, confirm.</summary>
internal static class AcceptanceActs
{
    public const string All = "tous";

    public static Task<IResult> ShowLatestAsync(HttpContext http, AcceptanceQuery query, int? page, CancellationToken cancel) =>
        PageAsync(null, http, query, page ?? 1, [], cancel);

    public static Task<IResult> ShowAsync(int year, HttpContext http, AcceptanceQuery query, int? page, CancellationToken cancel) =>
        PageAsync(year, http, query, page ?? 1, [], cancel);

    public static async Task<IResult> AcceptAsync(
        int year, Form form, HttpContext http, AcceptanceQuery query, AcceptSubmission accept, CancellationToken cancel)
    {
        if (await query.RunAsync(http.SignedIn(), year, cancel) is not { } view)
        {
            return Page.Missing();
        }

        var ticked = form.All("dossier").Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).ToHashSet();
        if (form["confirme"] != "oui")
        {
            IReadOnlyList<SubmissionLine> chosen = form["quoi"] == All ? view.Ready : [.. view.Ready.Where(l => ticked.Contains(l.Id))];
            return chosen.Count == 0
                ? await PageAsync(year, http, query, 1, [new Problem("reviews.nothing-chosen", null)], cancel)
                : Page.Of<AcceptConfirmPage>(new { View = view, Chosen = chosen });
        }

        var outcome = await accept.RunAsync(http.SignedIn(), [.. ticked], form.Key, cancel);
        return outcome is Outcome<Accepted>.Refused refused
            ? await PageAsync(year, http, query, 1, refused.Problems, cancel)
            : outcome.ToPage(
                done => Page.GoTo($"/acceptation/lots/{done.Batch}", "reviews.accept.done", Texts.T.Plural("reviews.accept.count", done.Submissions)),
                _ => Page.Missing());
    }

    public static async Task<IResult> ShowBatchAsync(Guid id, HttpContext http, UndoAcceptance undo, CancellationToken cancel) =>
        await undo.FindAsync(http.SignedIn(), id, cancel) is { } view ? Page.Of<AcceptedPage>(new { View = view, Batch = id }) : Page.Missing();

    public static async Task<IResult> UndoAsync(Guid id, Form form, HttpContext http, UndoAcceptance undo, CancellationToken cancel)
    {
        var ids = form.All("dossier").Select(text => Guid.TryParse(text, out var known) ? known : Guid.Empty).ToHashSet();
        var outcome = await undo.RunAsync(http.SignedIn(), id, ids, form.Key, cancel);
        return outcome is Outcome<AcceptanceUndone>.Refused refused && await undo.FindAsync(http.SignedIn(), id, cancel) is { } view
            ? Page.Refused<AcceptedPage>(new { View = view, Batch = id, refused.Problems })
            : outcome.ToPage(
                done => Page.GoTo($"/acceptation/lots/{id}", "reviews.accepted.undone", Texts.T.Plural("reviews.accepted.undone.count", done.Submissions)),
                _ => Page.Missing());
    }

    private static async Task<IResult> PageAsync(
        int? year, HttpContext http, AcceptanceQuery query, int page, IReadOnlyList<Problem> problems, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), year, cancel) is { } view
            ? Page.Of<AcceptancePage>(
                new { View = view, Asked = page, Problems = problems },
                problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : year is null ? Page.Of<NoCampaignPage>() : Page.Missing();
}
