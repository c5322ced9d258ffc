namespace Responsables.Domain.Organizations;

/// <summary>
/// A place where figures are consolidated: an organisation with all below it (its own code), or a node of another hierarchy, prefixed:
/// <c>reg-75</c>, <c>dep-75</c>, <c>net-caf</c>, <c>br-famille</c>, <c>size-250-499</c>. Bodies without a region or department are
/// gathered in <c>reg-sans</c> and <c>dep-sans</c>, so that each hierarchy holds every body once.
/// </summary>
public readonly record struct NodeKey(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The hierarchies by which figures are read.</summary>
public enum Hierarchy { Tree, Region, Department, Network, Branch, SizeClass }
