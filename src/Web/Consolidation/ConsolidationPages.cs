using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Consolidation;

/// <summary>Pages of the consolidated figures.</summary>
internal static class ConsolidationPages
{
    public static void Add(IServiceCollection services) =>
        services.AddNavigation("/chiffres", "consolidation.nav", Permission.ReadFigures, 50);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/chiffres", FiguresActs.ShowOwnAsync).Needs(Permission.ReadFigures);
        routes.MapGet("/chiffres/{year:int}/territoires", FiguresActs.ShowTerritoriesAsync).Needs(Permission.ReadFigures);
        routes.MapGet("/chiffres/{year:int}/{node}", FiguresActs.ShowNodeAsync).Needs(Permission.ReadFigures);
        routes.MapGet("/chiffres/{year:int}/{node}/{indicator}", FiguresActs.OpenAsync).Needs(Permission.ReadFigures);
        routes.MapGet("/chiffres/{year:int}/{node}/{indicator}.csv", FiguresActs.DownloadAsync).Needs(Permission.ReadFigures);
    }
}
