using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Trail;

public static class TrailRoom
{
    public static void Add(IServiceCollection services) => services.AddScoped<TrailQuery>();
}
