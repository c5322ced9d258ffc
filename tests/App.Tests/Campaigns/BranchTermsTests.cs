using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Campaigns;

/// <summary>The days by which a branch expects its bodies and its fund. Entry runs from 15 January to 31 March 2025, review to 30 April.</summary>
public class BranchTermsTests
{
    private static readonly Actor Coordinator = new(Guid.CreateVersion7(), "Claude", [new Grant(Role.Coordinator, SmallFederation.FundB)], false);

    [Theory, EachEngine]
    public async Task They_are_those_of_its_bodies_alone_and_close_nothing(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        var set = Done(await SetAsync(campaign, new BranchDays("Famille", "2025-03-10", "2025-04-15")));
        Assert.Equal(("Famille", 4, 0), (set.Branch, set.Bodies, set.Late));

        var (opened, lines) = await LinesAsync(campaign);
        Assert.Equal(new DateTimeOffset(2025, 3, 10, 22, 59, 59, TimeSpan.Zero), lines["beta-14"].EntryTermIn(opened));
        Assert.Equal(new DateTimeOffset(2025, 4, 15, 21, 59, 59, TimeSpan.Zero), lines["beta-14"].ReviewTermIn(opened));
        Assert.Equal((opened.EntryTo, opened.ReviewTo), (lines["alpha-75"].EntryTermIn(opened), lines["alpha-75"].ReviewTermIn(opened)));
        Assert.Equal(opened.Calendar, lines["beta-14"].CalendarIn(opened));
        Assert.DoesNotContain(lines.Values, l => l.Late);
    }

    [Theory, EachEngine]
    public async Task Who_has_not_signed_is_late_once_the_day_has_passed_unless_given_longer(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        var set = Done(await SetAsync(campaign, new BranchDays("Famille", "2025-02-14", "")));
        Assert.Equal(4, set.Late);
        Done(await campaign.Database.WithAsync<ExtendWindow, Outcome<WindowExtended>>(e => e.RunAsync(
            Actor.Command, Year, new NewExtension(ExtendedWindow.Entry, [SmallFederation.Beta14], "2025-04-10", "", "Une panne."), Guid.NewGuid(), default)));

        var (_, lines) = await LinesAsync(campaign);
        Assert.Equal(["beta-75", "beta-974", "fonds-b"], lines.Where(l => l.Value.Late).Select(l => l.Key).Order(StringComparer.Ordinal));
        // Emptied, nobody is late any longer.
        Done(await SetAsync(campaign, new BranchDays("Famille", "", "")));
        Assert.DoesNotContain((await LinesAsync(campaign)).Lines.Values, l => l.Late);
    }

    [Theory, EachEngine]
    public async Task A_day_outside_the_window_or_another_branch_is_refused(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        var before = await campaign.ContentAsync();
        Assert.Equal(
            [("campaigns.term-outside", BranchDays.EntryName), ("campaigns.day-unreadable", BranchDays.ReviewName)],
            Refused(await SetAsync(campaign, new BranchDays("Famille", "2025-04-01", "bientôt"))).Select(p => (p.Code, p.Place!)));
        // The review is not to be over before the entry.
        Assert.Equal(["campaigns.term-outside"], Refused(await SetAsync(campaign, new BranchDays("Famille", "2025-03-10", "2025-03-09"))).Select(p => p.Code));
        Assert.IsType<Outcome<BranchTermsSet>.Missing>(await SetAsync(campaign, new BranchDays("Maladie", "2025-03-10", "")));
        Assert.Equal(before, await campaign.ContentAsync());
        Assert.Equal(0, await campaign.Database.ReadAsync(db => db.BranchTerms.CountAsync()));
        Done(await campaign.Database.WithAsync<CloseCampaign, Outcome<int>>(c => c.RunAsync(Actor.Command, Year, Guid.NewGuid(), default)));
        Assert.Equal("campaigns.already-closed", Refused(await SetAsync(campaign, new BranchDays("Famille", "2025-03-10", "")))[0].Code);
    }

    private static Task<Outcome<BranchTermsSet>> SetAsync(SmallCampaign campaign, BranchDays days) =>
        campaign.Database.WithAsync<SetBranchTerms, Outcome<BranchTermsSet>>(t => t.RunAsync(Coordinator, Year, days, Guid.NewGuid(), default));

    private static async Task<(Campaign Campaign, Dictionary<string, SubmissionLine> Lines)> LinesAsync(SmallCampaign campaign)
    {
        var opened = await campaign.Database.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Year == Year));
        var lines = await campaign.Database.WithAsync<SubmissionList, IReadOnlyList<SubmissionLine>>(l => l.RunAsync(Actor.Command, opened, null, default));
        return (opened, lines.ToDictionary(l => l.Organization.Value));
    }
}
