using Responsables.Domain.Organizations;
using Responsables.Domain.Reminders;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reminders;

/// <summary>A reminder that is sent by itself, so many days before or after a deadline: the federation's for all bodies, or a fund's for its own.</summary>
public sealed class ReminderRule
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The fund that keeps it; null: the federation.</summary>
    public OrganizationCode? Owner { get; init; }

    public required DossierSituation Situation { get; init; }

    public required ReminderDeadline Deadline { get; init; }

    /// <summary>Days after the deadline; before it when negative.</summary>
    public required int Days { get; init; }

    public bool IsOn { get; set; } = true;

    public required DateTimeOffset At { get; set; }

    public required string By { get; set; }

    public int Version { get; set; }
}

/// <summary>Reminders that somebody sent by hand, once.</summary>
public sealed class ReminderBatch
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CampaignId { get; init; }

    public required DossierSituation Situation { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public Guid? ById { get; init; }

    /// <summary>How many people it was written to, about how many bodies.</summary>
    public required int People { get; init; }

    public required int Bodies { get; init; }
}
