using System.Globalization;
using Responsables.App.Campaigns;
using Responsables.App.Submissions;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>The days by which a branch expects its bodies and its fund, within the windows of a campaign.</summary>
internal static class TermsActs
{
    public static Task<IResult> ShowAsync(int year, string? branche, HttpContext http, CampaignProgressQuery campaigns, SetBranchTerms terms, CancellationToken cancel) =>
        PageAsync(year, branche, null, [], http, campaigns, terms, cancel);

    public static async Task<IResult> SetAsync(int year, Form form, HttpContext http, CampaignProgressQuery campaigns, SetBranchTerms terms, CancellationToken cancel)
    {
        var days = new BranchDays(form["branche"], form[BranchDays.EntryName], form[BranchDays.ReviewName]);
        return await terms.RunAsync(http.SignedIn(), year, days, form.Key, cancel) switch
        {
            Outcome<BranchTermsSet>.Done { Value: var done } => Page.GoTo(
                $"/campagnes/{year.ToString(CultureInfo.InvariantCulture)}#echeances", "campaigns.terms.done", done.Branch, Texts.T.Plural("campaigns.bodies", done.Bodies),
                Texts.T.Plural("campaigns.terms.late", done.Late)),
            Outcome<BranchTermsSet>.Refused refused => await PageAsync(year, days.Branch, days, refused.Problems, http, campaigns, terms, cancel),
            _ => Page.Missing(),
        };
    }

    public static string UrlOf(int year) => $"/campagnes/{year.ToString(CultureInfo.InvariantCulture)}/echeances";

    private static async Task<IResult> PageAsync(
        int year, string? branch, BranchDays? typed, IReadOnlyList<Problem> problems, HttpContext http, CampaignProgressQuery campaigns, SetBranchTerms terms, CancellationToken cancel)
    {
        if (await campaigns.RunAsync(http.SignedIn(), year, cancel) is not { Campaign: var campaign }
            || await terms.BranchesAsync(http.SignedIn(), campaign.Id, cancel) is not { Count: > 0 } branches)
        {
            return Page.Missing();
        }

        var chosen = branch ?? branches[0];
        if (!branches.Contains(chosen))
        {
            return Page.Missing();
        }

        var kept = await terms.AllAsync(campaign.Id, cancel);
        return Page.Of<TermsPage>(
            new { Campaign = campaign, Branches = branches, Days = typed ?? BranchDays.Of(chosen, kept.FirstOrDefault(t => t.Branch == chosen), campaign.Zone), Problems = problems },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
