using Responsables.App.Campaigns;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>The days of an opening as they were typed: that of the tree, and the windows.</summary>
public sealed record OpeningInput(string TreeDay, CalendarDays Days)
{
    public const string TreeDate = "tree-date";

    /// <summary>The fields, all of them; their names are the places of the problems.</summary>
    public static IEnumerable<string> Names => [TreeDate, .. CalendarDays.Names];

    public string this[string name] => name == TreeDate ? TreeDay : Days[name];

    /// <summary>The default days of a year.</summary>
    public static OpeningInput Defaults(int year)
    {
        var near = Math.Clamp(year, 1990, 2100);
        return new OpeningInput(IsoDay.Of(new DateOnly(near, 12, 31)), CalendarDays.Of(DefaultCalendar.Of(near)));
    }

    internal static OpeningInput Of(Form form) => new(form[TreeDate], new CalendarDays(CalendarDays.Names.ToDictionary(n => n, n => form[n])));

    /// <summary>What opens; else every day that is wrong.</summary>
    public Outcome<CampaignOpening> Read(OpeningForm form)
    {
        var day = CalendarDays.DayOf(TreeDay);
        var calendar = Days.Read();
        List<Problem> problems =
        [
            .. day is null ? [new Problem("campaigns.day-unreadable", TreeDate, TreeDay)] : Array.Empty<Problem>(),
            .. calendar is Outcome<CampaignCalendar>.Refused refused ? refused.Problems : [],
        ];
        return problems.Count == 0 && calendar is Outcome<CampaignCalendar>.Done { Value: var windows }
            ? Outcome.Done(new CampaignOpening(form.Year, form.Framework.Code, day, form.Asks, windows))
            : Outcome.Refused<CampaignOpening>(problems);
    }
}
