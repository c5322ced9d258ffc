using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Campaigns;

public static class CampaignsRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Questionnaires>();
    }
}
