using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Series;

public static class SeriesRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<PerimeterResolvers>();
        services.AddScoped<NodeHistoryQuery>();
        services.AddScoped<SeriesQuery>();
        services.AddScoped<VariationQuery>();
    }
}
