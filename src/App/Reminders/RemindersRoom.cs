using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Reminders;

public static class RemindersRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<KeepRules>();
        services.AddScoped<RemindByHand>();
        services.AddScoped<RemindByRules>();
    }
}
