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
    public IEnumerable<NodeKey> NodesAbove()
    {
        foreach (var ancestor in Ancestors)
        {
            yield return new(ancestor.Value);
        }

        yield return new($"reg-{Region ?? Nowhere}");
        yield return new($"dep-{Department ?? Nowhere}");
        yield return Named("net", Network);
        yield return Named("br", Branch);
        yield return Size.Node();
    }

    /// <summary>Its own node.</summary>
    public NodeKey Node => new(Code.Value);

    private const string Nowhere = "sans";

    private static NodeKey Named(string hierarchy, string name) =>
        Slug.Of(name) is { Length: > 0 } slug ? new($"{hierarchy}-{slug}") : new($"{hierarchy}-{Nowhere}");
}
