using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.World;

namespace Responsables.Web.Tests.Permissions;

/// <summary>What scopes mean, written again from the product and not from the code: the second half of every expectation, the first being the table.</summary>
internal static class ScopeRules
{
    /// <summary>The permission is held over this body.</summary>
    public static bool Holds(Person who, Permission permission, Spot spot) => who.ReachOf(permission) switch
    {
        Reach.Everything => true,
        Reach.OwnBody => spot.Code == who.Scope,
        Reach.OwnFund => spot.Code == who.Scope || spot.Above.Any(above => above == who.Scope),
        _ => false,
    };

    /// <summary>A dossier is opened by whoever may read its drafts or what it signed.</summary>
    public static bool Follows(Person who, Spot spot) => Holds(who, Permission.ReadDraft, spot) || Holds(who, Permission.ReadSubmitted, spot);

    /// <summary>Somebody who was assigned questions of every dossier of a body, none of which is what the others of the table are asked about.</summary>
    public static bool Helps(Person who, Spot spot) => who.Role == Role.Helper && spot.Code == who.Scope;

    /// <summary>The value of a question is read by whoever reads drafts, by others once it is signed.</summary>
    public static bool ReadsAnswers(Person who, Spot spot, int year) =>
        Holds(who, Permission.ReadDraft, spot) || (year != Stages.Draft && Holds(who, Permission.ReadSubmitted, spot));

    /// <summary>A coordinator reviews the bodies of the fund, not the fund itself; the federation, those that no coordinator reviews. Only fonds-a has a coordinator.</summary>
    public static bool Reviews(Person who, Spot spot)
    {
        var isOfFundA = spot.Above.Contains(SmallFederation.FundA);
        return who.Role switch
        {
            Role.Coordinator => isOfFundA && who.Scope == SmallFederation.FundA,
            Role.Federation => !isOfFundA,
            _ => false,
        };
    }

    /// <summary>Figures: of one's scope at the levels one reads there, and the validated totals of what stands above it.</summary>
    public static bool ReadsFigures(Person who, Spot node, FigureLevel level)
    {
        var isGathered = node.Code == SmallFederation.FundA || node.Code == SmallFederation.FundB || node.Code == SmallFederation.Federation;
        var holds = level switch
        {
            // With all below it, the drafts of a node are those of others: only who reads every draft has them.
            FigureLevel.All => Holds(who, Permission.ReadDraft, node) && (!isGathered || who.ReachOf(Permission.ReadDraft) == Reach.Everything),
            FigureLevel.Submitted => Holds(who, Permission.ReadSubmitted, node),
            _ => Holds(who, Permission.ReadValidated, node),
        };
        var isAboveMine = Spot.Bodies.Any(mine => mine.Code == who.Scope && mine.Above.Contains(node.Code));
        return holds || (level == FigureLevel.Validated && isAboveMine && who.ReachOf(Permission.ReadFigures) != Reach.None);
    }
}
