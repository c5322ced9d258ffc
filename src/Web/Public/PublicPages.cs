using Responsables.Domain.Accounts;
using Responsables.Web.Platform;

namespace Responsables.Web.Public;

/// <summary>What everybody reads, without an account: published figures, how they are made, and the files to take. Nothing before the end of an embargo.</summary>
internal static class PublicPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/resultats", ResultsActs.ShowLatestAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/{year:int}", ResultsActs.ShowYearAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/{year:int}/engagements/{number:int}", ResultsActs.ShowCommitmentAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/{year:int}/noeuds/{node}", ResultsActs.ShowNodeAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/{year:int}/indicateurs/{code}", IndicatorActs.ShowAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/{year:int}/indicateurs/{code}.csv", IndicatorActs.CsvAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/{year:int}/indicateurs/{code}.json", IndicatorActs.JsonAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/{year:int}/indicateurs/{code}/serie.svg", IndicatorActs.DrawSeriesAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/{year:int}/indicateurs/{code}/carte.svg", IndicatorActs.DrawMapAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/{year:int}/indicateurs/{code}/integrer", IndicatorActs.EmbedAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/rectifications", ResultsActs.ShowRestatementsAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/methode", ResultsActs.ShowMethodAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/cle-publique.pem", OpenDataActs.KeysAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/editions/{number:int}", OpenDataActs.ShowEditionAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/editions/{number:int}/documents/{name}", DocumentActs.FileAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/donnees", OpenDataActs.ShowAsync).Needs(Permission.Anonymous);
        routes.MapGet("/resultats/donnees/dictionnaire", OpenDataActs.ShowDictionaryAsync).Needs(Permission.Anonymous);
        routes.MapGet("/donnees/catalogue.jsonld", OpenDataActs.CatalogueAsync).Needs(Permission.Anonymous);
        routes.MapGet("/donnees/{year:int}/e{edition:int}/{file}", OpenDataActs.FileAsync).Needs(Permission.Anonymous);
    }
}
