using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.FollowUp;

public static class FollowUpRoom
{
    public static void Add(IServiceCollection services) => services.AddScoped<FollowUpQuery>();
}
