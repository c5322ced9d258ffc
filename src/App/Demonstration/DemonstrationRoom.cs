using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Demonstration;

public static class DemonstrationRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<CreateDemonstration>();
        services.AddScoped<PlayTargets>();
        services.AddScoped<PlayEditions>();
    }
}
