using Responsables.App.Submissions;
using Responsables.Domain.Shared;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Submissions;

/// <summary>One page of the form: shown, and sent whole.</summary>
internal static class EntryActs
{
    public static async Task<IResult> ShowAsync(Guid id, string code, HttpContext http, SubmissionQuery query, TimeProvider clock, CancellationToken cancel)
    {
        if (await query.RunAsync(http.SignedIn(), id, cancel) is not { } view)
        {
            return Page.Missing();
        }

        var plan = new FormPlan(view.Dossier.Questionnaire);
        return plan.Page(code) is { } page
            ? Page.Of<EntryPage>(new { Sheet = new EntrySheet(view, page, plan, http.SignedIn(), clock.GetUtcNow()) })
            : Page.Missing();
    }

    public static async Task<IResult> SaveAsync(
        Guid id, string code, Form form, HttpContext http, SubmissionQuery query, SaveAnswers save, TimeProvider clock, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        if (await query.RunAsync(actor, id, cancel) is not { } view)
        {
            return Page.Missing();
        }

        var plan = new FormPlan(view.Dossier.Questionnaire);
        if (plan.Page(code) is not { } page)
        {
            return Page.Missing();
        }

        var post = EntryPost.Of(form, view.Dossier.Questionnaire);
        if (post.Problems.Count > 0)
        {
            return Again(post.Problems, StatusCodes.Status422UnprocessableEntity);
        }

        switch (await save.RunAsync(actor, id, post.Edits, post.AnalysisEdits, EntryPost.KeyOf(form), cancel))
        {
            case Outcome<AnswersSaved>.Done done:
                return Page.GoTo(Next(form["then"], id, page, plan), "submissions.was-saved", Show.Time(done.Value.At));
            case Outcome<AnswersSaved>.Refused refused:
                return Again(refused.Problems, StatusCodes.Status422UnprocessableEntity);
            case Outcome<AnswersSaved>.Stale stale:
                // What the others wrote meanwhile is what the page must show beside mine.
                view = await query.RunAsync(actor, id, cancel) ?? view;
                return Again(stale.Problems, StatusCodes.Status409Conflict);
            default:
                return Page.Missing();
        }

        IResult Again(IReadOnlyList<Problem> problems, int status) =>
            Page.Of<EntryPage>(new { Sheet = new EntrySheet(view, page, plan, actor, clock.GetUtcNow(), post, problems) }, status);
    }

    private static string Next(string then, Guid id, FormPage page, FormPlan plan) => then switch
    {
        "next" when plan.After(page) is { } after => after.UrlIn(id),
        "check" => $"/dossiers/{id}/verification",
        _ => page.UrlIn(id),
    };
}
