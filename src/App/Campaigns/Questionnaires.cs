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

        var optional = await db.CampaignAsks.AsNoTracking()
            .Where(a => a.CampaignId == campaign.Id && (a.Branch == branch || a.Branch == CampaignAsk.AllBranches))
            .Select(a => a.Indicator).ToListAsync(cancel);
        var asked = framework.Indicators.Where(i => i.Priority == Priority.P1).Select(i => i.Code).Concat(optional).ToHashSet();
        return known.GetOrAdd((campaign.Id, branch), new Questionnaire(framework, asked));
    }
}
