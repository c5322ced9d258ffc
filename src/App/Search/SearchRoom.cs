using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Search;

/// <summary>Registers the search.</summary>
public static class SearchRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<SearchAbbreviations>();
        services.AddSingleton<SearchIndex>();
        services.AddScoped<SiteSearch>();
    }
}
