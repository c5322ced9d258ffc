using Responsables.Domain.Campaigns;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Campaigns;

/// <summary>A reporting year: what it pins, and its windows.</summary>
public sealed class Campaign
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required int Year { get; init; }

    public required FrameworkCode FrameworkCode { get; init; }

    public required int FrameworkVersion { get; init; }

    public required DateOnly TreeDate { get; init; }

    public required DateTimeOffset EntryFrom { get; set; }

    public required DateTimeOffset EntryTo { get; set; }

    public required DateTimeOffset ReviewTo { get; set; }

    public required DateTimeOffset AcceptanceTo { get; set; }

    public required DateTimeOffset CorrectionFrom { get; set; }

    public required DateTimeOffset CorrectionTo { get; set; }

    public required string Zone { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required string OpenedBy { get; init; }

    /// <summary>Its closure: when and by whom; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }

    public List<CampaignAsk> Asks { get; init; } = [];

    public CampaignCalendar Calendar => new(new Window(EntryFrom, EntryTo), ReviewTo, AcceptanceTo, new Window(CorrectionFrom, CorrectionTo), Zone);

    public void MoveTo(CampaignCalendar calendar)
    {
        (EntryFrom, EntryTo) = (calendar.Entry.From, calendar.Entry.To);
        (ReviewTo, AcceptanceTo) = (calendar.ReviewTo, calendar.AcceptanceTo);
        (CorrectionFrom, CorrectionTo) = (calendar.Correction.From, calendar.Correction.To);
        Zone = calendar.Zone;
    }
}

/// <summary>An optional indicator that a branch asks of its bodies.</summary>
public sealed class CampaignAsk
{
    public Guid CampaignId { get; init; }

    /// <summary>The branch, or <c>*</c> for all.</summary>
    public required string Branch { get; init; }

    public required IndicatorCode Indicator { get; init; }

    public const string AllBranches = "*";
}
