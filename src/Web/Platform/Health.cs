using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Responsables.App.Database;
using Responsables.Domain.Accounts;

namespace Responsables.Web.Platform;

/// <summary>Whether the site can serve, for probes: <c>GET /sante</c>, 200 or 503.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/sante", LookAsync).Needs(Permission.Anonymous).DisableRateLimiting();

    /// <summary>Whether the database answers.</summary>
    public static async Task<bool> IsUpAsync(AppDb db, ILogger logger, CancellationToken cancel)
    {
        try
        {
            return await db.TrailHeads.AnyAsync(cancel);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            logger.LogError(fault, "The database does not answer.");
            return false;
        }
    }

    private static async Task<IResult> LookAsync(AppDb db, ILoggerFactory logs, CancellationToken cancel)
    {
        var isUp = await IsUpAsync(db, logs.CreateLogger("Responsables.Health"), cancel);
        return Results.Json(
            new { status = isUp ? "up" : "down", database = isUp ? "up" : "down" },
            statusCode: isUp ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
