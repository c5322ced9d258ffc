using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Consolidation;
using Responsables.App.Disclosure;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Disclosure;

/// <summary>Figures as the public would read them, on the small federation: alpha-75 has trained 3 persons.</summary>
public class PublicFiguresTests
{
    private static readonly string[] Answers =
    [
        .. Body("alpha-75", 100, 3), .. Body("alpha-normandie", 50, 25), .. Body("alpha-sans", 40, 12), .. Body("beta-14", 60, 30), .. Body("beta-75", 70, 0),
        .. Body("fonds-a", 80, 41), .. Body("ecole", 30, 20),
    ];

    [Theory, EachEngine]
    public async Task A_small_number_is_secret_and_so_is_what_would_give_it_back(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        var rows = await RowsAsync(campaign, Hierarchy.Tree);
        // Another body of the same fund and network, and the nodes in which only one of the two is.
        Assert.Equal(["alpha-75", "alpha-sans"], Secret(rows));
        Assert.Equal(["reg-11", "reg-sans"], Secret(await RowsAsync(campaign, Hierarchy.Region)));
        Assert.Empty(Secret(await RowsAsync(campaign, Hierarchy.Branch)));
        // The whole and the funds keep their figures, and a zero is one.
        Assert.Equal("30.465116279069767441860465116 131 430", Shown(rows.Single(r => r.Node.Value == "fed")));
        Assert.Equal("0 0 70", Shown(rows.Single(r => r.Node.Value == "beta-75")));
        Assert.All(rows, r => Assert.Equal(Coverage.None, r.Figure.Coverage));
        var told = await ToldAsync(campaign);
        Assert.Empty(told.Told);
        Assert.True(told.Small > 0);
    }

    [Theory, EachEngine]
    public async Task Control_without_secondary_masking_the_small_number_is_computed(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Assert.Contains((await ToldAsync(campaign, primaryOnly: true)).Told, t => t.Contains("alpha-75 computed", StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task The_reading_follows_the_threshold_and_the_answers(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Assert.Equal("s s s", Shown((await RowsAsync(campaign, Hierarchy.Tree)).Single(r => r.Node.Value == "alpha-75")));
        Assert.Equal(3, Done(await ChangeAsync(campaign, "3")));
        Assert.Equal("3 3 100", Shown((await RowsAsync(campaign, Hierarchy.Tree)).Single(r => r.Node.Value == "alpha-75")));
        Assert.Equal(3, Done(await ChangeAsync(campaign, "3")));
        var acts = await campaign.Database.ReadAsync(db => db.Trail.AsNoTracking().Where(t => t.Act == "disclosure.change-threshold").ToListAsync());
        Assert.Contains("5", Assert.Single(acts).Before, StringComparison.Ordinal);
        Done(await ChangeAsync(campaign, "5"));
        Done(await campaign.ImportAsync(Body("beta-974", 20, 2), sign: true, validate: true));
        Assert.Equal("s s s", Shown((await RowsAsync(campaign, Hierarchy.Tree)).Single(r => r.Node.Value == "beta-974")));
    }

    [Theory, EachEngine]
    public async Task A_threshold_is_a_number_within_bounds_and_not_for_everybody(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        foreach (var typed in (string[])["", "2", "101", "cinq", "-5", "5,5"])
        {
            Assert.Equal(("disclosure.threshold", SmallNumbers.Field), Refused(await ChangeAsync(campaign, typed)) is [var p] ? (p.Code, p.Place) : default);
        }

        var auditor = new Actor(Guid.NewGuid(), "Audrey", [new Grant(Role.Auditor, null)], false);
        Assert.IsType<Outcome<int>.Missing>(await campaign.Database.WithAsync<SmallNumbers, Outcome<int>>(s => s.ChangeAsync(auditor, "3", Guid.NewGuid(), default)));
        Assert.Equal(5, (await campaign.Database.WithAsync<SmallNumbers, Domain.Disclosure.SmallNumberRule>(s => s.ReadAsync(default))).Threshold);
        Assert.Empty(await campaign.Database.ReadAsync(db => db.Trail.Where(t => t.Act == "disclosure.change-threshold").ToListAsync()));
    }

    [Theory, EachEngine]
    public async Task Only_validated_figures_are_read_and_only_by_those_who_prepare_publication(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        var query = new ConsolidationQuery(Year, Hierarchy.Tree, null, null, FigureLevel.Submitted);
        Assert.Equal("disclosure.validated-only", Assert.Single(Refused(await RowsAsync(campaign, Actor.Command, query))).Code);
        var year = query with { Year = 1999, Level = FigureLevel.Validated };
        Assert.Equal("campaigns.year-unknown", Assert.Single(Refused(await RowsAsync(campaign, Actor.Command, year))).Code);
        foreach (var role in (Role[])[Role.Federation, Role.Committee, Role.Auditor])
        {
            Assert.NotNull(await NodeAsync(campaign, new Grant(role, null)));
        }

        foreach (var role in (Role[])[Role.Contributor, Role.Director, Role.Coordinator])
        {
            Assert.Null(await NodeAsync(campaign, new Grant(role, SmallFederation.FundA)));
            var actor = new Actor(Guid.NewGuid(), "Quelqu’un", [new Grant(role, SmallFederation.FundA)], false);
            Assert.IsType<Outcome<IAsyncEnumerable<ConsolidationRow>>.Missing>(await RowsAsync(campaign, actor, query));
        }
    }

    [Theory, EachEngine]
    public async Task An_indicator_is_read_with_the_nodes_below_each_as_it_is_everywhere(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        var opened = await campaign.Database.WithAsync<PublicFiguresQuery, PublicIndicator?>(
            q => q.OfIndicatorAsync(Actor.Command, Year, new NodeKey("fonds-a"), SmallFramework.TrainedShare, default));
        var rows = (await RowsAsync(campaign, Hierarchy.Tree)).ToDictionary(r => r.Node.Value, r => r.Figure);
        Assert.Equal(["alpha-75", "alpha-normandie", "alpha-sans"], opened!.Children.Select(c => c.Body.Code.Value).Order(StringComparer.Ordinal));
        Assert.All(opened.Children, c => Assert.Equal(rows[c.Body.Code.Value], c.Line.Figure));
        Assert.Equal(rows["fonds-a"], opened.Figures.Lines[0].Figure);
        // A region's bodies, without the funds that are there: what is published of a fund is all below it.
        var region = await campaign.Database.WithAsync<PublicFiguresQuery, PublicIndicator?>(
            q => q.OfIndicatorAsync(Actor.Command, Year, new NodeKey("reg-11"), SmallFramework.TrainedShare, default));
        Assert.Equal(["alpha-75", "beta-75"], region!.Children.Select(c => c.Body.Code.Value).Order(StringComparer.Ordinal));
    }

    private static async Task<SmallCampaign> StartAsync(Engine engine)
    {
        var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(Answers, sign: true, validate: true));
        return campaign;
    }

    private static string[] Body(string code, int staff, int trained) =>
        [$"{code},effectif_physique_3112,,{staff},,", $"{code},formes,,{trained},,"];

    private static Task<Outcome<int>> ChangeAsync(SmallCampaign campaign, string typed) =>
        campaign.Database.WithAsync<SmallNumbers, Outcome<int>>(s => s.ChangeAsync(Actor.Command, typed, Guid.NewGuid(), default));

    private static Task<PublicFigures?> NodeAsync(SmallCampaign campaign, Grant grant) =>
        campaign.Database.WithAsync<PublicFiguresQuery, PublicFigures?>(
            q => q.OfNodeAsync(new Actor(Guid.NewGuid(), "Quelqu’un", [grant], false), Year, new NodeKey("fed"), default));

    private static Task<Outcome<IAsyncEnumerable<ConsolidationRow>>> RowsAsync(SmallCampaign campaign, Actor actor, ConsolidationQuery query) =>
        campaign.Database.WithAsync<PublicRows, Outcome<IAsyncEnumerable<ConsolidationRow>>>(r => r.OfAsync(actor, query, default));

    private static Task<List<ConsolidationRow>> RowsAsync(SmallCampaign campaign, Hierarchy by) =>
        campaign.Database.WithAsync<PublicRows, List<ConsolidationRow>>(async r => await Done(await r.OfAsync(
            Actor.Command, new ConsolidationQuery(Year, by, null, SmallFramework.TrainedShare, FigureLevel.Validated), default)).ToListAsync());

    private static Task<(IReadOnlyList<string> Told, int Small)> ToldAsync(SmallCampaign campaign, bool primaryOnly = false) =>
        campaign.Database.ReadAsync(db => campaign.Database.WithAsync<ConsolidationSources, (IReadOnlyList<string>, int)>(
            sources => campaign.Database.WithAsync<PublicReadings, (IReadOnlyList<string>, int)>(
                readings => PublishedCampaign.SmallNumbersToldAsync(db, sources, readings, Year, primaryOnly))));

    private static IEnumerable<string> Secret(IEnumerable<ConsolidationRow> rows) => rows.Where(r => Shown(r) == "s s s").Select(r => r.Node.Value);

    private static string Shown(ConsolidationRow row) => row.Figure.Reason == NoValue.Secret
        ? "s s s"
        : string.Create(CultureInfo.InvariantCulture, $"{row.Figure.Value} {row.Figure.Numerator} {row.Figure.Denominator}");
}
