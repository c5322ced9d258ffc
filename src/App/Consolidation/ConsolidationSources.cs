using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;

namespace Responsables.App.Consolidation;

/// <summary>What every reading of figures needs: the compiled framework, the perimeter, the stored parts and the names of nodes.</summary>
public sealed class ConsolidationSources(AppDb db, FrameworkCatalog frameworks, CampaignPerimeters perimeters, NodeNames names)
{
    public PartsStore Store { get; } = new(db);

    public NodeNames Names => names;

    public ValueTask<CompiledFramework> FrameworkOfAsync(Campaign campaign, CancellationToken cancel) =>
        frameworks.OfAsync(db, campaign, cancel);

    public ValueTask<CampaignPerimeter> PerimeterOfAsync(Campaign campaign, CancellationToken cancel) => perimeters.OfAsync(db, campaign.Id, cancel);
}
