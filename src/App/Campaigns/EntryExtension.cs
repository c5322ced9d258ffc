using Responsables.Domain.Organizations;

namespace Responsables.App.Campaigns;

/// <summary>An exception to the windows of a campaign: one body may enter until later, for a reason.</summary>
public sealed class EntryExtension
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CampaignId { get; init; }

    public Guid SubmissionId { get; init; }

    public required OrganizationCode Organization { get; init; }

    /// <summary>Last second until which the body may enter.</summary>
    public required DateTimeOffset Until { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>When it was withdrawn, or replaced by another; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }
}
