using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Targets;

/// <summary>Pages and acts of the targets.</summary>
internal static class TargetsPages
{
    public static void Add(IServiceCollection services) => services.AddNavigation("/cibles", "targets.nav", Permission.ReadFigures, 55);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cibles", TargetsActs.ShowOwnAsync).Needs(Permission.ReadFigures);
        routes.MapGet("/cibles/{node}", TargetsActs.ShowAsync).Needs(Permission.ReadFigures);
        routes.MapGet("/cibles/{node}/repartition", TargetsActs.ShareAsync).Needs(Permission.ReadFigures);
        routes.MapGet("/cibles/{node}/fixer", TargetsActs.AskAsync).Needs(Permission.SetTargets);
        routes.MapPost("/cibles/{node}/fixer", TargetsActs.SetAsync).Needs(Permission.SetTargets);
        routes.MapPost("/cibles/{node}/{target:guid}/retrait", TargetsActs.RemoveAsync).Needs(Permission.SetTargets);
    }
}
