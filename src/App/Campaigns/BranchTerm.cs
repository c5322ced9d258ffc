namespace Responsables.App.Campaigns;

/// <summary>
/// The days by which a branch expects its bodies to have signed, and its fund to have reviewed, within the windows of a campaign. A term is
/// announced and counted; the window alone closes anything (decision 025).
/// </summary>
public sealed class BranchTerm
{
    public Guid CampaignId { get; init; }

    public required string Branch { get; init; }

    /// <summary>Last second by which bodies are to have signed; null: the end of the window.</summary>
    public DateTimeOffset? EntryBy { get; set; }

    /// <summary>Last second by which the fund is to have reviewed; null: the end of the window.</summary>
    public DateTimeOffset? ReviewBy { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string By { get; set; }
}
