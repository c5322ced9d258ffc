using System.Globalization;
using Responsables.App.Campaigns;
using Responsables.Domain.Campaigns;

namespace Responsables.Web.Campaigns;

/// <summary>One window on the picture of a calendar, in thousandths of its width.</summary>
/// <param name="Name">Its key among the texts.</param>
/// <param name="State"><c>done</c>, <c>doing</c> or <c>todo</c>.</param>
public sealed record CalendarSpan(string Name, Window Window, string State, string Start, string Width);

/// <summary>The windows of a campaign on one scale, with the months and today.</summary>
public sealed class CalendarSpans
{
    private const decimal Whole = 1000;
    private const decimal Thinnest = 4;

    private readonly DateTimeOffset first;
    private readonly DateTimeOffset last;

    /// <param name="given">The delays that stand.</param>
    public CalendarSpans(Campaign campaign, IReadOnlyList<BodyExtension> given, DateTimeOffset now)
    {
        var calendar = campaign.Calendar;
        var windows = new List<(string Name, Window Window)>
        {
            ("entry", calendar.Entry), ("review", new Window(calendar.Entry.From, calendar.ReviewTo)),
            ("acceptance", new Window(calendar.Entry.From, calendar.AcceptanceTo)), ("correction", calendar.Correction),
        };
        foreach (var (window, name, end) in ((ExtendedWindow, string, DateTimeOffset)[])[(ExtendedWindow.Review, "review", calendar.ReviewTo), (ExtendedWindow.Entry, "entry", calendar.Entry.To)])
        {
            if (given.Where(e => e.Window == window).Max(e => (DateTimeOffset?)e.Until) is { } until && until > end)
            {
                windows.Insert(windows.FindIndex(w => w.Name == name) + 1, ($"{name}-extensions", new Window(end, until)));
            }
        }

        first = windows.Min(w => w.Window.From);
        last = windows.Max(w => w.Window.To);
        Spans = [.. windows.Select(w => new CalendarSpan(
            w.Name, w.Window, now < w.Window.From ? "todo" : w.Window.IsOpenAt(now) ? "doing" : "done",
            Text(At(w.Window.From)), Text(Math.Max(Thinnest, At(w.Window.To) - At(w.Window.From)))))];
        Today = now >= first && now <= last ? Text(At(now)) : null;
        Months = [.. Firsts().Select(m => Text(At(m)))];
    }

    public IReadOnlyList<CalendarSpan> Spans { get; }

    /// <summary>Where today is; null: before or after it all.</summary>
    public string? Today { get; }

    /// <summary>Where months begin.</summary>
    public IReadOnlyList<string> Months { get; }

    public DateTimeOffset First => first;

    public DateTimeOffset Last => last;

    private IEnumerable<DateTimeOffset> Firsts()
    {
        for (var month = new DateTimeOffset(first.Year, first.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1); month < last; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    private decimal At(DateTimeOffset instant) => last == first ? 0 : Whole * (instant - first).Ticks / (last - first).Ticks;

    private static string Text(decimal place) => decimal.Round(place, 1).ToString(CultureInfo.InvariantCulture);
}
