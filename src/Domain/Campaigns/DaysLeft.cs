namespace Responsables.Domain.Campaigns;

/// <summary>Days until a deadline, as people count them: by the calendar of a zone.</summary>
public static class DaysLeft
{
    /// <summary>0 on the very day, 1 the day before; null once the deadline has passed.</summary>
    /// <param name="zone">IANA zone; Paris when it is not known.</param>
    public static int? Until(DateTimeOffset deadline, DateTimeOffset now, string zone = Deadline.Paris)
    {
        if (now >= deadline.AddSeconds(1))
        {
            return null;
        }

        var rules = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.FindSystemTimeZoneById(Deadline.Paris);
        return (TimeZoneInfo.ConvertTime(deadline, rules).Date - TimeZoneInfo.ConvertTime(now, rules).Date).Days;
    }

    /// <summary>The first instant of yesterday in Paris: what is new begins there.</summary>
    public static DateTimeOffset StartOfYesterday(DateTimeOffset now)
    {
        var paris = TimeZoneInfo.FindSystemTimeZoneById(Deadline.Paris);
        var yesterday = TimeZoneInfo.ConvertTime(now, paris).Date.AddDays(-1);
        return new DateTimeOffset(yesterday, paris.GetUtcOffset(yesterday)).ToUniversalTime();
    }
}
