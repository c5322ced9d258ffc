using Responsables.App.Database;
using Responsables.App.Frameworks;

namespace Responsables.App.Campaigns;

/// <summary>The framework of a campaign.</summary>
public static class CampaignFramework
{
    /// <summary>What a campaign asks: the version and the supplements that it pinned.</summary>
    public static ValueTask<CompiledFramework> OfAsync(this FrameworkCatalog frameworks, AppDb db, Campaign campaign, CancellationToken cancel) =>
        frameworks.OfCampaignAsync(db, campaign.Id, campaign.FrameworkCode, campaign.FrameworkVersion, cancel);
}
