using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Submissions;

public static class SubmissionsRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<SubmissionList>();
        services.AddScoped<OrganizationDossiers>();
    }
}
