using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Search;

/// <summary>The search: its page, and what it proposes while one types.</summary>
internal static class SearchPages
{
    private const int SearchOrder = 0;

    public static void Add(IServiceCollection services)
    {
        services.AddNavigation("/recherche", "search.title", Permission.ReadReference, SearchOrder);
        services.AddScoped<KnownPages>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/recherche", SearchActs.ShowAsync).Needs(Permission.ReadReference);
        routes.MapGet("/recherche/propositions", SearchActs.SuggestAsync).Needs(Permission.ReadReference);
    }
}
