using Responsables.Domain.Campaigns;
using Responsables.Domain.Shared;

namespace Responsables.App.Campaigns;

/// <summary>The default windows of a year (product, "Acts"): entry 15 January to 31 March of the next year, review to 30 April,
/// acceptance to 31 May, correction 1 to 15 June, in Paris time.</summary>
public static class DefaultCalendar
{
    public static CampaignCalendar Of(int year) => Of(
        (new DateOnly(year + 1, 1, 15), new DateOnly(year + 1, 3, 31)), new DateOnly(year + 1, 4, 30), new DateOnly(year + 1, 5, 31),
        (new DateOnly(year + 1, 6, 1), new DateOnly(year + 1, 6, 15)));

    /// <summary>The calendar of these days, each from its first to its last second in Paris.</summary>
    public static CampaignCalendar Of((DateOnly From, DateOnly To) entry, DateOnly review, DateOnly acceptance, (DateOnly From, DateOnly To) correction) => new(
        new Window(Start(entry.From), End(entry.To)), End(review), End(acceptance), new Window(Start(correction.From), End(correction.To)), Deadline.Paris);

    /// <summary>The default calendar of a year with the windows that are given instead; null when none is.</summary>
    public static CampaignCalendar? With(
        int year, (DateOnly From, DateOnly To)? entry, DateOnly? review, DateOnly? acceptance, (DateOnly From, DateOnly To)? correction)
    {
        if (entry is null && review is null && acceptance is null && correction is null)
        {
            return null;
        }

        var usual = Of(Math.Clamp(year, 1990, 2100));
        return new CampaignCalendar(
            entry is { } e ? new Window(Start(e.From), End(e.To)) : usual.Entry,
            review is { } r ? End(r) : usual.ReviewTo,
            acceptance is { } a ? End(a) : usual.AcceptanceTo,
            correction is { } c ? new Window(Start(c.From), End(c.To)) : usual.Correction,
            Deadline.Paris);
    }

    // Paris never skips midnight nor 23:59:59.
    private static DateTimeOffset Start(DateOnly day) => ((Outcome<DateTimeOffset>.Done)Deadline.StartOf(day, Deadline.Paris)).Value;

    private static DateTimeOffset End(DateOnly day) => ((Outcome<DateTimeOffset>.Done)Deadline.EndOf(day, Deadline.Paris)).Value;
}
