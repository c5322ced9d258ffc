using Responsables.Domain.Accounts;

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
        new("POST /publications/{number:int}/approbation", Permission.ApprovePublication, [new Target("/publications/1/approbation", Target.Nobody)]),
        new("POST /publications/{number:int}/refus", Permission.ApprovePublication, [new Target("/publications/1/refus", Target.Nobody)]),
        new("POST /publications/{number:int}/publication", Permission.PreparePublication, [new Target("/publications/1/publication", Target.Nobody)]),
        Somewhere("GET /publications/verification", Permission.PreviewPublication),
        Somewhere("POST /publications/verification", Permission.PreviewPublication),
    ];
}
