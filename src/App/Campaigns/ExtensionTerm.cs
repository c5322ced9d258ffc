using System.Globalization;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Shared;

namespace Responsables.App.Campaigns;

/// <summary>When a delay ends, or why it cannot end then.</summary>
internal sealed record ExtensionTerm(DateTimeOffset? Until, IReadOnlyList<Problem> Problems)
{
    // Without a time: the last second of the day. With one: the end of that minute, so that « 18:00 » is not refused at 18:00.
    public static ExtensionTerm Of(NewExtension asked, Campaign campaign, DateTimeOffset now)
    {
        var time = new TimeOnly(23, 59, 59);
        var day = IsoDay.Read(asked.Day);
        List<Problem> problems = [];
        if (day is null)
        {
            problems.Add(new Problem(asked.Day.Length == 0 ? "campaigns.extension-day" : "campaigns.day-unreadable", ExtendWindow.Day, asked.Day));
        }

        if (asked.Time.Length > 0 && !TimeOnly.TryParseExact(asked.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
        {
            problems.Add(new Problem("campaigns.extension-time", ExtendWindow.Time, asked.Time));
        }

        if (day is null || problems.Count > 0)
        {
            return new ExtensionTerm(null, problems);
        }

        return Deadline.At(day.Value, asked.Time.Length == 0 ? time : time.Add(TimeSpan.FromSeconds(59)), campaign.Zone) is not Outcome<DateTimeOffset>.Done { Value: var until }
            ? Refused("campaigns.time-skipped", ExtendWindow.Time, $"{asked.Day} {asked.Time}", campaign.Zone)
            : until <= now ? Refused("campaigns.extension-past", ExtendWindow.Day)
            : Bounded(asked.Window, until, campaign);
    }

    // Entry may be put off until the federation's term, or nobody could review what it let in; the review, until the campaign's last window ends.
    private static ExtensionTerm Bounded(ExtendedWindow window, DateTimeOffset until, Campaign campaign) => window switch
    {
        ExtendedWindow.Entry when until <= campaign.EntryTo => Refused("campaigns.extension-early", ExtendWindow.Day, campaign.EntryTo),
        ExtendedWindow.Entry when until > campaign.AcceptanceTo => Refused("campaigns.extension-late", ExtendWindow.Day, campaign.AcceptanceTo),
        ExtendedWindow.Review when until <= campaign.ReviewTo => Refused("campaigns.review-extension-early", ExtendWindow.Day, campaign.ReviewTo),
        ExtendedWindow.Review when until > campaign.CorrectionTo => Refused("campaigns.review-extension-late", ExtendWindow.Day, campaign.CorrectionTo),
        _ => new ExtensionTerm(until, []),
    };

    private static ExtensionTerm Refused(string code, string place, params object?[] arguments) => new(null, [new Problem(code, place, arguments)]);
}
