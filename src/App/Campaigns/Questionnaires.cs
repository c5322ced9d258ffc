using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Campaigns;

/// <summary>What each branch is asked in each campaign: fixed when the campaign opens, so read once.</summary>
public sealed class Questionnaires
{
    private readonly ConcurrentDictionary<(Guid, string), Questionnaire> known = new();

    public async ValueTask<Questionnaire> OfAsync(AppDb db, Campaign campaign, Framework framework, string branch, CancellationToken cancel)
    {
        if (known.TryGetValue((campaign.Id, branch), out var questionnaire))
        {
            return questionnaire;
        }

        var asks = await db.CampaignAsks.AsNoTracking().Where(a => a.CampaignId == campaign.Id).ToListAsync(cancel);
        return known.GetOrAdd((campaign.Id, branch), Of(asks, framework, branch));
    }

    /// <summary>What a branch is asked by a campaign whose asks are loaded.</summary>
    public static Questionnaire Of(Campaign campaign, Framework framework, string branch) => Of(campaign.Asks, framework, branch);

    private static Questionnaire Of(IEnumerable<CampaignAsk> asks, Framework framework, string branch)
    {
        var optional = asks.Where(a => a.Branch == branch || a.Branch == CampaignAsk.AllBranches).Select(a => a.Indicator).ToHashSet();
        return new Questionnaire(
            framework,
            framework.Indicators.Where(i => i.Priority switch
            {
                Priority.Optional => optional.Contains(i.Code),
                Priority.Branch => i.Branch == branch,
                _ => true,
            }).Select(i => i.Code).ToHashSet());
    }
}
