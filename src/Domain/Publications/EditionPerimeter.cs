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
}

/// <summary>A node.</summary>
/// <param name="Name">Null for one that gathers the bodies without such a place, or for a size class.</param>
/// <param name="Bodies">Bodies whose values enter it, itself included.</param>
public sealed record EditionPlace(NodeKey Node, Hierarchy Hierarchy, string? Name, int Bodies)
{
    /// <summary>Whether it is one body and nothing else, whose figures are told only where the federation opens them.</summary>
    public bool IsOneBody => Bodies == 1;
}
