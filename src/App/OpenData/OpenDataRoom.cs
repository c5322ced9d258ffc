using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.OpenData;

public static class OpenDataRoom
{
    public static void Add(IServiceCollection services) => services.AddScoped<OpenDataFiles>();
}
