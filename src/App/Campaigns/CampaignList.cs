using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;

namespace Responsables.App.Campaigns;

/// <summary>A campaign, in one line.</summary>
public sealed record CampaignLine(Campaign Campaign, int Bodies, int Started, int Signed);

/// <summary>The campaigns, the latest first.</summary>
public sealed class CampaignList(AppDb db)
{
    public async Task<IReadOnlyList<CampaignLine>> AllAsync(CancellationToken cancel)
    {
        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).ToListAsync(cancel);
        var counts = await db.Submissions.AsNoTracking().GroupBy(s => s.CampaignId)
            .Select(g => new
            {
                g.Key,
                Bodies = g.Count(),
                Started = g.Count(s => s.StartedAt != null),
                Signed = g.Count(s => s.FirstSignedAt != null),
            }).ToDictionaryAsync(g => g.Key, cancel);
        return [.. campaigns.Select(c => new CampaignLine(
            c, counts.GetValueOrDefault(c.Id)?.Bodies ?? 0, counts.GetValueOrDefault(c.Id)?.Started ?? 0, counts.GetValueOrDefault(c.Id)?.Signed ?? 0))];
    }
}
