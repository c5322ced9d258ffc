using Responsables.App.Quality;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;
using Responsables.Web.Reviews;

namespace Responsables.Web.Quality;

/// <summary>The quality desk: its address says what it shows.</summary>
internal static class AnomaliesActs
{
    public static Task<IResult> ShowLatestAsync(HttpContext http, AnomaliesQuery query, CancellationToken cancel) => PageAsync(AnomalyAddress.Of(null, http.Request.Query), http, query, [], cancel);

    public static Task<IResult> ShowAsync(int year, HttpContext http, AnomaliesQuery query, CancellationToken cancel) =>
        PageAsync(AnomalyAddress.Of(year, http.Request.Query), http, query, [], cancel);

    /// <summary>The desk again after a refusal, as it stood.</summary>
    public static async Task<IResult> PageAsync(
        AnomalyRequest request, HttpContext http, AnomaliesQuery query, IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        if (await query.RunAsync(http.SignedIn(), request, cancel) is not { } view)
        {
            return request.Year is null ? Page.Of<NoCampaignPage>() : Page.Missing();
        }

        http.RequestServices.GetRequiredService<Visit>().StandsAt = ($"/qualite/{view.Campaign.Year}", AnomalyAddress.QueryOf(request));
        return Page.Of<AnomaliesPage>(
            new { View = view, Request = request, Problems = problems }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
