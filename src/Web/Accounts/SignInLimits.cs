using System.Threading.RateLimiting;

namespace Responsables.Web.Accounts;

/// <summary>How often one address may be tried, whether an account has it or not.</summary>
internal sealed class SignInLimits : IDisposable
{
    private const int Tries = 20;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(email =>
        RateLimitPartition.GetSlidingWindowLimiter(email, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = Tries,
            Window = TimeSpan.FromMinutes(15),
            SegmentsPerWindow = 5,
        }));

    public bool Allows(string email)
    {
        using var lease = limiter.AttemptAcquire(email.ToUpperInvariant());
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
