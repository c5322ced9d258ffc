using Responsables.Domain.Accounts;
using Responsables.World;
using static Responsables.Web.Tests.Permissions.ScopeRules;

namespace Responsables.Web.Tests.Permissions;

internal static partial class MatrixTable
{
    private static Row[] Targets(Known known) =>
    [
        Somewhere("GET /cibles", Permission.ReadFigures),
        new("GET /cibles/{node}", Permission.ReadFigures,
            [.. Spot.Nodes.Select(s => new Target($"/cibles/{s.Code}", who => ScopeRules.ReadsFigures(who, s, Domain.Consolidation.FigureLevel.Validated))), new("/cibles/personne", Target.Nobody)]),
        new("GET /cibles/{node}/repartition", Permission.ReadFigures,
            [.. Found($"/cibles/fed/repartition?{Known.TargetQuery}", $"/cibles/fed/repartition?{Known.TargetQuery}0")]),
        new("GET /cibles/{node}/fixer", Permission.SetTargets,
            [.. Spot.Nodes.Select(s => new Target($"/cibles/{s.Code}/fixer", who => Holds(who, Permission.SetTargets, s))), new("/cibles/personne/fixer", Target.Nobody)]),
        // A target that says nothing: let in, then refused.
        new("POST /cibles/{node}/fixer", Permission.SetTargets,
            [.. Spot.Nodes.Select(s => new Target($"/cibles/{s.Code}/fixer", who => Holds(who, Permission.SetTargets, s))), new("/cibles/personne/fixer", Target.Nobody)]),
        // Of the federation itself: one person of the matrix may remove it.
        new("POST /cibles/{node}/{target:guid}/retrait", Permission.SetTargets,
            [new($"/cibles/fed/{known.Aim}/retrait", who => Holds(who, Permission.SetTargets, new Spot(SmallFederation.Federation))), new($"/cibles/fed/{Guid.Empty}/retrait", Target.Nobody)]),
    ];
}
