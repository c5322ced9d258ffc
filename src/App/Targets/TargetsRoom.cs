using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Targets;

public static class TargetsRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<TargetGuards>();
        services.AddScoped<SetTargets>();
        services.AddScoped<TargetsQuery>();
    }
}
