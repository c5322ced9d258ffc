using Responsables.Domain.Organizations;

namespace Responsables.Domain.Publications;

/// <summary>The bodies of the year and the nodes by which their figures are read.</summary>
public sealed record EditionPerimeter(DateOnly TreeDate, NodeKey Root, IReadOnlyList<EditionBody> Bodies, IReadOnlyList<EditionPlace> Nodes);

/// <summary>A body as it stood on the tree date.</summary>
/// <param name="Above">The organisations above it, the nearest first.</param>
public sealed record EditionBody(
    OrganizationCode Code, string Name, string ShortName, OrganizationKind Kind, string Network, string Branch, string? Region, string? Department, SizeClass Size,
    IReadOnlyList<OrganizationCode> Above)
{
    /// <summary>Its own node.</summary>
    public NodeKey Node => new(Code.Value);

    /// <summary>Every node that its values enter: its own, then those above it.</summary>
    public IEnumerable<NodeKey> Nodes => new Place(Code, Name, ShortName, Kind, Network, Branch, Region, Department, Size, Above, Code).NodesAbove().Prepend(Node);
}

/// <summary>A node.</summary>
/// <param name="Name">Null for one that gathers the bodies without such a place, or for a size class.</param>
/// <param name="Bodies">Bodies whose values enter it, itself included.</param>
public sealed record EditionPlace(NodeKey Node, Hierarchy Hierarchy, string? Name, int Bodies)
{
    /// <summary>Whether it is one body and nothing else, whose figures are told only where the federation opens them.</summary>
    public bool IsOneBody => Bodies == 1;

    /// <summary>Whether the public reads its figures.</summary>
    /// <param name="opensBodies">Whether the publication opens the figures of each body.</param>
    public bool IsTold(bool opensBodies) => opensBodies || !IsOneBody;
}
