using Responsables.App.Reviews;
using Responsables.Domain.Submissions;
using Responsables.Web.Platform;

namespace Responsables.Web.Reviews;

/// <summary>The desk: its address says what it shows.</summary>
internal static class DeskActs
{
    /// <summary>Value of the state filter for the submissions with something to review.</summary>
    public const string WaitingFilter = "a-examiner";

    public static Task<IResult> ShowLatestAsync(
        HttpContext http, ReviewDeskQuery desk, string? etat, string? retard, string? reseau, string? nom, string? tri, int? page, CancellationToken cancel) =>
        ShowAsync(null, http, desk, etat, retard, reseau, nom, tri, page, cancel);

    public static async Task<IResult> ShowAsync(
        int? year, HttpContext http, ReviewDeskQuery desk, string? etat, string? retard, string? reseau, string? nom, string? tri, int? page,
        CancellationToken cancel)
    {
        var request = new DeskRequest(
            year,
            Enum.TryParse<SubmissionState>(etat, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
            etat == WaitingFilter,
            retard == "oui",
            reseau?.Trim(),
            nom?.Trim(),
            tri,
            page ?? 1);
        return await desk.RunAsync(http.SignedIn(), request, cancel) is { } found
            ? Page.Of<DeskPage>(new { Desk = found, Request = request })
            : year is null ? Page.Of<NoCampaignPage>() : Page.Missing();
    }
}
