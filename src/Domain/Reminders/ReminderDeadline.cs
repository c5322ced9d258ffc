namespace Responsables.Domain.Reminders;

/// <summary>From which deadline the days of a reminder are counted.</summary>
public enum ReminderDeadline
{
    /// <summary>When a body is to have signed: its own delay, else its branch's term, else the end of entry.</summary>
    Entry,

    /// <summary>When it is to have been reviewed, by the same rule.</summary>
    Review,

    /// <summary>The end of the correction window.</summary>
    Correction,
}

/// <summary>When a reminder is due.</summary>
public static class ReminderTiming
{
    /// <summary>Days before or after a deadline at most.</summary>
    public const int MostDays = 90;

    /// <param name="days">Days after the deadline; before it when negative.</param>
    public static bool IsDue(DateOnly deadline, int days, DateOnly today) => deadline.AddDays(days) == today;
}
