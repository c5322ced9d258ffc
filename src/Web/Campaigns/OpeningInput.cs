using System.Globalization;
using Responsables.App.Campaigns;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>The days of an opening as they were typed, by the name of their field.</summary>
public sealed class OpeningInput
{
    public const string TreeDate = "tree-date";

    /// <summary>The windows, in the order of the year; their names are the places of the problems.</summary>
    public static readonly IReadOnlyList<string> Windows = ["entry-from", "entry-to", "review-to", "acceptance-to", "correction-from", "correction-to"];

    private readonly Dictionary<string, string> typed = [];

    public string this[string name] => typed.GetValueOrDefault(name, "");

    /// <summary>The fields, all of them.</summary>
    public static IEnumerable<string> Names => [TreeDate, .. Windows];

    /// <summary>What a day cannot be read from.</summary>
    public IReadOnlyList<Problem> Problems => [.. Names.Where(n => DayOf(n) is null).Select(n => new Problem("campaigns.day-unreadable", n, this[n]))];

    /// <summary>The default days of a year.</summary>
    public static OpeningInput Defaults(int year)
    {
        var calendar = DefaultCalendar.Of(Math.Clamp(year, 1990, 2100));
        var input = new OpeningInput();
        input.Put(TreeDate, new DateOnly(Math.Clamp(year, 1990, 2100), 12, 31));
        input.Put("entry-from", Deadline.DayAt(calendar.Entry.From));
        input.Put("entry-to", Deadline.DayAt(calendar.Entry.To));
        input.Put("review-to", Deadline.DayAt(calendar.ReviewTo));
        input.Put("acceptance-to", Deadline.DayAt(calendar.AcceptanceTo));
        input.Put("correction-from", Deadline.DayAt(calendar.Correction.From));
        input.Put("correction-to", Deadline.DayAt(calendar.Correction.To));
        return input;
    }

    internal static OpeningInput Of(Form form)
    {
        var input = new OpeningInput();
        foreach (var name in Names)
        {
            input.typed[name] = form[name];
        }

        return input;
    }

    /// <summary>What opens; only when there is no problem.</summary>
    public CampaignOpening OpeningOf(OpeningForm form) => new(
        form.Year, form.Framework.Code, DayOf(TreeDate), form.Asks,
        DefaultCalendar.Of((Day("entry-from"), Day("entry-to")), Day("review-to"), Day("acceptance-to"), (Day("correction-from"), Day("correction-to"))));

    private DateOnly Day(string name) => DayOf(name) ?? throw new InvalidOperationException(name);

    private DateOnly? DayOf(string name) =>
        DateOnly.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2110 ? day : null;

    private void Put(string name, DateOnly day) => typed[name] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
