using System.Security.Cryptography;
using System.Text;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Shared;

namespace Responsables.App.Campaigns;

/// <summary>What a calendar must respect. Pure.</summary>
public static class CalendarGuards
{
    /// <summary>Every date that comes before the one it follows; <see cref="Problem.Place"/> is the later one's field.</summary>
    public static IEnumerable<Problem> Refusing(CampaignCalendar calendar)
    {
        var marks = MarksOf(calendar);
        return marks.Zip(marks.Skip(1))
            .Where(pair => pair.Second.At < pair.First.At)
            .Select(pair => new Problem("campaigns.dates-upside-down", pair.Second.Name, pair.Second.At, pair.First.At));
    }

    /// <summary>Seal of a calendar: what a form showed, so that a change meanwhile is seen.</summary>
    public static string SealOf(CampaignCalendar calendar) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', MarksOf(calendar).Select(m => $"{m.At.UtcTicks}").Append(calendar.Zone)))));

    private static (string Name, DateTimeOffset At)[] MarksOf(CampaignCalendar calendar) =>
    [
        ("entry-from", calendar.Entry.From), ("entry-to", calendar.Entry.To), ("review-to", calendar.ReviewTo),
        ("acceptance-to", calendar.AcceptanceTo), ("correction-from", calendar.Correction.From), ("correction-to", calendar.Correction.To),
    ];
}
