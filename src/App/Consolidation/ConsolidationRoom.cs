using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Consolidation;

public static class ConsolidationRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<CampaignPerimeters>();
        services.AddScoped<PartsStore>();
        services.AddScoped<ConsolidationRows>();
        services.AddScoped<RebuildParts>();
        services.AddSingleton<NodeNames>();
        services.AddScoped<ConsolidationSources>();
        services.AddScoped<OpenedFigureQuery>();
        services.AddScoped<TerritoriesQuery>();
        services.AddScoped<IndicatorResultsQuery>();
        services.AddScoped<IndicatorTerritoriesQuery>();
        services.AddScoped<SurroundingsQuery>();
        services.AddScoped<FrameworkPlacesQuery>();
        services.AddScoped<HeldFiguresQuery>();
    }
}
