using Responsables.App.Accounts;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Web.Accounts;
using Responsables.Web.Platform;

namespace Responsables.Web.Submissions;

/// <summary>Assigning questions of a dossier to somebody, changing it, ending it.</summary>
internal static class AssignActs
{
    /// <summary>The field that holds the version of the assignment that was read.</summary>
    public const string Version = "version";

    public static async Task<IResult> ShowAsync(Guid id, string? question, HttpContext http, AssignmentQuery query, CancellationToken cancel) =>
        await query.ForAssigningAsync(http.SignedIn(), id, cancel) is { } view
            ? Page.Of<AssignPage>(new { Plan = new AssignPlan(view), Input = question is null ? AssignInput.Empty : AssignInput.Empty with { Questions = new HashSet<Domain.Frameworks.VariableCode> { new(question) } } })
            : Page.Missing();

    public static async Task<IResult> AssignAsync(
        Guid id, Form form, HttpContext http, AssignmentQuery query, AssignQuestions assign, LinkDelivery delivery, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        if (await query.ForAssigningAsync(actor, id, cancel) is not { } view)
        {
            return Page.Missing();
        }

        var (plan, input, token) = (new AssignPlan(view), AssignInput.Of(form), LinkToken.New());
        var outcome = await assign.RunAsync(actor, id, input.Email, input.WorkIn(plan), token, form.Key, cancel);
        if (outcome is not Outcome<AssignmentMade>.Done { Value: var made })
        {
            return outcome.ToPage(_ => Page.Missing(), problems => Page.Refused<AssignPage>(new { Plan = plan, Input = input, Problems = problems }));
        }

        if (made.Link is { } link)
        {
            // No redirection: the link is in this answer and nowhere else.
            return Page.Of<LinkMadePage>(new
            {
                Link = delivery.Of(link, token),
                Back = UrlOf(id),
                BackText = Texts.T["submissions.assign.back"],
            });
        }

        return Page.GoTo(UrlOf(id), "submissions.assign.was-given", Texts.T.Plural("submissions.assign.questions", made.Questions), made.Name ?? made.Email);
    }

    public static async Task<IResult> ShowOneAsync(Guid id, Guid assignment, HttpContext http, AssignmentQuery query, CancellationToken cancel) =>
        await query.FindAsync(http.SignedIn(), id, assignment, cancel) is var (view, row)
            ? Page.Of<AssignmentPage>(new { Plan = new AssignPlan(view, row), Assignment = row, Input = AssignInput.Of(row) })
            : Page.Missing();

    public static async Task<IResult> ChangeAsync(
        Guid id, Guid assignment, Form form, HttpContext http, AssignmentQuery query, AssignQuestions assign, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        if (await query.FindAsync(actor, id, assignment, cancel) is not var (view, row))
        {
            return Page.Missing();
        }

        var (plan, input) = (new AssignPlan(view, row), AssignInput.Of(form));
        var version = int.TryParse(form[Version], out var read) ? read : -1;
        var outcome = await assign.ChangeAsync(actor, assignment, version, input.WorkIn(plan), form.Key, cancel);
        return outcome switch
        {
            Outcome<AssignmentMade>.Done { Value: var made } =>
                Page.GoTo(UrlOf(id), "submissions.assign.was-changed", made.Name ?? made.Email, Texts.T.Plural("submissions.assign.questions", made.Questions)),
            Outcome<AssignmentMade>.Refused refused => Page.Refused<AssignmentPage>(new { Plan = plan, Assignment = row, Input = input, refused.Problems }),
            Outcome<AssignmentMade>.Stale stale => Page.Of<AssignmentPage>(
                new { Plan = plan, Assignment = row, Input = AssignInput.Of(row), stale.Problems }, StatusCodes.Status409Conflict),
            _ => Page.Missing(),
        };
    }

    public static async Task<IResult> EndAsync(Guid id, Guid assignment, Form form, HttpContext http, AssignmentQuery query, EndAssignment end, CancellationToken cancel) =>
        await query.ForAssigningAsync(http.SignedIn(), id, cancel) is null
            ? Page.Missing()
            : (await end.RunAsync(http.SignedIn(), assignment, form.Key, cancel)).ToPage(
                done => Page.GoTo(UrlOf(done.Submission), "submissions.assign.was-ended", done.Person, Texts.T.Plural("submissions.assign.questions", done.Questions)),
                _ => Page.GoTo(UrlOf(id)));

    public static string UrlOf(Guid submission) => $"/dossiers/{submission}/confier";
}
