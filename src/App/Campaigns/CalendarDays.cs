using Responsables.Domain.Campaigns;
using Responsables.Domain.Shared;

namespace Responsables.App.Campaigns;

/// <summary>The windows of a campaign as the days that were typed (<c>2026-03-31</c>), by the name of their field.</summary>
public sealed record CalendarDays(IReadOnlyDictionary<string, string> Typed)
{
    /// <summary>The fields, in the order of the year; their names are the places of the problems.</summary>
    public static readonly IReadOnlyList<string> Names = ["entry-from", "entry-to", "review-to", "acceptance-to", "correction-from", "correction-to"];

    private const int FirstYear = 1990;
    private const int LastYear = 2110;

    public string this[string name] => Typed.GetValueOrDefault(name, "");

    /// <summary>The days of a calendar, in Paris.</summary>
    public static CalendarDays Of(CampaignCalendar calendar) => new(Names.Zip(
        (DateTimeOffset[])[calendar.Entry.From, calendar.Entry.To, calendar.ReviewTo, calendar.AcceptanceTo, calendar.Correction.From, calendar.Correction.To],
        (name, at) => KeyValuePair.Create(name, IsoDay.Of(Deadline.DayAt(at)))).ToDictionary());

    /// <summary>The calendar from the first to the last second of these days; else every day that cannot be read and every one that comes before the one it follows.</summary>
    public Outcome<CampaignCalendar> Read()
    {
        var problems = new List<Problem>();
        DateOnly? last = null;
        foreach (var name in Names)
        {
            if (DayOf(this[name]) is not { } day)
            {
                problems.Add(new Problem("campaigns.day-unreadable", name, this[name]));
                continue;
            }

            if (day < last)
            {
                problems.Add(new Problem("campaigns.days-upside-down", name, At(day), At(last.Value)));
            }

            last = day;
        }

        return problems.Count > 0
            ? Outcome.Refused<CampaignCalendar>(problems)
            : Outcome.Done(DefaultCalendar.Of((Day("entry-from"), Day("entry-to")), Day("review-to"), Day("acceptance-to"), (Day("correction-from"), Day("correction-to"))));
    }

    private DateOnly Day(string name) => DayOf(this[name])!.Value;

    /// <summary>A day of a campaign; null when it cannot be one.</summary>
    public static DateOnly? DayOf(string typed) => IsoDay.Read(typed) is { Year: >= FirstYear and <= LastYear } day ? day : null;

    private static DateTime At(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);
}
