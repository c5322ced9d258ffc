using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.World;
using static Responsables.Web.Tests.Permissions.ScopeRules;

namespace Responsables.Web.Tests.Permissions;

internal static partial class MatrixTable
{
    private const string Crosswalk = "/referentiels/correspondances/vsme-basic/rso-2020";

    private static Row[] Crosswalks() =>
    [
        Somewhere("GET /referentiels/correspondances", Permission.ReadReference),
        new("GET /referentiels/correspondances/{crosswalk}/{framework}", Permission.ReadReference, Crosswalked("")),
        new("GET /referentiels/correspondances/{crosswalk}/{framework}/valeurs.csv", Permission.ReadReference, Crosswalked("/valeurs.csv")),
    ];

    // With a year it shows validated figures of the whole, for those who read them.
    private static IReadOnlyList<Target> Crosswalked(string end) =>
    [
        .. Found(Crosswalk + end, $"/referentiels/correspondances/rien/rso-2020{end}"),
        new($"{Crosswalk}{end}?annee={Stages.Validated}", who => ReadsFigures(who, new Spot(SmallFederation.Federation), FigureLevel.Validated)),
        new($"{Crosswalk}{end}?annee=1999", Target.Nobody),
    ];
}
