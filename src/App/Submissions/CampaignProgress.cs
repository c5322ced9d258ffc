using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>A campaign and the submissions of it that a person may follow.</summary>
public sealed record CampaignProgress(Campaign Campaign, Framework Framework, IReadOnlyList<SubmissionLine> Lines)
{
    public IReadOnlyList<BranchProgress> Branches => BranchProgress.Of(Lines);

    public int In(SubmissionState state) => Lines.Count(l => l.State == state);
}

/// <summary>Reads campaigns with their progress.</summary>
public sealed class CampaignProgressQuery(AppDb db, SubmissionList submissions, FrameworkCatalog frameworks)
{
    /// <summary>Every campaign, the latest first. Two statements a campaign.</summary>
    public async Task<IReadOnlyList<CampaignProgress>> AllAsync(Actor actor, CancellationToken cancel)
    {
        var found = new List<CampaignProgress>();
        foreach (var campaign in await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).ToListAsync(cancel))
        {
            found.Add(await ReadAsync(actor, campaign, cancel));
        }

        return found;
    }

    /// <summary>The campaign of a year with what it asks; null when there is none.</summary>
    public async Task<CampaignProgress?> RunAsync(Actor actor, int year, CancellationToken cancel) =>
        await db.Campaigns.AsNoTracking().Include(c => c.Asks).SingleOrDefaultAsync(c => c.Year == year, cancel) is { } campaign
            ? await ReadAsync(actor, campaign, cancel)
            : null;

    private async Task<CampaignProgress> ReadAsync(Actor actor, Campaign campaign, CancellationToken cancel) => new(
        campaign,
        (await frameworks.OfAsync(db, campaign, cancel)).Framework,
        actor.MaySomewhere(Permission.ReadProgress) ? await submissions.RunAsync(actor, campaign, null, cancel) : []);
}
