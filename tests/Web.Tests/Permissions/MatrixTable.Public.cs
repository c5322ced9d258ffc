using Responsables.Domain.Accounts;

namespace Responsables.Web.Tests.Permissions;

/// <summary>What everybody reads: nothing is published here, so that only the page that says so is there. What a publication opens is in Web.Tests/Public.</summary>
internal static partial class MatrixTable
{
    private static Row[] Public() =>
    [
        new("GET /resultats", Permission.Anonymous, [new("/resultats", Target.Everyone)]),
        Nothing("GET /resultats/{year:int}", "/resultats/2025"),
        Nothing("GET /resultats/{year:int}/engagements/{number:int}", "/resultats/2025/engagements/1"),
        Nothing("GET /resultats/{year:int}/noeuds/{node}", "/resultats/2025/noeuds/fed"),
        Nothing("GET /resultats/{year:int}/indicateurs/{code}", "/resultats/2025/indicateurs/rso-gouv-responsable-rso"),
        Nothing("GET /resultats/{year:int}/indicateurs/{code}.csv", "/resultats/2025/indicateurs/rso-gouv-responsable-rso.csv"),
        Nothing("GET /resultats/{year:int}/indicateurs/{code}.json", "/resultats/2025/indicateurs/rso-gouv-responsable-rso.json"),
        Nothing("GET /resultats/{year:int}/indicateurs/{code}/serie.svg", "/resultats/2025/indicateurs/rso-gouv-responsable-rso/serie.svg"),
        Nothing("GET /resultats/{year:int}/indicateurs/{code}/carte.svg", "/resultats/2025/indicateurs/rso-gouv-responsable-rso/carte.svg"),
        Nothing("GET /resultats/{year:int}/indicateurs/{code}/integrer", "/resultats/2025/indicateurs/rso-gouv-responsable-rso/integrer"),
        Nothing("GET /resultats/rectifications", "/resultats/rectifications"),
        Nothing("GET /resultats/methode", "/resultats/methode"),
        Nothing("GET /resultats/cle-publique.pem", "/resultats/cle-publique.pem"),
        Nothing("GET /resultats/editions/{number:int}", "/resultats/editions/1"),
        Nothing("GET /resultats/editions/{number:int}/documents/{name}", "/resultats/editions/1/documents/edition-1.ods"),
        Nothing("GET /resultats/donnees", "/resultats/donnees"),
        Nothing("GET /resultats/donnees/dictionnaire", "/resultats/donnees/dictionnaire"),
        Nothing("GET /donnees/catalogue.jsonld", "/donnees/catalogue.jsonld"),
        Nothing("GET /donnees/{year:int}/e{edition:int}/{file}", "/donnees/2025/e1/figures.csv"),
    ];

    private static Row Nothing(string endpoint, string path) => new(endpoint, Permission.Anonymous, [new(path, Target.Nobody)]);
}
