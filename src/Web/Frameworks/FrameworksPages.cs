using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Frameworks;

/// <summary>Pages of the frameworks and their sheets, and the search.</summary>
internal static class FrameworksPages
{
    private const int SearchOrder = 0;

    public static void Add(IServiceCollection services)
    {
        services.AddNavigation("/referentiels", "frameworks.nav", Permission.ReadReference, 60);
        services.AddNavigation("/recherche", "frameworks.search.title", Permission.ReadReference, SearchOrder);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/referentiels", FrameworksActs.ListAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/comparaison", ComparisonActs.ShowAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/import", ImportActs.Show).Needs(Permission.ManageReference);
        routes.MapPost("/referentiels/import", ImportActs.ImportAsync).Needs(Permission.ManageReference);
        routes.MapGet("/referentiels/{code}", FrameworksActs.ShowAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/{code}/fiches/{topic}", FrameworksActs.ShowSheetAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/{code}/indicateurs/{indicator}", FrameworksActs.ShowIndicatorAsync).Needs(Permission.ReadReference);
        routes.MapGet("/referentiels/{code}/priorites", PrioritiesActs.ShowAsync).Needs(Permission.ManageReference);
        routes.MapPost("/referentiels/{code}/priorites", PrioritiesActs.ChangeAsync).Needs(Permission.ManageReference);
        routes.MapGet("/recherche", SearchActs.ShowAsync).Needs(Permission.ReadReference);
    }
}
