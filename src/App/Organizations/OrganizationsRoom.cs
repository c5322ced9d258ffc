using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Organizations;

public static class OrganizationsRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Geography>();
        services.AddScoped<ImportOrganizations>();
        services.AddScoped<Reorganize>();
        services.AddScoped<OrganizationList>();
        services.AddSingleton<RegisterMemory>();
        services.AddScoped<OrganizationRegisterQuery>();
    }
}
