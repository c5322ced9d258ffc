using Responsables.App.Evidence;
using Responsables.App.Submissions;
using Responsables.Domain.Shared;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Submissions;

/// <summary>One page of the form: shown, and sent whole.</summary>
internal static class EntryActs
{
    public static async Task<IResult> ShowAsync(Guid id, string code, HttpContext http, SubmissionQuery query, EvidenceQuery evidence, QuestionChangesQuery changes, TimeProvider clock, CancellationToken cancel)
    {
        if (await query.RunAsync(http.SignedIn(), id, cancel) is not { } view)
        {
            return Page.Missing();
        }

        var plan = new FormPlan(view.Dossier.Questionnaire);
        return plan.Page(code) is { } page
            ? Page.Of<EntryPage>(new { Sheet = new EntrySheet(view, page, plan, http.SignedIn(), clock.GetUtcNow()) { Showing = EntryFilter.Of(http.Request), Pieces = await evidence.CountsAsync(id, cancel), Changes = await changes.OfAsync(view.Dossier, cancel) } })
            : Page.Missing();
    }

    public static async Task<IResult> SaveAsync(
        Guid id, string code, Form form, HttpContext http, SubmissionQuery query, SaveAnswers save, ConfirmCarried confirm, EvidenceQuery evidence, QuestionChangesQuery changes, TimeProvider clock, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        if (await query.AskedAsync(actor, id, cancel) is not { } asked || new FormPlan(asked) is var plan && plan.Page(code) is not { } page)
        {
            return Page.Missing();
        }

        var post = EntryPost.Of(form, asked);
        if (post.Problems.Count > 0)
        {
            return await AgainAsync(post.Problems, StatusCodes.Status422UnprocessableEntity);
        }

        return await save.RunAsync(actor, id, post.Edits, post.AnalysisEdits, EntryPost.KeyOf(form), cancel) switch
        {
            Outcome<AnswersSaved>.Done when Carried.Of(form["then"], page, plan) is { } carried => await ConfirmAsync(carried),
            Outcome<AnswersSaved>.Done done => Page.GoTo(Next(form["then"], id, page, plan, EntryFilter.QueryOf(EntryFilter.Of(http.Request))), "submissions.was-saved", Show.Time(done.Value.At)),
            Outcome<AnswersSaved>.Refused refused => await AgainAsync(refused.Problems, StatusCodes.Status422UnprocessableEntity),
            Outcome<AnswersSaved>.Stale stale => await AgainAsync(stale.Problems, StatusCodes.Status409Conflict),
            _ => Page.Missing(),
        };

        // What was typed is saved first; said twice, it confirms nothing more.
        async Task<IResult> ConfirmAsync(Carried carried) => await confirm.RunAsync(actor, id, carried.Variables, carried.Topics, Guid.NewGuid(), cancel) switch
        {
            Outcome<CarriedConfirmed>.Done done => Page.GoTo(
                $"{page.UrlIn(id)}{EntryFilter.QueryOf(EntryFilter.Of(http.Request))}#{carried.Anchor}", done.Value.Count == 0 ? "submissions.confirm.nothing" : "submissions.confirm.done",
                Texts.T.Plural("submissions.confirm.count", done.Value.Count)),
            Outcome<CarriedConfirmed>.Refused refused => await AgainAsync(refused.Problems, StatusCodes.Status422UnprocessableEntity),
            _ => Page.Missing(),
        };

        // Read after the refusal: what the others wrote meanwhile is what the page must show beside mine.
        async Task<IResult> AgainAsync(IReadOnlyList<Problem> problems, int status) => await query.RunAsync(actor, id, cancel) is { } view
            ? Page.Of<EntryPage>(new { Sheet = new EntrySheet(view, page, plan, actor, clock.GetUtcNow(), post, problems) { Showing = EntryFilter.Of(http.Request), Pieces = await evidence.CountsAsync(id, cancel), Changes = await changes.OfAsync(view.Dossier, cancel) } }, status)
            : Page.Missing();
    }

    private static string Next(string then, Guid id, FormPage page, FormPlan plan, string filter) => then switch
    {
        "next" when plan.After(page) is { } after => after.UrlIn(id) + filter,
        "check" => $"/dossiers/{id}/verification",
        "home" => $"/dossiers/{id}",
        _ => page.UrlIn(id) + filter,
    };
}
