using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Home;

/// <summary>Registers the home page, which uses every room.</summary>
public static class HomeRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<HomeQuery>();
        services.AddScoped<DismissGuide>();
        services.AddScoped<OwnBodies>();
        services.AddScoped<LatestResults>();
        services.AddScoped<BodyResults>();
        services.AddScoped<BodySeriesQuery>();
        services.AddScoped<ProgressNews>();
        services.AddScoped<AccountsWaiting>();
    }
}
