using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Disclosure;

public static class DisclosureRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<KnownReadings>();
        services.AddScoped<SmallNumbers>();
        services.AddScoped<PublicReadings>();
        services.AddScoped<PublicFiguresQuery>();
        services.AddScoped<PublicRows>();
    }
}
