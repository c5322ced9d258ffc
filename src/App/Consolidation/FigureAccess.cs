using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>
/// Which figures a person may see (product, "Who sees what"): a contributor or director, their body at every level and the validated totals
/// of the nodes above it; a coordinator, their fund and all below once signed, and the validated totals above; the committee, all validated
/// figures; the federation, all signed ones; the auditor, everything.
/// </summary>
public static class FigureAccess
{
    /// <summary>The levels at which a node may be read; empty when it may not be seen at all.</summary>
    public static IReadOnlyList<FigureLevel> LevelsOf(Actor actor, CampaignPerimeter perimeter, NodeKey node)
    {
        if (actor.IsCommand || actor.May(Permission.ReadDraft))
        {
            return FigureLevels.Each;
        }

        if (actor.May(Permission.ReadSubmitted))
        {
            return Signed;
        }

        var body = perimeter.Body(new OrganizationCode(node.Value));
        if (body is not null && actor.May(Permission.ReadDraft, body))
        {
            // The body of a fund is the fund itself: with all below it, its drafts are not for its own contributor.
            return perimeter.ChildrenOf(node).Count == 0 ? FigureLevels.Each : Validated;
        }

        if (body is not null && actor.May(Permission.ReadSubmitted, body))
        {
            return Signed;
        }

        return actor.May(Permission.ReadValidated) || perimeter.Under(node).Any(place => actor.May(Permission.ReadFigures, place)) ? Validated : [];
    }

    /// <summary>Whether the values of a single body may be seen at a level.</summary>
    public static bool MayOpen(Actor actor, Place body, FigureLevel level) => level switch
    {
        FigureLevel.All => actor.May(Permission.ReadDraft, body),
        FigureLevel.Submitted => actor.May(Permission.ReadSubmitted, body),
        _ => actor.May(Permission.ReadValidated, body),
    };

    /// <summary>The node whose figures are a person's own: the first of their scopes that is there, else the whole.</summary>
    public static NodeKey OwnNode(Actor actor, CampaignPerimeter perimeter) =>
        actor.May(Permission.ReadFigures) ? perimeter.Root.Node
        : actor.ScopesOf(Permission.ReadFigures).Select(s => new NodeKey(s.Code.Value)).FirstOrDefault(perimeter.Has, perimeter.Root.Node);

    private static readonly IReadOnlyList<FigureLevel> Signed = [FigureLevel.Submitted, FigureLevel.Validated];
    private static readonly IReadOnlyList<FigureLevel> Validated = [FigureLevel.Validated];
}
