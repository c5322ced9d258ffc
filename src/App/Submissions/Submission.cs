using Responsables.App.Campaigns;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.App.Submissions;

/// <summary>The dossier of one body for one campaign, with the place of the body pinned when the campaign opened.</summary>
public sealed class Submission
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CampaignId { get; init; }

    public Campaign Campaign { get; init; } = null!;

    public required OrganizationCode Organization { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required OrganizationKind Kind { get; init; }

    public required string Network { get; init; }

    public required string Branch { get; init; }

    public string? Region { get; init; }

    public string? Department { get; init; }

    public required SizeClass Size { get; init; }

    /// <summary>The organisations above, the nearest first, joined by <c>;</c>.</summary>
    public required string Ancestors { get; init; }

    public required OrganizationCode Reviewer { get; init; }

    /// <summary>Last validated staff when the campaign opened: what a silent body weighs. Canonical decimal; null: not known.</summary>
    public string? PinnedStaff { get; init; }

    public string? PinnedArea { get; init; }

    /// <summary>Counts every change of the dossier; carried by forms and locked by writers.</summary>
    public int Version { get; set; }

    /// <summary>Questions the signature waits for, those that have an answer, faults and explanations still due: kept current by each save.</summary>
    public int Required { get; set; }

    public int Answered { get; set; }

    public int Blocking { get; set; }

    public int ToExplain { get; set; }

    /// <summary>Of the blocks that wait for a review: those to be looked at before the rest, and among them those whose figure moved far.</summary>
    public int FirstLooks { get; set; }

    public int MovedFar { get; set; }

    /// <summary>When something was first entered; null: not started.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? ChangedAt { get; set; }

    public DateTimeOffset? FirstSignedAt { get; set; }

    /// <summary>Last second until which the body may enter, by an exception; null: the campaign's. Kept current with the row that explains it.</summary>
    public DateTimeOffset? EntryUntil { get; set; }

    /// <summary>The exception.</summary>
    public Guid? ExtensionId { get; set; }

    /// <summary>Last second until which it may be reviewed, by an exception; null: the campaign's. Kept current with the row that explains it.</summary>
    public DateTimeOffset? ReviewUntil { get; set; }

    public Guid? ReviewExtensionId { get; set; }

    /// <summary>Last second by which its branch expects it to have signed; null: the end of the window. Kept current with the branch's terms.</summary>
    public DateTimeOffset? EntryBy { get; set; }

    /// <summary>Last second by which its branch expects it to have been reviewed; null: the end of the window.</summary>
    public DateTimeOffset? ReviewBy { get; set; }

    /// <summary>The windows of the body: those of its campaign, with the delays that it was given.</summary>
    public CampaignCalendar CalendarIn(Campaign campaign) => campaign.Calendar.WithEntryUntil(EntryUntil).WithReviewUntil(ReviewUntil);

    /// <summary>Makes a delay the one that stands, or ends it.</summary>
    internal void Point(ExtendedWindow window, BodyExtension? extension)
    {
        if (window == ExtendedWindow.Entry)
        {
            (EntryUntil, ExtensionId) = (extension?.Until, extension?.Id);
        }
        else
        {
            (ReviewUntil, ReviewExtensionId) = (extension?.Until, extension?.Id);
        }
    }

    public Place ToPlace() => new(
        Organization, Name, ShortName, Kind, Network, Branch, Region, Department, Size,
        [.. Ancestors.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(a => new OrganizationCode(a))], Reviewer);

    public BodyWeights Weights => new(Number(PinnedStaff), Number(PinnedArea));

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
