using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Campaigns;

public class OpenCampaignTests
{
    [Theory, EachEngine]
    public async Task Opening_pins_the_bodies_of_the_tree_date_and_what_each_is_asked(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        var submissions = await campaign.Database.ReadAsync(db => db.Submissions.AsNoTracking().ToListAsync());
        Assert.Equal(SmallFederation.Register.At(SmallFederation.EndOf2024).Organizations.Count, submissions.Count);
        // Two context variables, five of the prioritary indicators (one shared), the optional total.
        Assert.All(submissions, s => Assert.Equal((7, 0), (s.Required, s.Answered)));
        Assert.Equal("fonds-a;fed", submissions.Single(s => s.Organization == SmallFederation.Alpha75).Ancestors);
        Assert.Equal(0, (await campaign.RebuildAsync()).Differing);
        var line = Assert.Single(await campaign.Database.WithAsync<CampaignList, IReadOnlyList<CampaignLine>>(c => c.AllAsync(default)));
        Assert.Equal((10, 0, 0), (line.Bodies, line.Started, line.Signed));
    }

    [Theory, EachEngine]
    public async Task Every_reason_for_a_refusal_is_told_at_once(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        var before = await campaign.ContentAsync();
        var calendar = DefaultCalendar.With(Year, (new(2025, 3, 1), new(2025, 2, 1)), null, null, null);
        var told = Refused(await campaign.Database.WithAsync<OpenCampaign, Outcome<CampaignOpened>>(o => o.RunAsync(
            Actor.Command, new CampaignOpening(Year, SmallFramework.Code, null, [("*", new IndicatorCode("rien"))], calendar), Guid.NewGuid(), default)));
        Assert.Equal(["campaigns.year-already-open", "campaigns.indicator-unknown", "campaigns.dates-upside-down"], told.Select(p => p.Code));
        told = Refused(await campaign.Database.WithAsync<OpenCampaign, Outcome<CampaignOpened>>(o => o.RunAsync(
            Actor.Command, new CampaignOpening(99999, new FrameworkCode("absent"), null, [], null), Guid.NewGuid(), default)));
        Assert.Equal(["campaigns.year-out-of-range", "campaigns.framework-unknown"], told.Select(p => p.Code));
        Assert.Equal(before, await campaign.ContentAsync());
    }

    [Fact]
    public void Windows_left_out_take_the_defaults()
    {
        Assert.Null(DefaultCalendar.With(2024, null, null, null, null));
        var usual = DefaultCalendar.Of(2024);
        Assert.Equal(usual with { ReviewTo = new DateTimeOffset(2025, 5, 2, 21, 59, 59, TimeSpan.Zero) }, DefaultCalendar.With(2024, null, new(2025, 5, 2), null, null));
        Assert.Equal(new Window(new(2025, 1, 14, 23, 0, 0, TimeSpan.Zero), new(2025, 3, 31, 21, 59, 59, TimeSpan.Zero)), usual.Entry);
    }
}
