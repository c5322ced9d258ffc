using Responsables.App.Campaigns;
using Responsables.App.Dashboards;
using Responsables.App.Tests.Reviews;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Reviews.SignedYear;
using static Responsables.App.Tests.Support.SmallCampaign;
using static Responsables.World.SmallFederation;

namespace Responsables.App.Tests.Dashboards;

/// <summary>A body among similar ones: computed by hand, hidden when they are few, named to those who may.</summary>
public sealed class BenchmarkTests
{
    private static readonly BenchmarkRequest Everybody = new(null, SameNetwork: false, SameSize: false, SameClimate: false);

    [Theory, EachEngine]
    public async Task A_body_reads_its_place_and_no_name_until_they_are_opened(Engine engine)
    {
        await using var campaign = await ClosedAsync(engine, everybody: true);
        var body = Of(Role.Contributor, Alpha75);
        var found = (await RunAsync(campaign, body, Alpha75, Everybody))!;
        var line = found.Lines.Single(l => l.Indicator.Code == SmallFramework.TrainedShare);

        // 40 % here; 10, 20, 30, 50, 60, 70 elsewhere of those that answered.
        Assert.Equal((40m, 3, 3, 40m), (line.Value, line.Place!.Lower, line.Place.Higher, line.Place.Peers.Median));
        Assert.Equal(3, line.BetterThan);
        Assert.Empty(line.Named);
        Assert.DoesNotContain(found.Lines, l => l.Indicator.Code == SmallFramework.PlanShare || l.Indicator.Code == SmallFramework.Fleet);

        // Its fund reads those of the fund by name.
        var named = (await RunAsync(campaign, Of(Role.Coordinator, FundA), Alpha75, Everybody))!.Lines.Single(l => l.Indicator.Code == SmallFramework.TrainedShare).Named;
        Assert.Equal(["alpha-normandie", "alpha-sans"], named.Select(n => n.Body.Code.Value));
        Assert.Equal(6, (await RunAsync(campaign, Of(Role.Auditor), Alpha75, Everybody))!.Lines[0].Named.Count);

        Assert.IsType<Outcome<bool>.Missing>(await OpenAsync(campaign, Of(Role.Coordinator, FundA)));
        Assert.True(Done(await OpenAsync(campaign, Of(Role.Federation))));
        Assert.Equal(6, (await RunAsync(campaign, body, Alpha75, Everybody))!.Lines[0].Named.Count);
        Assert.Equal(1, (await campaign.TrailAsync()).Count(a => a == "dashboards.peer-names"));
    }

    [Theory, EachEngine]
    public async Task Fewer_than_five_say_nothing(Engine engine)
    {
        await using var campaign = await ClosedAsync(engine, everybody: true);
        var network = (await RunAsync(campaign, Of(Role.Auditor), Alpha75, Everybody with { SameNetwork = true }))!;
        Assert.Equal((2, false), (network.Peers, network.IsEnough));
        Assert.All(network.Lines, l => Assert.True(l.Place is null && l.Named.Count == 0 && l.BetterThan is null));

        await using var silent = await ClosedAsync(engine, everybody: false);
        var few = (await RunAsync(silent, Of(Role.Auditor), Alpha75, Everybody))!;
        Assert.True(few.IsEnough);
        Assert.Null(few.Lines.Single(l => l.Indicator.Code == SmallFramework.TrainedShare).Place);
    }

    [Theory, EachEngine]
    public async Task Similar_is_by_network_size_and_climate(Engine engine)
    {
        await using var campaign = await ClosedAsync(engine, everybody: true);
        var found = (await RunAsync(campaign, Of(Role.Auditor), AlphaNormandie, Everybody with { SameClimate = true }))!;
        Assert.Equal("H1", found.Climate);
        Assert.DoesNotContain(found.Lines.SelectMany(l => l.Named), n => n.Body.Code == Beta974 || n.Body.Code == AlphaNowhere);
    }

    [Theory, EachEngine]
    public async Task It_is_read_by_those_who_read_the_body(Engine engine)
    {
        await using var campaign = await ClosedAsync(engine, everybody: true);
        foreach (var actor in new[] { Of(Role.Contributor, AlphaNormandie), Of(Role.Coordinator, FundB), Of(Role.Director, Beta14), Of(Role.Helper, Alpha75) })
        {
            Assert.Null(await RunAsync(campaign, actor, Alpha75, Everybody));
        }

        foreach (var actor in new[] { Of(Role.Director, Alpha75), Of(Role.Coordinator, FundA), Of(Role.Federation), Of(Role.Committee), Of(Role.Auditor) })
        {
            Assert.NotNull(await RunAsync(campaign, actor, Alpha75, Everybody));
        }

        Assert.Null(await RunAsync(campaign, Of(Role.Auditor), Alpha75, Everybody with { Year = 1999 }));
    }

    private static Task<Benchmark?> RunAsync(SmallCampaign campaign, Actor actor, OrganizationCode body, BenchmarkRequest request) =>
        campaign.Database.WithAsync<BenchmarkQuery, Benchmark?>(q => q.RunAsync(actor, body, request, default));

    private static Task<Outcome<bool>> OpenAsync(SmallCampaign campaign, Actor actor) =>
        campaign.Database.WithAsync<PeerNames, Outcome<bool>>(n => n.ChangeAsync(actor, true, Guid.NewGuid(), default));

    // Everybody trained another share of the hundred that they are.
    private static async Task<SmallCampaign> ClosedAsync(Engine engine, bool everybody)
    {
        var campaign = await SmallCampaign.OpenAsync(engine);
        OrganizationCode[] bodies = [AlphaNormandie, AlphaNowhere, Beta14, Alpha75, Beta75, Beta974, School];
        foreach (var (i, body) in bodies.Index().Where(b => everybody || b.Index < 5))
        {
            Done(await campaign.ImportAsync(
                [
                    $"{body},effectif_physique_3112,,100,,", $"{body},surface_m2,,1000,,", $"{body},formes,,{10 * (i + 1)},,", $"{body},delai,,{20 + i},,", $"{body},factures,,50,,",
                    $"{body},plan,,oui,,", $"{body},vehicules,,3,,",
                ],
                sign: true, validate: true));
        }

        Done(await campaign.Database.WithAsync<CloseCampaign, Outcome<int>>(c => c.RunAsync(Actor.Command, Year, Guid.NewGuid(), default)));
        return campaign;
    }
}
