using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Consolidation;

public static class ConsolidationRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<CampaignPerimeters>();
        services.AddSingleton<NodeNames>();
        services.AddScoped<ConsolidationSources>();
        services.AddScoped<DashboardQuery>();
        services.AddScoped<OpenedFigureQuery>();
        services.AddScoped<TerritoriesQuery>();
    }
}
