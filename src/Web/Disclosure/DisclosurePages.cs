using Responsables.Domain.Accounts;
using Responsables.Web.Platform;

namespace Responsables.Web.Disclosure;

/// <summary>Figures as the public will read them, and from how many persons on they are told.</summary>
internal static class DisclosurePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/chiffres/{year:int}/{node}/vue-publique", DisclosureActs.ShowNodeAsync).Needs(Permission.PreviewPublication);
        routes.MapGet("/chiffres/{year:int}/{node}/vue-publique/{indicator}", DisclosureActs.ShowIndicatorAsync).Needs(Permission.PreviewPublication);
        routes.MapPost("/reglages/petits-nombres", DisclosureActs.ChangeAsync).Needs(Permission.ManageAccounts);
    }
}
