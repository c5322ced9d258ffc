using System.Text;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Targets;
using Responsables.App.Tests.Series;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Targets;
using Xunit;
using static Responsables.App.Tests.Reviews.SignedYear;
using static Responsables.App.Tests.Support.SmallCampaign;
using static Responsables.World.SmallFederation;

namespace Responsables.App.Tests.Targets;

public sealed class SetTargetsTests
{
    [Theory, EachEngine]
    public async Task Each_sets_targets_where_it_is_theirs_and_nowhere_else(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);

        Done(await SetAsync(campaign, Of(Role.Coordinator, FundA), Cars(FundA), Cars(Alpha75)));
        Done(await SetAsync(campaign, Of(Role.Contributor, Beta14), Cars(Beta14)));
        Done(await SetAsync(campaign, Of(Role.Federation), Cars(Federation)));
        Assert.Equal("targets.node-unknown", Assert.Single(Refused(await SetAsync(campaign, Of(Role.Coordinator, FundA), Cars(FundA), Cars(FundB)))).Code);
        Assert.Equal("targets.node-unknown", Assert.Single(Refused(await SetAsync(campaign, Of(Role.Director, Beta14), Cars(FundB)))).Code);
        Assert.IsType<Outcome<TargetsKept>.Missing>(await SetAsync(campaign, Of(Role.Committee), Cars(FundA)));
        Assert.IsType<Outcome<TargetsKept>.Missing>(await SetAsync(campaign, Of(Role.Auditor), Cars(FundA)));

        Assert.Equal(["alpha-75", "beta-14", "fed", "fonds-a"], (await RowsAsync(campaign)).Select(r => r.Node.Value).Order(StringComparer.Ordinal));
    }

    [Theory, EachEngine]
    public async Task A_target_is_replaced_under_trail_and_what_does_not_change_leaves_none(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);
        var fund = Of(Role.Coordinator, FundA);
        Assert.Equal((1, 0, 0), Done(await SetAsync(campaign, fund, Cars(FundA))) is var a ? (a.Created, a.Changed, a.Unchanged) : default);
        Assert.Equal((0, 0, 1), Done(await SetAsync(campaign, fund, Cars(FundA))) is var b ? (b.Created, b.Changed, b.Unchanged) : default);
        Assert.Equal((0, 1, 0), Done(await SetAsync(campaign, fund, Cars(FundA) with { Value = "-20" })) is var c ? (c.Created, c.Changed, c.Unchanged) : default);

        var row = Assert.Single(await RowsAsync(campaign));
        Assert.Equal((-20m, 2), (row.Value, row.Version));
        Done(await campaign.Database.WithAsync<SetTargets, Outcome<TargetRemoved>>(s => s.RemoveAsync(fund, row.Id, Guid.NewGuid(), default)));
        Assert.Empty(await RowsAsync(campaign));
        var trail = await campaign.Database.ReadAsync(db => db.Trail.AsNoTracking().Where(t => t.SubjectId == row.Id).OrderBy(t => t.Sequence).ToListAsync());
        Assert.Equal(["targets.set", "targets.set", "targets.remove"], trail.Select(t => t.Act));
        Assert.Contains("\"value\":-10", trail[1].Before, StringComparison.Ordinal);
        Assert.Contains("\"value\":-20", trail[1].After, StringComparison.Ordinal);
        Assert.Null(trail[2].After);
    }

    [Theory, EachEngine]
    public async Task Nobody_removes_the_target_of_another(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);
        Done(await SetAsync(campaign, Of(Role.Federation), Cars(FundB)));
        var row = Assert.Single(await RowsAsync(campaign));

        Assert.IsType<Outcome<TargetRemoved>.Missing>(
            await campaign.Database.WithAsync<SetTargets, Outcome<TargetRemoved>>(s => s.RemoveAsync(Of(Role.Coordinator, FundA), row.Id, Guid.NewGuid(), default)));
        Assert.Single(await RowsAsync(campaign));
    }

    [Theory, EachEngine]
    public async Task A_file_is_taken_in_whole_or_refused_with_each_fault_at_its_place(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);
        const string Head = "node,indicator,kind,baseline_year,target_year,value,direction,source\n";
        var faults = Refused(await ImportAsync(campaign, Head
            + "fonds-a,flotte,relative,2021,2027,-10,down,Plan\n"
            + "rien,flotte,relative,2021,2027,-10,down,Plan\n"
            + "fonds-a,rien,relatif,2021,2020,1e309,down,\n"
            + "fonds-a,flotte,share,2021,2027,NaN,down,Plan\n"
            + "fonds-a,flotte,relative,2021,2027\n"));

        Assert.Equal(
            ["ligne 6 targets.csv-width", "ligne 3, colonne node targets.node-unknown", "ligne 4, colonne indicator targets.indicator-unknown",
             "ligne 4, colonne kind targets.kind", "ligne 4, colonne target_year targets.years-upside-down", "ligne 4, colonne value targets.number",
             "ligne 4, colonne source targets.source", "ligne 5, colonne kind targets.share-of-what", "ligne 5, colonne value targets.number"],
            faults.Select(f => $"{f.Place} {f.Code}"));
        Assert.Empty(await RowsAsync(campaign));

        Assert.True(Done(await ImportAsync(campaign, Head + "fonds-a,flotte,relative,2021,2027,-10,down,Plan\n", dryRun: true)).DryRun);
        Assert.Empty(await RowsAsync(campaign));
        Assert.Equal(1, Done(await ImportAsync(campaign, Head + "fonds-a,flotte,relative,2021,2027,-10,down,Plan\n")).Created);
        Assert.Equal("targets.twice", Assert.Single(Refused(await ImportAsync(campaign, Head + "fonds-a,flotte,relative,2021,2027,-10,down,Plan\nfonds-a,flotte,absolute,2021,2027,10,down,Plan\n"))).Code);
        Assert.Equal("targets.csv-column-missing", Refused(await ImportAsync(campaign, "node,indicator\nfonds-a,flotte\n"))[0].Code);
    }

    [Theory, EachEngine]
    public async Task A_target_stands_by_its_series_at_the_perimeter_of_its_last_year(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);
        // As published fonds-b went from 1 to 5 when a body joined it; over its bodies of today it did not move.
        Done(await SetAsync(campaign, Of(Role.Federation), Cars(FundB) with { Value = "-50", Direction = "down" }, Cars(FundA) with { Kind = "absolute", Value = "19", Year = "2023", Direction = "up" }));
        var reads = await campaign.Database.WithAsync<TargetsQuery, IReadOnlyList<TargetRead>>(q => q.AllAsync(Actor.Command, default));

        Assert.Equal([(TargetStatus.Reached, 19m, 2023), (TargetStatus.Behind, 2.5m, 2024)], reads.Select(r => (r.Standing.Status, r.Standing.Goal!.Value, r.Standing.CurrentYear!.Value)));
        Assert.Equal((5m, 5m), (reads[1].Standing.Baseline!.Value, reads[1].Standing.Current!.Value));

        var shares = await campaign.Database.WithAsync<TargetsQuery, IReadOnlyList<(Place Body, TargetShare Share, TargetStanding Standing)>>(q => q.SharesAsync(Actor.Command, reads[1], default));
        Assert.Equal(
            [("beta-14", 0.5m), ("beta-75", 2m)],
            shares.Where(s => s.Share.Goal is > 0).Select(s => (s.Body.Code.Value, s.Share.Goal!.Value)).Order());
    }

    private static TargetInput Cars(OrganizationCode node) => new(node.Value, "flotte", "", "relative", "2021", "", "2027", "-10", "down", "Feuille de route");

    private static Task<Outcome<TargetsKept>> SetAsync(SmallCampaign campaign, Actor actor, params TargetInput[] targets) =>
        campaign.Database.WithAsync<SetTargets, Outcome<TargetsKept>>(s => s.RunAsync(actor, targets, false, Guid.NewGuid(), default));

    private static Task<Outcome<TargetsKept>> ImportAsync(SmallCampaign campaign, string text, bool dryRun = false) =>
        campaign.Database.WithAsync<SetTargets, Outcome<TargetsKept>>(async s =>
        {
            using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
            return await s.ImportAsync(Actor.Command, file, dryRun, Guid.NewGuid(), default);
        });

    private static Task<List<TargetRow>> RowsAsync(SmallCampaign campaign) => campaign.Database.ReadAsync(db => db.Targets.AsNoTracking().ToListAsync());
}
