using Responsables.Domain.Submissions;

namespace Responsables.App.Reviews;

public enum ReviewDecision { Validated, Returned }

/// <summary>A decision of the level above on one block at one content.</summary>
public sealed class Review
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SubmissionId { get; init; }

    public required BlockKey Block { get; init; }

    public required ReviewDecision Decision { get; init; }

    /// <summary>Why it is returned; null for a validation.</summary>
    public string? Reason { get; init; }

    /// <summary>Seal of the content decided upon.</summary>
    public required string Seal { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public Guid? ById { get; init; }

    public required bool IsReprise { get; init; }

    /// <summary>The grouped validation that it came with; null when it was decided by itself.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>When whoever decided it took it back, before the next level acted; null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; set; }
}

/// <summary>A grouped validation: of several dossiers at once, or of all that was left in one.</summary>
public sealed class ReviewBatch
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CampaignId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>Who may take it back.</summary>
    public required Guid ById { get; init; }
}

/// <summary>The federation's acceptance of what was validated.</summary>
public sealed class Acceptance
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SubmissionId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>The act that it came with: one or several dossiers accepted together.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>When and by whom it was taken back; null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }

    /// <summary>Blocks accepted and their seals, one per line.</summary>
    public required string Content { get; init; }
}
