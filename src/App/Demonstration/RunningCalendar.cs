using Responsables.App.Campaigns;
using Responsables.Domain.Campaigns;

namespace Responsables.App.Demonstration;

/// <summary>Windows of the running year, around the day on which the demonstration is made: entry is two thirds over.</summary>
internal static class RunningCalendar
{
    private const int EntrySince = 60;
    private const int EntryLeft = 30;
    private const int ReviewLeft = 60;
    private const int AcceptanceLeft = 90;
    private const int CorrectionDays = 15;

    public static CampaignCalendar At(DateTimeOffset now)
    {
        var today = Deadline.DayAt(now);
        return DefaultCalendar.Of(
            (today.AddDays(-EntrySince), today.AddDays(EntryLeft)), today.AddDays(ReviewLeft), today.AddDays(AcceptanceLeft),
            (today.AddDays(AcceptanceLeft + 1), today.AddDays(AcceptanceLeft + CorrectionDays)));
    }
}
