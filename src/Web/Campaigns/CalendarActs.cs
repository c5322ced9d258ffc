using System.Globalization;
using Responsables.App.Campaigns;
using Responsables.App.Submissions;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>Moving the windows of a campaign: the days, what they would do in numbers, then the act.</summary>
internal static class CalendarActs
{
    /// <summary>The field that holds the seal of the calendar that was read.</summary>
    public const string Seal = "sceau";

    public static async Task<IResult> ShowAsync(int year, HttpContext http, CampaignProgressQuery query, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), year, cancel) is { Campaign.ClosedAt: null } found
            ? Page.Of<CalendarPage>(new { found.Campaign, Days = CalendarDays.Of(found.Campaign.Calendar) })
            : Page.Missing();

    public static async Task<IResult> ChangeAsync(
        int year, Form form, HttpContext http, CampaignProgressQuery query, ChangeCalendar change, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        if (await query.RunAsync(actor, year, cancel) is not { Campaign: var campaign })
        {
            return Page.Missing();
        }

        var days = new CalendarDays(CalendarDays.Names.ToDictionary(n => n, n => form[n]));
        var isConfirmed = form["confirme"] == "oui";
        var outcome = isConfirmed
            ? await change.RunAsync(actor, year, days, form[Seal], form.Key, cancel)
            : await change.PreviewAsync(actor, year, days, form[Seal], cancel);
        return outcome switch
        {
            Outcome<CalendarEffect>.Done when isConfirmed => Page.GoTo(UrlOf(year), "campaigns.calendar.done", year.ToString(CultureInfo.InvariantCulture)),
            Outcome<CalendarEffect>.Done done => Page.Of<CalendarPreviewPage>(new { Campaign = campaign, Days = days, Seal = form[Seal], Effect = done.Value }),
            Outcome<CalendarEffect>.Refused refused => Page.Refused<CalendarPage>(new { Campaign = campaign, Days = days, refused.Problems }),
            Outcome<CalendarEffect>.Stale stale => Page.Of<CalendarPage>(new { Campaign = campaign, Days = days, stale.Problems }, StatusCodes.Status409Conflict),
            _ => Page.Missing(),
        };
    }

    private static string UrlOf(int year) => $"/campagnes/{year.ToString(CultureInfo.InvariantCulture)}";
}
