using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>The additive parts of a node, kept current by each save.</summary>
public sealed class PartsRow
{
    public Guid CampaignId { get; init; }

    public required FigureLevel Level { get; init; }

    public required NodeKey Node { get; init; }

    /// <summary>The parts, packed by <see cref="PartsCodec"/>.</summary>
    public required byte[] Content { get; set; }
}
