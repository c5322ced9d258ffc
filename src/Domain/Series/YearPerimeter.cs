using Responsables.Domain.Organizations;

namespace Responsables.Domain.Series;

/// <summary>The perimeter that the campaign of a year pinned.</summary>
/// <param name="TreeDate">The day whose tree it is.</param>
public sealed record YearPerimeter(int Year, DateOnly TreeDate, Perimeter Perimeter);

/// <summary>The bodies whose values make the figure of a node for one year of a series.</summary>
/// <param name="Bodies">How many there are.</param>
/// <param name="Added">Bodies of that year that the node did not hold as published.</param>
/// <param name="Removed">Bodies that the node held as published and that this reading leaves out.</param>
/// <param name="IsBroken">Values of this year's bodies are partly those of bodies that were shared out, since the year before, between this
/// node and others: the two years cannot be compared below the node that holds all the successors.</param>
public sealed record YearBodies(
    int Year, int Bodies, IReadOnlyList<Place> Added, IReadOnlyList<Place> Removed, bool IsBroken, IReadOnlyList<PerimeterMove> Moves);

/// <summary>What happened to a body since the year before, seen from a node.</summary>
public enum MoveKind
{
    /// <summary>It is new and takes over from nobody.</summary>
    Created,

    /// <summary>It is there no more and nobody takes over.</summary>
    Closed,

    /// <summary>It came from another place of the tree, or takes over from bodies elsewhere.</summary>
    MovedIn,

    /// <summary>It went to another place of the tree, or those that take over are elsewhere.</summary>
    MovedOut,

    /// <summary>One body of the node took over from it, alone or with others.</summary>
    Merged,

    /// <summary>Several bodies of the node took over from it.</summary>
    Split,

    /// <summary>Several bodies took over from it, some of them outside the node: a break.</summary>
    SharedOut,
}

/// <summary>A move of a body.</summary>
/// <param name="Others">Who took over from it or, for a body that came, from whom it took over; empty when nobody did.</param>
public sealed record PerimeterMove(MoveKind Kind, Place Body, IReadOnlyList<Place> Others);
