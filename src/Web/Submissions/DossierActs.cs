using Responsables.App.Campaigns;
using Responsables.App.Submissions;
using Responsables.Web.Platform;

namespace Responsables.Web.Submissions;

/// <summary>Where dossiers stand.</summary>
internal static class DossierActs
{
    private const int Years = 10;

    public static async Task<IResult> ListAsync(
        HttpContext http, OwnSubmissions own, SubmissionList list, CampaignList campaigns, AssignmentQuery assignments, int? annee, int? page, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        var mine = await own.RunAsync(actor, Years, cancel);
        if (mine.Count > 0)
        {
            return Page.Of<OwnDossiersPage>(new { Dossiers = mine });
        }

        if (actor.Has(Domain.Accounts.Role.Helper) && await assignments.MineAsync(actor, cancel) is { Count: > 0 } assigned)
        {
            return Page.Of<AssignedPage>(new { Assigned = assigned });
        }

        var known = (await campaigns.AllAsync(cancel)).Select(c => c.Campaign).ToList();
        var campaign = known.Find(c => c.Year == annee) ?? known.FirstOrDefault();
        return Page.Of<DossiersPage>(new
        {
            Campaigns = known,
            Campaign = campaign,
            Lines = campaign is null ? [] : await list.RunAsync(actor, campaign, null, cancel),
            Number = Math.Max(page ?? 1, 1),
        });
    }

    public static async Task<IResult> ShowAsync(Guid id, HttpContext http, SubmissionQuery query, QuestionChangesQuery changes, TimeProvider clock, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), id, cancel) is { } view
            ? Page.Of<DossierPage>(new { View = view, Now = clock.GetUtcNow(), Gone = await changes.GoneAsync(view, cancel) })
            : Page.Missing();
}
