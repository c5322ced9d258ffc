using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Campaigns;

/// <summary>The days by which a branch expects its bodies and its fund.</summary>
public class BranchTermsTests
{
    [Theory, EachEngine]
    public async Task They_are_those_of_its_bodies_alone_and_close_nothing(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        // The windows of 2024: entry from 15 January to 31 March 2025, review to 30 April; the clock of the tests is before them.
        var set = Done(await SetAsync(campaign, new BranchDays("Famille", "2025-03-10", "2025-04-15"), Coordinator));
        Assert.Equal(("Famille", 4, 0), (set.Branch, set.Bodies, set.Late));

        var lines = await LinesAsync(campaign, out var opened);
        Assert.Equal(new DateTimeOffset(2025, 3, 10, 22, 59, 59, TimeSpan.Zero), lines["beta-14"].EntryTermIn(await opened));
        Assert.Equal(new DateTimeOffset(2025, 4, 15, 21, 59, 59, TimeSpan.Zero), lines["beta-14"].ReviewTermIn(await opened));
        Assert.Equal((await opened).EntryTo, lines["alpha-75"].EntryTermIn(await opened));
        Assert.Equal((await opened).Calendar, lines["beta-14"].CalendarIn(await opened));
    }
}
