using Responsables.Domain.Campaigns;
using Responsables.Domain.Shared;

namespace Responsables.App.Outbox;

/// <summary>When messages are due: at once, the next morning for who wants one a day, later and later for what was not taken.</summary>
public static class MessageDay
{
    /// <summary>In Paris: before the day's work.</summary>
    public static readonly TimeOnly Morning = new(7, 0);

    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
    ];

    /// <summary>The first instant of a message for somebody who chose so.</summary>
    public static DateTimeOffset DueFor(MessageChoice choice, DateTimeOffset now) => choice.IsDaily ? NextMorning(now) : now;

    /// <summary>The next time that it is morning in Paris, now included.</summary>
    public static DateTimeOffset NextMorning(DateTimeOffset now)
    {
        var today = Deadline.DayAt(now);
        var morning = On(today);
        return now <= morning ? morning : On(today.AddDays(1));
    }

    /// <summary>How long to wait after so many attempts; null: it is given up.</summary>
    public static TimeSpan? DelayAfter(int attempts) => attempts <= Delays.Length ? Delays[Math.Max(attempts, 1) - 1] : null;

    private static DateTimeOffset On(DateOnly day) => ((Outcome<DateTimeOffset>.Done)Deadline.At(day, Morning, Deadline.Paris)).Value;
}
