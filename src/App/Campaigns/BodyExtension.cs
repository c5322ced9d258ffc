using Responsables.Domain.Organizations;

namespace Responsables.App.Campaigns;

/// <summary>What may be put off for one body: the end of its entry, or of its review.</summary>
public enum ExtendedWindow { Entry, Review }

/// <summary>An exception to the windows of a campaign: one body may enter, or be reviewed, until later, for a reason.</summary>
public sealed class BodyExtension
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CampaignId { get; init; }

    public Guid SubmissionId { get; init; }

    public required OrganizationCode Organization { get; init; }

    public required ExtendedWindow Window { get; init; }

    /// <summary>Last second until which it may.</summary>
    public required DateTimeOffset Until { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>When it was withdrawn, or replaced by another; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }
}
