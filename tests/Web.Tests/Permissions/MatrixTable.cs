using Responsables.Domain.Accounts;
using Responsables.World;
using static Responsables.Web.Tests.Permissions.ScopeRules;

namespace Responsables.Web.Tests.Permissions;

/// <summary>Every endpoint of the site, in the order in which it is asked: acts on the spare account go from giving to taking away, leaving comes last.</summary>
internal static partial class MatrixTable
{
    public static IReadOnlyList<Row> Of(Known known) =>
    [
        .. Open("/", "/accessibilite", "/mentions-legales", "/donnees-personnelles", "/ecoconception", "/aide", "/contact", "/code-source", "/securite",
            "/plan-du-site", "/etat-du-service", "/.well-known/security.txt", "/sante", "/connexion", "/mot-de-passe-oublie"),
        new("GET /aide/{subject}", Permission.Anonymous, [new("/aide/dossiers", Target.Everyone), new("/aide/rien", Target.Nobody)]),
        Somewhere("POST /guide", Permission.ReadReference),
        Somewhere("POST /raccourcis", Permission.ReadReference),
        new("GET /{*path}", Permission.Anonymous, [new("/rien/de/tel", Target.Nobody)]),
        .. Evidence(known), .. Public(),
        .. Submissions(known), .. Workbooks(known),
        .. Reviews(known),
        .. Quality(known),
        .. Benchmark(),
        .. Figures(),
        .. Targets(known),
        .. Reference(), .. Crosswalks(), .. Publications(),
        .. Campaigns(known),
        .. Messages(),
        .. Accounts(known),
        .. Ending(known),
        Somewhere("GET /delegations", Permission.SignSubmission),
        new("POST /delegations", Permission.SignSubmission,
            [.. Spot.Bodies.Select(s => new Target("/delegations", who => who.Role == Role.Director && who.Scope == s.Code, ("organization", s.Code.Value)))]),
        new("POST /delegations/{id:guid}/retrait", Permission.SignSubmission, [new($"/delegations/{known.Delegation}/retrait", Target.Nobody), new($"/delegations/{Guid.Empty}/retrait", Target.Nobody)]),
        Somewhere("GET /reglages", Permission.ManageAccounts),
        // No number: let in, then refused.
        Somewhere("POST /reglages/petits-nombres", Permission.ManageAccounts),
        Somewhere("GET /journal", Permission.ReadTrail),
        Somewhere("POST /journal/verification", Permission.ReadTrail),
        new("GET /invitation/{token}", Permission.Anonymous, [new($"/invitation/{known.Link}", Target.Everyone), new("/invitation/x", Target.Nobody)]),
        new("POST /invitation/{token}", Permission.Anonymous, [new($"/invitation/{known.Link}", Target.Everyone), new("/invitation/x", Target.Nobody)]),
        new("GET /adresse/{token}", Permission.Anonymous, [new("/adresse/x", Target.Nobody)]),
        new("POST /adresse/{token}", Permission.Anonymous, [new("/adresse/x", Target.Nobody)]),
        Somewhere("POST /connexion", Permission.Anonymous),
        Somewhere("POST /connexion/code", Permission.Anonymous),
        Somewhere("POST /mot-de-passe-oublie", Permission.Anonymous),
        Somewhere("POST /session", Permission.Anonymous),
        Somewhere("POST /deconnexion", Permission.Anonymous),
    ];

    private static Row[] Submissions(Known known) =>
    [
        Somewhere("GET /dossiers", Permission.ReadSubmitted),
        new("GET /dossiers/{id:guid}", Permission.ReadSubmitted, known.EachDossier("/dossiers/{id}", (who, spot) => Follows(who, spot) || Helps(who, spot))),
        new("GET /dossiers/{id:guid}/engagements/{code}", Permission.ReadSubmitted,
            [.. known.EachDossier("/dossiers/{id}/engagements/contexte", Follows), .. known.EachDossier("/dossiers/{id}/engagements/E1", (who, spot) => Follows(who, spot) || Helps(who, spot))]),
        new("GET /dossiers/{id:guid}/verification", Permission.ReadSubmitted, known.EachDossier("/dossiers/{id}/verification", Follows)),
        new("POST /dossiers/{id:guid}/engagements/{code}", Permission.EnterAnswers, known.EachDossier("/dossiers/{id}/engagements/E1", (who, spot) => Enters(who, spot) || Helps(who, spot))),
        new("GET /dossiers/{id:guid}/engagements/{code}/coller", Permission.EnterAnswers, known.EachDossier("/dossiers/{id}/engagements/contexte/coller", Enters)),
        new("POST /dossiers/{id:guid}/engagements/{code}/coller", Permission.EnterAnswers,
            known.EachDossier("/dossiers/{id}/engagements/contexte/coller", Enters, ("collage", "12"), ("depuis", "nb_sites"))),
        new("POST /dossiers/{id:guid}/saisie", Permission.EnterAnswers, known.EachDossier("/dossiers/{id}/saisie", (who, spot) => Enters(who, spot) || Helps(who, spot), ("nb_sites.base", ""), ("nb_sites", "3"))),
        new("GET /dossiers/{id:guid}/questions/{variable}", Permission.ReadSubmitted, known.EachQuestion("/dossiers/{id}/questions/nb_sites", ReadsAnswers)),
        new("POST /dossiers/{id:guid}/questions/{variable}/commentaires", Permission.CommentAnswers,
            known.EachQuestion("/dossiers/{id}/questions/nb_sites/commentaires", (who, spot, year) => ReadsAnswers(who, spot, year) && Holds(who, Permission.CommentAnswers, spot), ("message", "Vu."))),
        new("GET /dossiers/{id:guid}/confier", Permission.AssignQuestions, known.EachDossier("/dossiers/{id}/confier", Assigns)),
        new("POST /dossiers/{id:guid}/confier", Permission.AssignQuestions, known.EachDossier("/dossiers/{id}/confier", Assigns, ("email", "personne"))),
        new("GET /dossiers/{id:guid}/confier/{assignment:guid}", Permission.AssignQuestions, known.EachAssignment("", Assigns)),
        new("POST /dossiers/{id:guid}/confier/{assignment:guid}", Permission.AssignQuestions, known.EachAssignment("", Assigns, ("version", "-5"))),
        // A version that nobody has read: let in, then stale.
        new("POST /dossiers/{id:guid}/signature", Permission.SignSubmission, known.EachDossier("/dossiers/{id}/signature", Signs, ("version", "-5"))),
        new("POST /dossiers/{id:guid}/renvoi", Permission.SignSubmission, known.EachDossier("/dossiers/{id}/renvoi", Signs, ("reason", "À revoir."))),
        new("POST /dossiers/{id:guid}/signature/retrait", Permission.SignSubmission, known.EachDossier("/dossiers/{id}/signature/retrait", Signs)),
    ];

    // What takes the questions back comes after all that their holder is asked about.
    private static Row[] Ending(Known known) => [new("POST /dossiers/{id:guid}/confier/{assignment:guid}/fin", Permission.AssignQuestions, known.EachAssignment("/fin", Assigns))];

    private static Row[] Reviews(Known known) =>
    [
        Somewhere("GET /examen", Permission.ReviewSubmission),
        new("GET /examen/{year:int}", Permission.ReviewSubmission, [.. Years("/examen/{year}"), new("/examen/1999", Target.Nobody)]),
        new("GET /examen/dossiers/{id:guid}", Permission.ReviewSubmission, known.EachDossier("/examen/dossiers/{id}", Follows)),
        new("POST /examen/dossiers/{id:guid}", Permission.ReviewSubmission, known.EachDossier("/examen/dossiers/{id}", ScopeRules.Reviews)),
        new("POST /examen/dossiers/{id:guid}/reste", Permission.ReviewSubmission,
            known.EachDossier("/examen/dossiers/{id}/reste", ScopeRules.Reviews, ("version", "-5"))),
        new("POST /examen/{year:int}/vu", Permission.ReviewSubmission, [.. Years("/examen/{year}/vu"), new("/examen/1999/vu", Target.Nobody)]),
        // A filter that keeps nothing: let in, then refused.
        new("POST /examen/{year:int}/filtres", Permission.ReviewSubmission, [.. Years("/examen/{year}/filtres"), new("/examen/1999/filtres", Target.Nobody)]),
        new("POST /examen/filtres/{id:guid}/retrait", Permission.ReviewSubmission,
            [new($"/examen/filtres/{known.Filter}/retrait", Target.Nobody), new($"/examen/filtres/{Guid.Empty}/retrait", Target.Nobody)]),
        Somewhere("GET /examen/motifs", Permission.ReviewSubmission),
        Somewhere("POST /examen/motifs", Permission.ReviewSubmission),
        new("POST /examen/motifs/{id:guid}/retrait", Permission.ReviewSubmission,
            [new($"/examen/motifs/{known.Reason}/retrait", Target.Nobody), new($"/examen/motifs/{Guid.Empty}/retrait", Target.Nobody)]),
        // Of one year: shown what it would do, for whoever reviews the body; a dossier of another year is not there.
        new("POST /examen/{year:int}/lot", Permission.ReviewSubmission,
            [.. known.EachDossierOf(Stages.Signed, $"/examen/{Stages.Signed}/lot", ScopeRules.Reviews), .. known.EachDossierOf(Stages.Signed, $"/examen/{Stages.Draft}/lot", (_, _) => false)]),
        new("GET /examen/lots/{id:guid}", Permission.ReviewSubmission, [new($"/examen/lots/{known.Batch}", Target.Nobody), new($"/examen/lots/{Guid.Empty}", Target.Nobody)]),
        new("POST /examen/lots/{id:guid}/annulation", Permission.ReviewSubmission,
            [new($"/examen/lots/{known.Batch}/annulation", Target.Nobody), new($"/examen/lots/{Guid.Empty}/annulation", Target.Nobody)]),
        Somewhere("GET /acceptation", Permission.AcceptSubmission),
        new("GET /acceptation/{year:int}", Permission.AcceptSubmission, [.. Years("/acceptation/{year}"), new("/acceptation/1999", Target.Nobody)]),
        new("POST /acceptation/{year:int}", Permission.AcceptSubmission, Years("/acceptation/{year}")),
        new("GET /acceptation/lots/{id:guid}", Permission.AcceptSubmission, Found($"/acceptation/lots/{known.Acceptance}", $"/acceptation/lots/{Guid.Empty}")),
        new("POST /acceptation/lots/{id:guid}/annulation", Permission.AcceptSubmission, Found($"/acceptation/lots/{known.Acceptance}/annulation", $"/acceptation/lots/{Guid.Empty}/annulation")),
    ];

    private static Row[] Figures() =>
    [
        Somewhere("GET /chiffres", Permission.ReadFigures),
        new("GET /chiffres/{year:int}/territoires", Permission.ReadFigures, [.. Years("/chiffres/{year}/territoires"), new("/chiffres/1999/territoires", Target.Nobody)]),
        new("GET /chiffres/{year:int}/{node}", Permission.ReadFigures, [.. Known.EachNode(""), new("/chiffres/2025/personne", Target.Nobody)]),
        new("GET /chiffres/{year:int}/{node}/{indicator}", Permission.ReadFigures, Known.EachNode("/{indicator}")),
        new("GET /chiffres/{year:int}/{node}/{indicator}.csv", Permission.ReadFigures, Known.EachNode("/{indicator}.csv")),
        new("GET /chiffres/{year:int}/{node}/vue-publique", Permission.PreviewPublication, Known.EachPublicNode("")),
        new("GET /chiffres/{year:int}/{node}/vue-publique/{indicator}", Permission.PreviewPublication, Known.EachPublicNode("/rso-gouv-responsable-rso")),
        new("GET /series/{node}/{indicator}", Permission.ReadFigures, Known.EachSeries("")),
        new("GET /series/{node}/{indicator}.csv", Permission.ReadFigures, Known.EachSeries(".csv")),
        new("GET /series/{node}/{indicator}.svg", Permission.ReadFigures, Known.EachSeries(".svg")),
        // One year only has a value here, so that there is no variation to draw: who sees one is in SeriesPagesTests.
        new("GET /series/{node}/{indicator}/branches.svg", Permission.ReadFigures, [new("/series/fonds-a/rso-gouv-responsable-rso/branches.svg", Target.Nobody)]),
        new("GET /series/{node}/{indicator}/variation.svg", Permission.ReadFigures, [new("/series/fed/rso-gouv-responsable-rso/variation.svg", Target.Nobody)]),
    ];

    private static Row[] Reference() =>
    [
        Somewhere("GET /recherche", Permission.ReadReference),
        Somewhere("GET /recherche/propositions", Permission.ReadReference),
        Somewhere("GET /referentiels", Permission.ReadReference),
        Somewhere("GET /referentiels/comparaison", Permission.ReadReference),
        Somewhere("GET /referentiels/import", Permission.ManageReference),
        Somewhere("POST /referentiels/import", Permission.ManageReference),
        new("GET /referentiels/{code}", Permission.ReadReference, Found("/referentiels/rso-2020", "/referentiels/rien")),
        new("GET /referentiels/{code}/fiches/{topic}", Permission.ReadReference, Found("/referentiels/rso-2020/fiches/E1.1", "/referentiels/rso-2020/fiches/E9.9")),
        new("GET /referentiels/{code}/indicateurs/{indicator}", Permission.ReadReference,
            Found("/referentiels/rso-2020/indicateurs/rso-gouv-responsable-rso", "/referentiels/rso-2020/indicateurs/rien")),
        // Nothing of this indicator has a value here, so that there is nothing to draw: who sees which territories is in ChartPagesTests.
        new("GET /referentiels/{code}/indicateurs/{indicator}/repartition.svg", Permission.ReadReference,
            [new("/referentiels/rso-2020/indicateurs/rso-gouv-responsable-rso/repartition.svg", Target.Nobody), new("/referentiels/rso-2020/indicateurs/rien/repartition.svg", Target.Nobody)]),
        new("GET /referentiels/{code}/indicateurs/{indicator}/carte.svg", Permission.ReadReference,
            [new("/referentiels/rso-2020/indicateurs/rso-gouv-responsable-rso/carte.svg", Target.Nobody), new("/referentiels/rso-2020/indicateurs/rien/carte.svg", Target.Nobody)]),
        new("GET /referentiels/{code}/priorites", Permission.ManageReference, Found("/referentiels/rso-2020/priorites", "/referentiels/rien/priorites")),
        new("POST /referentiels/{code}/priorites", Permission.ManageReference,
            [new("/referentiels/rso-2020/priorites", Target.Everyone, ("version", "-5")), new("/referentiels/rien/priorites", Target.Nobody, ("version", "1"))]),
        new("GET /referentiels/{code}/fiches/{topic}/textes", Permission.ManageReference, Found("/referentiels/rso-2020/fiches/E1.1/textes", "/referentiels/rso-2020/fiches/E9.9/textes")),
        new("POST /referentiels/{code}/fiches/{topic}/textes", Permission.ManageReference,
            [new("/referentiels/rso-2020/fiches/E1.1/textes", Target.Everyone, ("version", "-5")), new("/referentiels/rso-2020/fiches/E9.9/textes", Target.Nobody, ("version", "1"))]),
        new("GET /referentiels/{code}/indicateurs/{indicator}/textes", Permission.ManageReference, Found("/referentiels/rso-2020/indicateurs/rso-gouv-responsable-rso/textes", "/referentiels/rso-2020/indicateurs/rien/textes")),
        new("POST /referentiels/{code}/indicateurs/{indicator}/textes", Permission.ManageReference,
            [new("/referentiels/rso-2020/indicateurs/rso-gouv-responsable-rso/textes", Target.Everyone, ("version", "-5")), new("/referentiels/rso-2020/indicateurs/rien/textes", Target.Nobody, ("version", "1"))]),
        new("GET /referentiels/{code}/contexte/textes", Permission.ManageReference, Found("/referentiels/rso-2020/contexte/textes", "/referentiels/rien/contexte/textes")),
        new("POST /referentiels/{code}/contexte/textes", Permission.ManageReference,
            [new("/referentiels/rso-2020/contexte/textes", Target.Everyone, ("version", "-5")), new("/referentiels/rien/contexte/textes", Target.Nobody, ("version", "1"))]),
        Somewhere("GET /organismes", Permission.ReadReference),
        new("GET /organismes/actes/{act}", Permission.ManageReference, Found("/organismes/actes/fermeture", "/organismes/actes/rien")),
        new("POST /organismes/actes/{act}", Permission.ManageReference, Found("/organismes/actes/fermeture", "/organismes/actes/rien")),
        new("GET /organismes/{code}", Permission.ReadReference, [.. Spot.Nodes.Select(s => new Target($"/organismes/{s.Code}", Target.Everyone)), new("/organismes/rien", Target.Nobody)]),
    ];

    private static Row[] Campaigns(Known known) =>
    [
        Somewhere("GET /campagnes", Permission.ReadReference),
        new("GET /campagnes/{year:int}", Permission.ReadReference, [.. Years("/campagnes/{year}"), new("/campagnes/1999", Target.Nobody)]),
        Somewhere("GET /campagnes/nouvelle", Permission.ManageCampaigns),
        new("POST /campagnes/nouvelle", Permission.ManageCampaigns, [new("/campagnes/nouvelle", Target.Everyone, ("annee", "2031"), ("referentiel", "rso-2020"))]),
        new("GET /campagnes/{year:int}/cloture", Permission.ManageCampaigns, Years("/campagnes/{year}/cloture")),
        new("POST /campagnes/{year:int}/cloture", Permission.ManageCampaigns, [new($"/campagnes/{Stages.Spare}/cloture", Target.Everyone)]),
        new("GET /campagnes/{year:int}/calendrier", Permission.ManageCampaigns, [.. Years("/campagnes/{year}/calendrier"), new("/campagnes/1999/calendrier", Target.Nobody)]),
        new("POST /campagnes/{year:int}/calendrier", Permission.ManageCampaigns, [.. Years("/campagnes/{year}/calendrier"), new("/campagnes/1999/calendrier", Target.Nobody)]),
        new("GET /campagnes/{year:int}/delais", Permission.ManageCampaigns, [.. Years("/campagnes/{year}/delais"), new("/campagnes/1999/delais", Target.Nobody)]),
        new("POST /campagnes/{year:int}/delais", Permission.ManageCampaigns, [.. Years("/campagnes/{year}/delais"), new("/campagnes/1999/delais", Target.Nobody)]),
        new("POST /campagnes/{year:int}/delais/{extension:guid}/retrait", Permission.ManageCampaigns,
            [new($"/campagnes/{Stages.Draft}/delais/{known.Extension}/retrait", Target.Everyone), new($"/campagnes/{Stages.Draft}/delais/{Guid.Empty}/retrait", Target.Nobody)]),
        new("GET /campagnes/{year:int}/echeances", Permission.ChooseOptional, [.. ByBranch($"/campagnes/{Stages.Draft}/echeances"), new("/campagnes/1999/echeances", Target.Nobody)]),
        new("POST /campagnes/{year:int}/echeances", Permission.ChooseOptional, ToBranch($"/campagnes/{Stages.Draft}/echeances")),
        new("GET /campagnes/declinaison", Permission.ReadReference, [new("/campagnes/declinaison", Target.Everyone), new("/campagnes/declinaison?branche=Ailleurs", Target.Nobody)]),
        new("GET /campagnes/declinaison/fichier", Permission.ReadReference, [new("/campagnes/declinaison/fichier?branche=Maladie", Target.Nobody)]),
        new("POST /campagnes/declinaison/fichier", Permission.ChooseOptional, ToBranch("/campagnes/declinaison/fichier")),
        new("GET /campagnes/declinaison/indicateur", Permission.ChooseOptional, ByBranch("/campagnes/declinaison/indicateur")),
        new("POST /campagnes/declinaison/indicateur", Permission.ChooseOptional, ToBranch("/campagnes/declinaison/indicateur")),
        new("POST /campagnes/declinaison/retrait", Permission.ChooseOptional, [new("/campagnes/declinaison/retrait", Target.Nobody, Choice("Maladie"))]),
        new("GET /campagnes/choix", Permission.ChooseOptional, [new("/campagnes/choix", Target.Everyone), .. ByBranch("/campagnes/choix")]),
        new("POST /campagnes/choix", Permission.ChooseOptional, ToBranch("/campagnes/choix")),
    ];

    private static Row[] Accounts(Known known) =>
    [
        Somewhere("GET /mon-compte", Permission.ReadReference),
        Somewhere("POST /mon-compte/mot-de-passe", Permission.ReadReference),
        new("POST /mon-compte/adresse", Permission.ReadReference, [new("/mon-compte/adresse", Target.Nobody)]),
        Somewhere("GET /mon-compte/double-authentification", Permission.ReadReference),
        Somewhere("POST /mon-compte/double-authentification", Permission.ReadReference),
        Somewhere("POST /mon-compte/double-authentification/codes", Permission.ReadReference),
        Somewhere("POST /mon-compte/double-authentification/retrait", Permission.ReadReference),
        Somewhere("GET /comptes", Permission.ManageAccounts),
        Somewhere("GET /comptes/inviter/plusieurs", Permission.ManageAccounts),
        Somewhere("POST /comptes/inviter/plusieurs", Permission.ManageAccounts),
        Somewhere("GET /comptes/double-authentification", Permission.ManageAccounts),
        Somewhere("POST /comptes/double-authentification", Permission.ManageAccounts),
        Somewhere("GET /comptes/inviter", Permission.ManageAccounts),
        Somewhere("POST /comptes/inviter", Permission.ManageAccounts),
        new("POST /comptes/invitations/{id:guid}/retrait", Permission.ManageAccounts, [new($"/comptes/invitations/{known.Invitation}/retrait", Target.Everyone)]),
        new("GET /comptes/{id:guid}", Permission.ManageAccounts, Found($"/comptes/{known.Account}", $"/comptes/{Guid.Empty}")),
        new("POST /comptes/{id:guid}/roles", Permission.ManageAccounts, [new($"/comptes/{known.Account}/roles", Target.Everyone, ("role", "Auditor"))]),
        new("POST /comptes/{id:guid}/roles/{grant:guid}/retrait", Permission.ManageAccounts, [new($"/comptes/{known.Account}/roles/{known.Grant}/retrait", Target.Everyone)]),
        new("POST /comptes/{id:guid}/adresse", Permission.ManageAccounts, [new($"/comptes/{known.Account}/adresse", Target.Everyone)]),
        new("POST /comptes/{id:guid}/double-authentification/retrait", Permission.ManageAccounts, [new($"/comptes/{known.Account}/double-authentification/retrait", Target.Everyone)]),
        new("POST /comptes/{id:guid}/lien", Permission.ManageAccounts, [new($"/comptes/{known.Account}/lien", Target.Everyone)]),
        new("POST /comptes/{id:guid}/desactivation", Permission.ManageAccounts, [new($"/comptes/{known.Account}/desactivation", Target.Everyone)]),
        new("POST /comptes/{id:guid}/activation", Permission.ManageAccounts, [new($"/comptes/{known.Account}/activation", Target.Everyone)]),
    ];

    private static IEnumerable<Row> Open(params string[] paths) => paths.Select(path => Somewhere($"GET {path}", Permission.Anonymous));

    private static Row Somewhere(string endpoint, Permission needs) => new(endpoint, needs, [new Target(endpoint.Split(' ')[1], Target.Everyone)]);

    private static IReadOnlyList<Target> Found(string there, string absent) => [new(there, Target.Everyone), new(absent, Target.Nobody)];

    private static IReadOnlyList<Target> Years(string path) =>
        [.. Stages.All.Select(year => new Target(path.Replace("{year}", $"{year}", StringComparison.Ordinal), Target.Everyone))];

    private static bool Enters(Person who, Spot spot) => Holds(who, Permission.EnterAnswers, spot);

    private static bool Assigns(Person who, Spot spot) => Holds(who, Permission.AssignQuestions, spot);

    private static bool Signs(Person who, Spot spot) => Holds(who, Permission.SignSubmission, spot);

    private static Func<Person, bool> Chooses(Domain.Organizations.OrganizationCode fund) => who => Holds(who, Permission.ChooseOptional, new Spot(fund));

    private static IReadOnlyList<Target> ByBranch(string path) =>
        [new($"{path}?branche=Maladie", Chooses(SmallFederation.FundA)), new($"{path}?branche=Famille", Chooses(SmallFederation.FundB))];

    private static IReadOnlyList<Target> ToBranch(string path) =>
        [new(path, Chooses(SmallFederation.FundA), Choice("Maladie")), new(path, Chooses(SmallFederation.FundB), Choice("Famille"))];

    private static (string, string)[] Choice(string branch) => [("referentiel", "rso-2020"), ("branche", branch), ("sceau", "x")];
}
