namespace Responsables.Domain.Campaigns;

/// <summary>A span of time in which something may be done; both ends are instants, the last second belongs to it.</summary>
public readonly record struct Window(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Whether it is open: from its first instant until the end of its last second.</summary>
    public bool IsOpenAt(DateTimeOffset now) => From <= now && now < To.AddSeconds(1);
}
