using Responsables.Domain.Accounts;
using Responsables.World;
using static Responsables.Web.Tests.Permissions.ScopeRules;

namespace Responsables.Web.Tests.Permissions;

internal static partial class MatrixTable
{
    // No file, or a workbook that nobody sent: let in, then refused; not there.
    private static Row[] Workbooks(Known known) =>
    [
        new("GET /dossiers/{id:guid}/classeur.xlsx", Permission.ReadSubmitted, known.EachDossier("/dossiers/{id}/classeur.xlsx", (who, spot) => Follows(who, spot) || Helps(who, spot))),
        new("GET /dossiers/{id:guid}/classeur", Permission.EnterAnswers, known.EachDossier("/dossiers/{id}/classeur", (who, spot) => Enters(who, spot) || Helps(who, spot))),
        new("POST /dossiers/{id:guid}/classeur", Permission.EnterAnswers, known.EachDossier("/dossiers/{id}/classeur", (who, spot) => Enters(who, spot) || Helps(who, spot))),
        new("GET /dossiers/{id:guid}/classeur/{upload:guid}", Permission.EnterAnswers, known.EachDossier($"/dossiers/{{id}}/classeur/{Guid.Empty}", (_, _) => false)),
        new("POST /dossiers/{id:guid}/classeur/{upload:guid}", Permission.EnterAnswers, known.EachDossier($"/dossiers/{{id}}/classeur/{Guid.Empty}", (_, _) => false)),
        new("GET /campagnes/{year:int}/classeurs", Permission.ReadSubmitted,
            [new($"/campagnes/{Stages.Draft}/classeurs", Gathers), new($"/campagnes/{Stages.Validated}/classeurs", Gathers), new("/campagnes/1999/classeurs", Target.Nobody)]),
        new("GET /campagnes/{year:int}/classeur.xlsx", Permission.ReadSubmitted,
            [
                new($"/campagnes/{Stages.Signed}/classeur.xlsx?sous=fonds-a", who => Spot.Nodes.Any(s => IsUnder(s, SmallFederation.FundA) && (Follows(who, s) || Helps(who, s)))),
                new($"/campagnes/{Stages.Signed}/classeur.xlsx?sous=personne", Target.Nobody), new("/campagnes/1999/classeur.xlsx?sous=fed", Target.Nobody),
            ]),
        new("POST /campagnes/{year:int}/classeurs", Permission.ManageCampaigns, [new($"/campagnes/{Stages.Draft}/classeurs", Target.Everyone), new("/campagnes/1999/classeurs", Target.Nobody)]),
        new("GET /campagnes/{year:int}/classeurs/{upload:guid}", Permission.ManageCampaigns, [new($"/campagnes/{Stages.Draft}/classeurs/{Guid.Empty}", Target.Nobody)]),
        new("POST /campagnes/{year:int}/classeurs/{upload:guid}", Permission.ManageCampaigns, [new($"/campagnes/{Stages.Draft}/classeurs/{Guid.Empty}", Target.Nobody)]),
    ];

    private static bool IsUnder(Spot spot, Domain.Organizations.OrganizationCode top) => spot.Code == top || spot.Above.Contains(top);

    // Whoever reads several bodies, and not those of a body alone.
    private static bool Gathers(Person who) => who.ReachOf(Permission.ReadSubmitted) is Reach.OwnFund or Reach.Everything;
}
