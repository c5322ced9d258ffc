using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;

namespace Responsables.App.Consolidation;

/// <summary>The perimeter of each campaign: fixed when it opens, so read once.</summary>
public sealed class CampaignPerimeters
{
    private readonly ConcurrentDictionary<Guid, CampaignPerimeter> known = new();

    public async ValueTask<CampaignPerimeter> OfAsync(AppDb db, Guid campaign, CancellationToken cancel)
    {
        if (known.TryGetValue(campaign, out var perimeter))
        {
            return perimeter;
        }

        var submissions = await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign).ToListAsync(cancel);
        return known.GetOrAdd(campaign, new CampaignPerimeter([.. submissions.Select(s => (s.ToPlace(), s.Id))]));
    }
}
