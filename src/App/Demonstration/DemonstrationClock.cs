namespace Responsables.App.Demonstration;

/// <summary>The clock of the acts that the demonstration plays: each is dated when its people would have done it, never after now.</summary>
internal sealed class DemonstrationClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset? present;

    public override DateTimeOffset GetUtcNow() => present ?? now;

    public void Set(DateTimeOffset instant) => present = instant < now ? instant : now;
}
