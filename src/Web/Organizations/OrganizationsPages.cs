using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Organizations;

/// <summary>Pages of the organisations.</summary>
internal static class OrganizationsPages
{
    public static void Add(IServiceCollection services) =>
        services.AddNavigation("/organismes", "organizations.nav", Permission.ReadReference, 70);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/organismes", OrganizationsActs.ListAsync).Needs(Permission.ReadReference);
        routes.MapGet("/organismes/{code}", OrganizationsActs.ShowAsync).Needs(Permission.ReadReference);
        routes.MapGet("/organismes/{code}/comparaison", BenchmarkActs.ShowAsync).Needs(Permission.ReadFigures);
        routes.MapPost("/reglages/noms-des-semblables", BenchmarkActs.OpenNamesAsync).Needs(Permission.ManageAccounts);
        routes.MapGet("/organismes/actes/{act}", ReorganizationActs.ShowAsync).Needs(Permission.ManageReference);
        routes.MapPost("/organismes/actes/{act}", ReorganizationActs.ActAsync).Needs(Permission.ManageReference);
    }
}
