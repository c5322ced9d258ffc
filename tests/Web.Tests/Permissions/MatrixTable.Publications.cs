using Responsables.Domain.Accounts;
using Responsables.World;
using static Responsables.Web.Tests.Permissions.ScopeRules;

namespace Responsables.Web.Tests.Permissions;

internal static partial class MatrixTable
{
    // No edition was made here: who sees, decides and publishes one is in EditionPagesTests.
    private static Row[] Publications() =>
    [
        Somewhere("GET /publications", Permission.PreviewPublication),
        Somewhere("POST /publications", Permission.PreparePublication),
        new("GET /publications/{number:int}", Permission.PreviewPublication, [new Target("/publications/1", Target.Nobody)]),
        new("GET /publications/{number:int}/edition.json", Permission.PreviewPublication, [new Target("/publications/1/edition.json", Target.Nobody)]),
        new("GET /publications/{number:int}/documents/{format}", Permission.PreviewPublication, [new Target("/publications/1/documents/pdf", Target.Nobody)]),
        new("POST /publications/{number:int}/approbation", Permission.ApprovePublication, [new Target("/publications/1/approbation", Target.Nobody)]),
        new("POST /publications/{number:int}/refus", Permission.ApprovePublication, [new Target("/publications/1/refus", Target.Nobody)]),
        new("POST /publications/{number:int}/publication", Permission.PreparePublication, [new Target("/publications/1/publication", Target.Nobody)]),
        Somewhere("GET /publications/verification", Permission.PreviewPublication),
        Somewhere("POST /publications/verification", Permission.PreviewPublication),
        Somewhere("GET /rapports", Permission.WriteReports),
        new("GET /rapports/{year:int}", Permission.WriteReports, [.. Years("/rapports/{year}"), new("/rapports/1999", Target.Nobody)]),
        new("GET /rapports/{year:int}/{node}", Permission.WriteReports, Reports("")),
        new("GET /rapports/{year:int}/{node}/identite", Permission.WriteReports, Reports("/identite")),
        // An identity without a name is refused to whoever may set one.
        new("POST /rapports/{year:int}/{node}/identite", Permission.WriteReports, Reports("/identite")),
        // Without an edition it is refused to whoever may ask for it.
        new("GET /rapports/{year:int}/{node}/apercu.pdf", Permission.WriteReports, Reports("/apercu.pdf")),
        new("GET /rapports/{year:int}/{node}/logo.png", Permission.WriteReports, [new Target($"/rapports/{Stages.Validated}/fed/logo.png", Target.Nobody)]),
        new("GET /rapports/{year:int}/{node}/graphiques/{indicator}.svg", Permission.WriteReports, [new Target($"/rapports/{Stages.Validated}/fed/graphiques/part-formes.svg", Target.Nobody)]),
        new("GET /rapports/{year:int}/{node}/{section}", Permission.WriteReports, [.. Reports("/methode"), new($"/rapports/{Stages.Validated}/fed/rien", Target.Nobody)]),
        // A text that changes nothing is kept as it is.
        new("POST /rapports/{year:int}/{node}/{section}", Permission.WriteReports, [.. Reports("/methode"), new($"/rapports/{Stages.Validated}/fed/rien", Target.Nobody)]),
        new("POST /rapports/{year:int}/{node}/{section}/relecture", Permission.WriteReports, [new Target($"/rapports/{Stages.Validated}/fed/methode/relecture", Target.Nobody)]),
    ];

    // The report of the federation and of each fund, for whoever writes it; a body has none.
    private static IReadOnlyList<Target> Reports(string end) =>
    [
        .. Spot.Nodes.Select(s => new Target(
            $"/rapports/{Stages.Validated}/{s.Code}{end}", who => (s.Code == SmallFederation.Federation || s.Code == SmallFederation.FundA || s.Code == SmallFederation.FundB) && Holds(who, Permission.WriteReports, s))),
        new($"/rapports/1999/fed{end}", Target.Nobody),
    ];
}
