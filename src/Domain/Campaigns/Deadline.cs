using Responsables.Domain.Shared;

namespace Responsables.Domain.Campaigns;

/// <summary>Turns a local day and time into an instant, by the rules of a zone.</summary>
public static class Deadline
{
    /// <summary>The default zone of deadlines.</summary>
    public const string Paris = "Europe/Paris";

    /// <summary>
    /// The instant of a local time. A time that the clocks skip is refused (<c>campaigns.time-skipped</c>); one that comes twice is the
    /// second, so that a deadline is never earlier than it reads.
    /// </summary>
    public static Outcome<DateTimeOffset> At(DateOnly day, TimeOnly time, string zone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var rules))
        {
            return Outcome.Refused<DateTimeOffset>(new Problem("campaigns.zone-unknown", null, zone));
        }

        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (rules.IsInvalidTime(local))
        {
            return Outcome.Refused<DateTimeOffset>(new Problem("campaigns.time-skipped", null, local, zone));
        }

        var offset = rules.IsAmbiguousTime(local) ? rules.GetAmbiguousTimeOffsets(local).Min() : rules.GetUtcOffset(local);
        return Outcome.Done(new DateTimeOffset(local, offset).ToUniversalTime());
    }

    /// <summary>When a body is expected: by a delay that it was given, else by the term of its branch, else by the end of the window.</summary>
    public static DateTimeOffset TermOf(DateTimeOffset? delay, DateTimeOffset? branch, DateTimeOffset end) => delay > end ? delay.Value : branch < end ? branch.Value : end;

    /// <summary>The day that it is somewhere at an instant.</summary>
    public static DateOnly DayAt(DateTimeOffset instant, string zone = Paris) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);

    /// <summary>The first second of a day.</summary>
    public static Outcome<DateTimeOffset> StartOf(DateOnly day, string zone) => At(day, TimeOnly.MinValue, zone);

    /// <summary>The last second of a day, 23:59:59.</summary>
    public static Outcome<DateTimeOffset> EndOf(DateOnly day, string zone) => At(day, new TimeOnly(23, 59, 59), zone);
}
