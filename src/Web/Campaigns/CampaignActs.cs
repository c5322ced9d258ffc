using Responsables.App.Campaigns;
using Responsables.App.Submissions;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>Reading campaigns.</summary>
internal static class CampaignActs
{
    public static async Task<IResult> ListAsync(HttpContext http, CampaignProgressQuery query, CancellationToken cancel) =>
        Page.Of<CampaignsPage>(new { Campaigns = await query.AllAsync(http.SignedIn(), cancel) });

    public static async Task<IResult> ShowAsync(int year, HttpContext http, CampaignProgressQuery query, ExtensionList extensions, SetBranchTerms terms, TimeProvider clock, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), year, cancel) is { } found
            ? Page.Of<CampaignPage>(new
            {
                Found = found,
                Extensions = await extensions.RunAsync(http.SignedIn(), found.Campaign.Id, cancel),
                Terms = await terms.AllAsync(found.Campaign.Id, cancel),
                Now = clock.GetUtcNow(),
            })
            : Page.Missing();
}
