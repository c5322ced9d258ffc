using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Frameworks;

/// <summary>Pages of the frameworks and their sheets.</summary>
internal static class FrameworksPages
{
    public static void Add(IServiceCollection services)
    {
        services.AddNavigation("/referentiels", "frameworks.nav", Permission.ReadReference, 60);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/referentiels", FrameworksActs.ListAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/comparaison", ComparisonActs.ShowAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/import", ImportActs.Show).Needs(Permission.ManageReference);
        routes.MapPost("/referentiels/import", ImportActs.ImportAsync).Needs(Permission.ManageReference);
        routes.MapGet(FrameworkUrls.Crosswalks, CrosswalkActs.ListAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/correspondances/{crosswalk}/{framework}", CrosswalkActs.ShowAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/correspondances/{crosswalk}/{framework}/valeurs.csv", CrosswalkActs.DownloadAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/{code}", FrameworksActs.ShowAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/{code}/fiches/{topic}", FrameworksActs.ShowSheetAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/{code}/indicateurs/{indicator}", FrameworksActs.ShowIndicatorAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/{code}/indicateurs/{indicator}/repartition.svg", IndicatorChartActs.DrawDistributionAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/{code}/indicateurs/{indicator}/carte.svg", IndicatorChartActs.DrawMapAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/{code}/priorites", PrioritiesActs.ShowAsync).Needs(Permission.ManageReference);
        routes.MapPost("/referentiels/{code}/priorites", PrioritiesActs.ChangeAsync).Needs(Permission.ManageReference);
        routes.MapGet("/referentiels/{code}/indicateurs/{indicator}/textes", TextsActs.ShowIndicatorAsync).Needs(Permission.ManageReference);
        routes.MapPost("/referentiels/{code}/indicateurs/{indicator}/textes", TextsActs.ChangeIndicatorAsync).Needs(Permission.ManageReference);
        routes.MapGet("/referentiels/{code}/fiches/{topic}/textes", TextsActs.ShowSheetAsync).Needs(Permission.ManageReference);
        routes.MapPost("/referentiels/{code}/fiches/{topic}/textes", TextsActs.ChangeSheetAsync).Needs(Permission.ManageReference);
        routes.MapGet("/referentiels/{code}/contexte/textes", TextsActs.ShowContextAsync).Needs(Permission.ManageReference);
        routes.MapPost("/referentiels/{code}/contexte/textes", TextsActs.ChangeContextAsync).Needs(Permission.ManageReference);
    }
}
