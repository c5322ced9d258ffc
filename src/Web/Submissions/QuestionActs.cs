using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Submissions;

/// <summary>One question of a dossier: what it means, what it makes, its years, its thread, its acts.</summary>
internal static class QuestionActs
{
    public static async Task<IResult> ShowAsync(Guid id, string variable, HttpContext http, QuestionQuery query, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), id, new VariableCode(variable), cancel) is { } view
            ? Page.Of<QuestionPage>(new { View = view })
            : Page.Missing();

    public static async Task<IResult> CommentAsync(
        Guid id, string variable, Form form, HttpContext http, CommentAnswer comment, QuestionQuery query, CancellationToken cancel)
    {
        var code = new VariableCode(variable);
        var text = form[CommentAnswer.Field];
        var outcome = await comment.RunAsync(http.SignedIn(), id, code, text, form.Key, cancel);
        return outcome is Outcome<CommentAdded>.Refused refused && await query.RunAsync(http.SignedIn(), id, code, cancel) is { } view
            ? Page.Refused<QuestionPage>(new { View = view, Text = text, refused.Problems })
            : outcome.ToPage(_ => Page.GoTo(UrlOf(id, variable) + "#fil", "submissions.thread.added"), _ => Page.Missing());
    }

    public static string UrlOf(Guid id, string variable) => $"/dossiers/{id}/questions/{variable}";
}
