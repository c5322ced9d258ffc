using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Campaigns;

public static class CampaignsRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Questionnaires>();
        services.AddScoped<LastValidated>();
        services.AddScoped<OpenCampaign>();
        services.AddScoped<CloseCampaign>();
        services.AddScoped<ChangeCalendar>();
        services.AddScoped<ExtendWindow>();
        services.AddScoped<ExtensionList>();
        services.AddScoped<CampaignList>();
        services.AddScoped<ChooseOptional>();
        services.AddScoped<OptionalQuery>();
        services.AddScoped<OpeningQuery>();
        services.AddScoped<SupplementQuery>();
        services.AddScoped<ChangeSupplement>();
        services.AddScoped<SetBranchTerms>();
    }
}
