using Responsables.Domain.Organizations;

namespace Responsables.App.Accounts;

/// <summary>A director lets somebody of the body sign for some time. While it runs, that person has the director's rights there, and signs in the director's name.</summary>
public sealed class Delegation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required OrganizationCode Organization { get; init; }

    /// <summary>Who may sign.</summary>
    public Guid AccountId { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>The first instant at which it is over.</summary>
    public required DateTimeOffset To { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The director.</summary>
    public required string By { get; init; }

    public Guid ById { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public bool IsRunning(DateTimeOffset now) => WithdrawnAt is null && From <= now && now < To;

    public bool IsOver(DateTimeOffset now) => WithdrawnAt is not null || now >= To;
}
