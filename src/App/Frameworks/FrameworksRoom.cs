using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Frameworks;

public static class FrameworksRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<FrameworkCatalog>();
        services.AddSingleton(_ => FrameworkFolder.OfTheProgram());
        services.AddScoped<LoadFrameworks>();
        services.AddScoped<FrameworkList>();
        services.AddScoped<FrameworkQuery>();
        services.AddSingleton<CrosswalkCatalog>();
        services.AddScoped<CrosswalkQuery>();
        services.AddScoped<ChangePriorities>();
        services.AddScoped<ChangeTexts>();
    }
}
