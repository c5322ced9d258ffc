using Responsables.Domain.Organizations;

namespace Responsables.App.Trail;

/// <summary>One act: who, when, on what, before and after. Append-only, each row sealed with the one before it.</summary>
public sealed class TrailRow
{
    /// <summary>1, 2, 3… without a gap.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public Guid? ActorId { get; init; }

    /// <summary>Stable code of the act, such as <c>submissions.save</c>.</summary>
    public required string Act { get; init; }

    public OrganizationCode? Organization { get; init; }

    /// <summary>The row acted upon: a campaign, a submission, an account; null for the instance.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What was there before, as JSON; null when nothing was.</summary>
    public string? Before { get; init; }

    /// <summary>What is there after, as JSON.</summary>
    public string? After { get; init; }

    /// <summary>SHA-256 over the previous row's seal and this row.</summary>
    public required string Seal { get; init; }
}

/// <summary>Where the trail ends: locked by each writer, and what shows that rows were cut off.</summary>
public sealed class TrailHead
{
    public int Id { get; init; } = 1;

    public long Sequence { get; set; }

    public required string Seal { get; set; }
}
