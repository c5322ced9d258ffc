using System.Globalization;
using System.Threading.RateLimiting;

namespace Responsables.Web.Platform;

/// <summary>How much one person, one address or one account may ask in a time.</summary>
internal static class RateLimits
{
    /// <summary>For endpoints that try passwords or send links: by address of the caller.</summary>
    public const string Careful = "careful";

    public static void AddRateLimits(this IServiceCollection services, Instance instance) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetFixedWindowLimiter(
            http.Actor()?.Id.ToString() ?? Address(http),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = instance.RequestsPerMinute, Window = TimeSpan.FromMinutes(1) }));
        options.AddPolicy(Careful, http => RateLimitPartition.GetFixedWindowLimiter(
            Address(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = instance.CarefulPerMinute, Window = TimeSpan.FromMinutes(1) }));
        options.OnRejected = (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                context.HttpContext.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
    });

    public static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "?";
}
