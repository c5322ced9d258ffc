using Responsables.Domain.Accounts;
using Responsables.Web.Platform;

namespace Responsables.Web.Series;

/// <summary>Pages of the series.</summary>
internal static class SeriesPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/series/{node}/{indicator}", SeriesActs.ShowAsync).Needs(Permission.ReadFigures);
        routes.MapGet("/series/{node}/{indicator}.svg", SeriesActs.DrawAsync).Needs(Permission.ReadFigures);
        routes.MapGet("/series/{node}/{indicator}.csv", SeriesActs.DownloadAsync).Needs(Permission.ReadFigures);
        routes.MapGet("/series/{node}/{indicator}/branches.svg", SeriesActs.DrawBranchesAsync).Needs(Permission.ReadFigures);
        routes.MapGet("/series/{node}/{indicator}/variation.svg", SeriesActs.DrawVariationAsync).Needs(Permission.ReadFigures);
    }
}
