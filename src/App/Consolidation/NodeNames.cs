using Responsables.App.Organizations;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>What a node is, for a reader: its hierarchy, and its own name where it has one.</summary>
/// <param name="Name">Official name; null for a node that gathers the bodies without one, or for a size class.</param>
public sealed record NodeName(Hierarchy Hierarchy, string? Name);

/// <summary>Names the nodes of a campaign.</summary>
public sealed class NodeNames(Geography geography)
{
    public NodeName Of(CampaignPerimeter perimeter, NodeKey node)
    {
        if (perimeter.Body(new OrganizationCode(node.Value)) is { } body)
        {
            return new NodeName(Hierarchy.Tree, body.Name);
        }

        var (prefix, code) = (node.Value[..(node.Value.IndexOf('-', StringComparison.Ordinal) + 1)], node.Value[(node.Value.IndexOf('-', StringComparison.Ordinal) + 1)..]);
        return prefix switch
        {
            "reg-" => new NodeName(Hierarchy.Region, geography.Region(code)),
            "dep-" => new NodeName(Hierarchy.Department, geography.Department(code)),
            "net-" => new NodeName(Hierarchy.Network, perimeter.Under(node)[0].Network),
            "br-" => new NodeName(Hierarchy.Branch, perimeter.Under(node)[0].Branch),
            _ => new NodeName(Hierarchy.SizeClass, null),
        };
    }
}
