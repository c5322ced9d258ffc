using Responsables.App.Organizations;
using Responsables.App.Series;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Reviews.SignedYear;
using static Responsables.App.Tests.Support.SmallCampaign;
using static Responsables.World.SmallFederation;

namespace Responsables.App.Tests.Series;

public sealed class SeriesQueryTests
{
    [Theory, EachEngine]
    public async Task A_merged_body_has_the_past_of_its_predecessors_and_its_fund_does_not_move(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);

        Assert.Equal("— — — 8", await ValuesAsync(campaign, AlphaNormandie, PerimeterReading.Published));
        Assert.Equal("8 8 8 8", await ValuesAsync(campaign, AlphaNormandie, PerimeterReading.Current));
        Assert.Equal("8 8 8 8", await ValuesAsync(campaign, AlphaNormandie, PerimeterReading.LikeForLike));
        foreach (var reading in Enum.GetValues<PerimeterReading>())
        {
            Assert.Equal("17 18 19 20", await ValuesAsync(campaign, FundA, reading));
        }
    }

    [Theory, EachEngine]
    public async Task A_body_that_moved_keeps_its_past_where_it_is_today(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);

        Assert.Equal("1 5 5 5", await ValuesAsync(campaign, FundB, PerimeterReading.Published));
        Assert.Equal("5 5 5 5", await ValuesAsync(campaign, FundB, PerimeterReading.Current));
        Assert.Equal("5 5 5 5", await ValuesAsync(campaign, FundB, PerimeterReading.LikeForLike));
        Assert.Equal("22 23 24 25", await ValuesAsync(campaign, Federation, PerimeterReading.LikeForLike));
    }

    [Theory, EachEngine]
    public async Task A_reading_that_would_tell_the_value_of_a_body_is_withheld_from_who_may_not_open_it(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);
        var contributor = Of(Role.Contributor, Beta14);

        Assert.Equal("1 5 5 5", await ValuesAsync(campaign, FundB, PerimeterReading.Published, contributor));
        Assert.Equal("? 5 5 5", await ValuesAsync(campaign, FundB, PerimeterReading.Current, contributor));
        Assert.Equal("? 5 5 5", await ValuesAsync(campaign, FundB, PerimeterReading.LikeForLike, contributor));
        Assert.Equal("5 5 5 5", await ValuesAsync(campaign, FundB, PerimeterReading.Current, Of(Role.Coordinator, FundB)));
        Assert.Equal("5 5 5 5", await ValuesAsync(campaign, FundB, PerimeterReading.Current, Of(Role.Committee)));
    }

    [Theory, EachEngine]
    public async Task A_node_that_one_may_not_read_is_not_there(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);

        Assert.IsType<Outcome<SeriesRead>.Missing>(await ReadAsync(campaign, Beta75, PerimeterReading.Published, Of(Role.Contributor, Beta14)));
        Assert.IsType<Outcome<SeriesRead>.Missing>(await ReadAsync(campaign, Beta75, PerimeterReading.Current, Of(Role.Helper, Beta75)));
        Assert.IsType<Outcome<SeriesRead>.Missing>(await ReadAsync(campaign, FundA, PerimeterReading.Published, Of(Role.Coordinator, FundA), FigureLevel.All));
    }

    [Theory, EachEngine]
    public async Task What_is_unknown_is_told_all_at_once(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);
        var problems = Refused(await campaign.Database.WithAsync<SeriesQuery, Outcome<SeriesRead>>(q => q.RunAsync(
            Actor.Command, new SeriesRequest(new("rien"), new("personne"), PerimeterReading.Current, FigureLevel.Validated, 2024, 2021), default)));

        Assert.Equal(["series.indicator-unknown", "series.node-unknown", "series.years-upside-down"], problems.Select(p => p.Code));
    }

    [Theory, EachEngine]
    public async Task A_series_of_years_costs_as_many_statements_as_one_of_two(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);
        // What never changes is read once.
        await ValuesAsync(campaign, Federation, PerimeterReading.LikeForLike);
        var (_, statements) = await campaign.Database.WithAsync<SeriesQuery, (Outcome<SeriesRead>, int)>(q => Statements.CountAsync(() => q.RunAsync(
            Actor.Command, Request(Federation, PerimeterReading.LikeForLike), default)));

        // The campaigns, the register, the parts.
        Assert.InRange(statements, 1, 3);
    }

    [Theory, EachEngine]
    public async Task A_register_that_changes_changes_the_past_that_is_read_next(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);
        Assert.Equal("8 8 8 8", await ValuesAsync(campaign, AlphaNormandie, PerimeterReading.Current));
        // It was to another body that alpha-76 went.
        Done(await campaign.Database.WithAsync<ImportOrganizations, Outcome<OrganizationsImported>>(i => i.RunAsync(
            Actor.Command, [.. Periods.Select(p => p.Code == Alpha76 ? p with { Successors = [Alpha75] } : p)], dryRun: false, Guid.NewGuid(), default)));
        Assert.Equal("3 3 3 8", await ValuesAsync(campaign, AlphaNormandie, PerimeterReading.Current));
        Assert.Equal("14 15 16 12", await ValuesAsync(campaign, Alpha75, PerimeterReading.Current));
        // A year more is read too.
        Assert.Equal(4, Done(await ReadAsync(campaign, FundA, PerimeterReading.Current, Actor.Command)).Points.Count);
        Done(await campaign.OpenYearAsync(2020));
        Assert.Equal("— 17 18 19 20", string.Join(' ', Done(await campaign.Database.WithAsync<SeriesQuery, Outcome<SeriesRead>>(q => q.RunAsync(
            Actor.Command, Request(FundA, PerimeterReading.Current) with { From = 2020 }, default))).Points.Select(p => p.Value?.ToString("0", System.Globalization.CultureInfo.InvariantCulture) ?? "—")));
    }

    [Theory, EachEngine]
    public async Task A_variation_is_explained_to_the_last_unit(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);

        Assert.Equal(new VariationEffects(0, 0, 0, 0, 1), await EffectsAsync(campaign, FundA, 2023, 2024));
        Assert.Equal(new VariationEffects(0, 0, 0, 0, 0), await EffectsAsync(campaign, FundB, 2022, 2024));
        Assert.Equal(new VariationEffects(4, 0, 0, 0, 0), await EffectsAsync(campaign, FundB, 2021, 2024));
        // There is nothing as published: the merged body was not there.
        Assert.Null(await EffectsAsync(campaign, AlphaNormandie, 2023, 2024));
    }

    private static async Task<VariationEffects?> EffectsAsync(SmallCampaign campaign, OrganizationCode node, int from, int to) =>
        Done(await campaign.Database.WithAsync<VariationQuery, Outcome<VariationRead>>(q => q.RunAsync(
            Actor.Command, new VariationRequest(SmallFramework.Fleet, new NodeKey(node.Value), FigureLevel.Validated, from, to), default))).Effects;

    private static async Task<string> ValuesAsync(SmallCampaign campaign, OrganizationCode node, PerimeterReading reading, Actor? actor = null) =>
        string.Join(' ', Done(await ReadAsync(campaign, node, reading, actor ?? Actor.Command)).Points
            .Select(p => p.IsWithheld ? "?" : p.Value?.ToString("0", System.Globalization.CultureInfo.InvariantCulture) ?? "—"));

    private static Task<Outcome<SeriesRead>> ReadAsync(
        SmallCampaign campaign, OrganizationCode node, PerimeterReading reading, Actor actor, FigureLevel level = FigureLevel.Validated) =>
        campaign.Database.WithAsync<SeriesQuery, Outcome<SeriesRead>>(q => q.RunAsync(actor, Request(node, reading) with { Level = level }, default));

    private static SeriesRequest Request(OrganizationCode node, PerimeterReading reading) =>
        new(SmallFramework.Fleet, new NodeKey(node.Value), reading, FigureLevel.Validated);
}
