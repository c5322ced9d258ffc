using Responsables.App.Campaigns;
using Responsables.App.Submissions;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>Closing a campaign: its effect in numbers, then the act.</summary>
internal static class ClosureActs
{
    public static Task<IResult> ShowAsync(int year, HttpContext http, CampaignProgressQuery query, CancellationToken cancel) =>
        PageAsync(year, http, query, [], cancel);

    public static async Task<IResult> CloseAsync(
        int year, Form form, HttpContext http, CloseCampaign close, CampaignProgressQuery query, CancellationToken cancel)
    {
        var outcome = await close.RunAsync(http.SignedIn(), year, form.Key, cancel);
        return outcome is Outcome<int>.Refused refused
            ? await PageAsync(year, http, query, refused.Problems, cancel)
            : outcome.ToPage(
                closed => Page.GoTo($"/campagnes/{closed}", "campaigns.close.done", closed.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                _ => Page.Missing());
    }

    private static async Task<IResult> PageAsync(
        int year, HttpContext http, CampaignProgressQuery query, IReadOnlyList<Problem> problems, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), year, cancel) is { } found
            ? Page.Of<ClosurePage>(
                new { Found = found, Problems = problems }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : Page.Missing();
}
