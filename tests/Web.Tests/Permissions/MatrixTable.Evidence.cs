using Responsables.Domain.Accounts;
using static Responsables.Web.Tests.Permissions.ScopeRules;

namespace Responsables.Web.Tests.Permissions;

/// <summary>Evidence: every dossier has a piece beside the number of its sites, whose tie bears the identifier of the dossier.</summary>
internal static partial class MatrixTable
{
    private static Row[] Evidence(Known known) =>
    [
        new("GET /dossiers/{id:guid}/questions/{variable}/pieces", Permission.ReadSubmitted, known.EachQuestion("/dossiers/{id}/questions/nb_sites/pieces", ReadsAnswers)),
        // Nothing chosen: let in, then refused.
        new("POST /dossiers/{id:guid}/questions/{variable}/pieces", Permission.EnterAnswers, known.EachDossier("/dossiers/{id}/questions/nb_sites/pieces", Enters)),
        new("POST /dossiers/{id:guid}/questions/{variable}/pieces/rattachement", Permission.EnterAnswers, known.EachDossier("/dossiers/{id}/questions/nb_sites/pieces/rattachement", Enters)),
        new("GET /pieces/{tie:guid}/fichier", Permission.ReadReference, known.EachQuestion("/pieces/{id}/fichier", ReadsEvidence)),
        new("GET /organismes/{code}/pieces", Permission.ReadSubmitted,
            [.. Spot.Bodies.Select(s => new Target($"/organismes/{s.Code}/pieces", who => Follows(who, s) || Helps(who, s))), new("/organismes/rien/pieces", Target.Nobody)]),
        // No year of these follows another, so that there is nothing to start from: who does is in CarryOverTests and CarryOverPagesTests.
        new("GET /dossiers/{id:guid}/report", Permission.EnterAnswers, known.EachDossier("/dossiers/{id}/report", (_, _) => false)),
        new("POST /dossiers/{id:guid}/report", Permission.EnterAnswers, known.EachDossier("/dossiers/{id}/report", (_, _) => false)),
        new("POST /pieces/{tie:guid}/retrait", Permission.EnterAnswers, known.EachDossier("/pieces/{id}/retrait", Enters)),
    ];

    // Whoever reads the answer as it stands: the committee too, once it is validated.
    private static bool ReadsEvidence(Person who, Spot spot, int year) =>
        ReadsAnswers(who, spot, year) || (year == Stages.Validated && Holds(who, Permission.ReadValidated, spot));
}
