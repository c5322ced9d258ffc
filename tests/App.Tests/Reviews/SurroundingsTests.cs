using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Reviews.SignedYear;
using static Responsables.App.Tests.Support.SmallCampaign;
using static Responsables.World.SmallFederation;

namespace Responsables.App.Tests.Reviews;

/// <summary>What stands beside a value under review: the median of the peers that the reviewer may open, and the years before.</summary>
public sealed class SurroundingsTests
{
    [Theory, EachEngine]
    public async Task The_median_is_that_of_three_signed_peers_at_least_and_only_for_who_may_open_them(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Federation, trained: 10);
        await campaign.SignAsync(FundA, trained: 20);
        // Entered and not signed: no peer.
        Done(await campaign.ImportAsync([$"{FundB},formes,,70,,", $"{FundB},effectif_physique_3112,,100,,"]));
        Assert.Empty((await ReadAsync(campaign, Of(Role.Federation), School)).Around.Peers);

        await campaign.SignAsync(FundB, trained: 60);
        var (around, statements) = await ReadAsync(campaign, Of(Role.Federation), School);
        var indicator = (await FrameworkAsync(campaign)).FindIndicator(SmallFramework.TrainedShare)!;
        var peers = around.PeersOf(indicator.Code, indicator.Main)!;
        Assert.Equal(("national", 3, 20m), (around.Network, peers.Count, peers.Median));
        Assert.InRange(statements, 1, 4);

        // A coordinator may open one of them only; two bodies of its own fund are too few.
        Assert.Empty((await ReadAsync(campaign, Of(Role.Coordinator, FundA), School)).Around.Peers);
        await campaign.SignAsync(AlphaNormandie);
        await campaign.SignAsync(AlphaNowhere);
        Assert.Empty((await ReadAsync(campaign, Of(Role.Coordinator, FundA), Alpha75)).Around.Peers);
    }

    [Theory, EachEngine]
    public async Task The_years_before_are_those_that_were_signed(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Alpha75, trained: 12);
        Done(await campaign.OpenYearAsync(2025));
        var indicator = (await FrameworkAsync(campaign)).FindIndicator(SmallFramework.TrainedShare)!;
        var (around, _) = await ReadAsync(campaign, Of(Role.Coordinator, FundA), Alpha75, 2025);
        Assert.Equal([(2024, 12m)], around.EarlierOf(indicator.Code, indicator.Main).Select(y => (y.Year, y.Value!.Value)));
        Assert.Empty((await ReadAsync(campaign, Of(Role.Coordinator, FundA), Alpha75)).Around.Earlier);
    }

    private static Task<Framework> FrameworkAsync(SmallCampaign campaign) => campaign.Database.WithAsync<ConsolidationSources, Framework>(async sources =>
        (await sources.FrameworkOfAsync(await CampaignAsync(campaign, Year), default)).Framework);

    private static Task<Campaign> CampaignAsync(SmallCampaign campaign, int year) =>
        campaign.Database.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Year == year));

    private static async Task<(Surroundings Around, int Statements)> ReadAsync(SmallCampaign campaign, Actor actor, OrganizationCode body, int year = Year)
    {
        var opened = await CampaignAsync(campaign, year);
        return await campaign.Database.WithAsync<SurroundingsQuery, (Surroundings, int)>(async query =>
        {
            var place = await campaign.Database.ReadAsync(async db => (await db.Submissions.AsNoTracking().SingleAsync(s => s.Organization == body && s.CampaignId == opened.Id)).ToPlace());
            return await Statements.CountAsync(() => query.RunAsync(actor, opened, place, default));
        });
    }
}
