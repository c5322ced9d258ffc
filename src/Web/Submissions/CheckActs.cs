using Responsables.App.Submissions;
using Responsables.Domain.Shared;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Submissions;

/// <summary>The last look at a dossier, its signature, its withdrawal.</summary>
internal static class CheckActs
{
    public static Task<IResult> ShowAsync(Guid id, HttpContext http, SubmissionQuery query, TimeProvider clock, CancellationToken cancel) =>
        PageAsync(id, http, query, clock, [], StatusCodes.Status200OK, cancel);

    public static async Task<IResult> SignAsync(
        Guid id, Form form, HttpContext http, SubmissionQuery query, SignSubmission sign, TimeProvider clock, CancellationToken cancel)
    {
        // A form without the version that was read signs nothing.
        var version = int.TryParse(form["version"], out var read) ? read : -1;
        return await sign.RunAsync(http.SignedIn(), id, version, form.Key, cancel) switch
        {
            Outcome<Signed>.Done done => Page.GoTo($"/dossiers/{id}/verification#signature", "submissions.was-signed", Show.Instant(done.Value.At)),
            Outcome<Signed>.Refused refused => await PageAsync(id, http, query, clock, refused.Problems, StatusCodes.Status422UnprocessableEntity, cancel),
            Outcome<Signed>.Stale stale => await PageAsync(id, http, query, clock, stale.Problems, StatusCodes.Status409Conflict, cancel),
            _ => Page.Missing(),
        };
    }

    public static async Task<IResult> WithdrawAsync(
        Guid id, Form form, HttpContext http, SubmissionQuery query, SignSubmission sign, TimeProvider clock, CancellationToken cancel) =>
        await sign.WithdrawAsync(http.SignedIn(), id, form.Key, cancel) switch
        {
            Outcome<Signed>.Done => Page.GoTo($"/dossiers/{id}/verification", "submissions.was-withdrawn"),
            Outcome<Signed>.Refused refused => await PageAsync(id, http, query, clock, refused.Problems, StatusCodes.Status422UnprocessableEntity, cancel),
            Outcome<Signed>.Stale stale => await PageAsync(id, http, query, clock, stale.Problems, StatusCodes.Status409Conflict, cancel),
            _ => Page.Missing(),
        };

    public static async Task<IResult> SendBackAsync(
        Guid id, Form form, HttpContext http, SubmissionQuery query, SendBackSubmission send, TimeProvider clock, CancellationToken cancel) =>
        await send.RunAsync(http.SignedIn(), id, form[SendBackSubmission.Field], form.Key, cancel) switch
        {
            Outcome<SentBack>.Done => Page.GoTo($"/dossiers/{id}", "submissions.send-back.done"),
            Outcome<SentBack>.Refused refused => await PageAsync(
                id, http, query, clock, refused.Problems, StatusCodes.Status422UnprocessableEntity, cancel, form[SendBackSubmission.Field]),
            _ => Page.Missing(),
        };

    private static async Task<IResult> PageAsync(
        Guid id, HttpContext http, SubmissionQuery query, TimeProvider clock, IReadOnlyList<Problem> problems, int status, CancellationToken cancel, string reason = "") =>
        await query.RunAsync(http.SignedIn(), id, cancel) is { Assigned: null } view
            ? Page.Of<CheckPage>(new { View = view, Now = clock.GetUtcNow(), Problems = problems, Reason = reason }, status)
            : Page.Missing();
}
