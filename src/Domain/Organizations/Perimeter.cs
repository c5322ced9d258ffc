namespace Responsables.Domain.Organizations;

/// <summary>Size classes by staff (product rule): under 50, 50-249, 250-499, 500-999, 1,000 and more; Unknown without a validated staff.</summary>
public enum SizeClass { Unknown, Under50, From50, From250, From500, From1000 }

/// <summary>Where one body stands in a perimeter: pinned when a campaign opens, never changed afterwards.</summary>
/// <param name="Ancestors">The organisations above it, the nearest first, the federation last; empty for the federation.</param>
/// <param name="Reviewer">Who reviews its answers: the nearest organisation above that is a fund, else the federation (product, "The year").</param>
public sealed record Place(
    OrganizationCode Code,
    string Name,
    string ShortName,
    OrganizationKind Kind,
    string Network,
    string Branch,
    string? Region,
    string? Department,
    SizeClass Size,
    IReadOnlyList<OrganizationCode> Ancestors,
    OrganizationCode Reviewer)
{
    /// <summary>Every node that its values enter above its own: the organisations above it, then region, department, network, branch, size.</summary>
    public IEnumerable<NodeKey> NodesAbove() => throw new NotImplementedException();

    /// <summary>Its own node.</summary>
    public NodeKey Node => new(Code.Value);
}
