using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.CarryOver;

public static class CarryOverRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<CarryOverQuery>();
        services.AddScoped<StartFromLastYear>();
    }
}
