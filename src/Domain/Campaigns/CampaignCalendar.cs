namespace Responsables.Domain.Campaigns;

/// <summary>The windows of a campaign: instants, with the zone they were thought in (both are kept and shown).</summary>
/// <param name="Entry">Bodies enter and sign.</param>
/// <param name="ReviewTo">Last second of the funds' review.</param>
/// <param name="AcceptanceTo">Last second of the federation's acceptance.</param>
/// <param name="Correction">Window that follows the closing.</param>
/// <param name="Zone">IANA zone, Europe/Paris unless said otherwise.</param>
public sealed record CampaignCalendar(Window Entry, DateTimeOffset ReviewTo, DateTimeOffset AcceptanceTo, Window Correction, string Zone)
{
    /// <summary>The calendar of a body that was given until a later instant to enter; unchanged when it was not, or not later.</summary>
    public CampaignCalendar WithEntryUntil(DateTimeOffset? to) => to > Entry.To ? this with { Entry = Entry with { To = to.Value } } : this;

    /// <summary>
    /// The calendar of a body whose review was put off: what comes of a later review, mending and acceptance, goes with it. Unchanged when it was not,
    /// or not later.
    /// </summary>
    public CampaignCalendar WithReviewUntil(DateTimeOffset? to) =>
        to > ReviewTo ? this with { ReviewTo = to.Value, AcceptanceTo = to > AcceptanceTo ? to.Value : AcceptanceTo } : this;

    /// <summary>A body that never signed may enter and sign.</summary>
    public bool EntryOpen(DateTimeOffset now) => Entry.IsOpenAt(now) || Correction.IsOpenAt(now);

    /// <summary>What was returned may be mended and signed again: until the federation's term, and in the correction window.</summary>
    public bool MendingOpen(DateTimeOffset now) => new Window(Entry.From, AcceptanceTo).IsOpenAt(now) || Correction.IsOpenAt(now);

    /// <summary>The level above may validate and return: from the first entry to the federation's term, and in the correction window.</summary>
    public bool ReviewOpen(DateTimeOffset now) => MendingOpen(now);
}
