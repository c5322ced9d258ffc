using Responsables.Domain.Organizations;

namespace Responsables.Domain.Series;

/// <summary>The entries, exits and changes of a node between two years.</summary>
internal static class PerimeterMoves
{
    public static IReadOnlyList<PerimeterMove> Of(NodeKey node, YearPerimeter before, YearPerimeter year, Successions heirs)
    {
        var then = before.Perimeter.Under(node);
        var now = year.Perimeter.Under(node);
        var inside = now.Select(p => p.Code).ToHashSet();
        var were = then.Select(p => p.Code).ToHashSet();
        var moves = new List<PerimeterMove>();
        moves.AddRange(then.Where(b => !inside.Contains(b.Code)).Select(b => Departure(b, heirs.Of(b), inside)));
        foreach (var body in now.Where(b => !were.Contains(b.Code)))
        {
            if (before.Perimeter.Body(body.Code) is not null)
            {
                moves.Add(new PerimeterMove(MoveKind.MovedIn, body, []));
                continue;
            }

            var predecessors = heirs.PredecessorsOf(body);
            if (predecessors.Count == 0)
            {
                moves.Add(new PerimeterMove(MoveKind.Created, body, []));
            }
            else if (!predecessors.Any(p => were.Contains(p.Code)))
            {
                moves.Add(new PerimeterMove(MoveKind.MovedIn, body, predecessors));
            }
        }

        // A body outside the node that was shared out, partly to bodies of the node.
        var outside = now.SelectMany(heirs.PredecessorsOf).Where(p => !were.Contains(p.Code)).DistinctBy(p => p.Code);
        moves.AddRange(outside.Select(p => (Body: p, Heirs: heirs.Of(p))).Where(p => p.Heirs.Any(h => !inside.Contains(h.Code)))
            .Select(p => new PerimeterMove(MoveKind.SharedOut, p.Body, p.Heirs)));
        return moves;
    }

    private static PerimeterMove Departure(Place body, IReadOnlyList<Place> successors, HashSet<OrganizationCode> inside)
    {
        var taken = successors.Count(s => inside.Contains(s.Code));
        var kind = successors.Count == 0 ? MoveKind.Closed
            : taken == 0 ? MoveKind.MovedOut
            : taken < successors.Count ? MoveKind.SharedOut
            : taken == 1 ? MoveKind.Merged
            : MoveKind.Split;
        return new PerimeterMove(kind, body, kind == MoveKind.MovedOut && successors[0].Code == body.Code ? [] : successors);
    }
}
