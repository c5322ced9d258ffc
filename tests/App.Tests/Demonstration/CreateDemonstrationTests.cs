using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Demonstration;
using Responsables.App.Home;
using Responsables.App.Series;
using Responsables.App.Disclosure;
using Responsables.App.Submissions;
using Responsables.App.Tests.Disclosure;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Xunit;

namespace Responsables.App.Tests.Demonstration;

/// <summary>The demonstration in a database: made once, in a new database only, with the acts of each stage under trail.</summary>
public class CreateDemonstrationTests
{
    [Fact]
    public async Task It_is_made_with_every_stage_and_a_sound_trail()
    {
        await using var made = await MadeDemonstration.InitialisedAsync();

        var outcome = await made.CreateAsync();

        var created = Assert.IsType<Outcome<DemonstrationCreated>.Done>(outcome).Value;
        Assert.Equal(305, created.Bodies);
        await made.InAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDb>();
            Assert.Equal("finished", (await db.Settings.SingleAsync(s => s.Name == Setting.Demonstration)).Value);
            Assert.Equal([308, 308, 308, 308, 308, 307, 307, 306, 306, 305, 305], await db.Campaigns.OrderBy(c => c.Year).Select(c => db.Submissions.Count(s => s.CampaignId == c.Id)).ToListAsync());
            Assert.Empty((await TrailVerification.RunAsync(db, default)).Faults);
            await StatesAsync(scope);
            return true;
        });
        await RebuildsAlikeAsync(made);
        await NothingIsComparedAcrossABreakAsync(made);
        await HasAPlaceInItsNetworkAsync(made);
        await TellsNoSmallNumberAsync(made, 2018);
        await TellsNoSmallNumberAsync(made, 2024);
        await RefusesAgainAsync(made);
    }

    [Fact]
    public async Task It_is_refused_where_something_is_already_there()
    {
        await using var made = await MadeDemonstration.InitialisedAsync();
        await made.InAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDb>();
            db.Organizations.Add(App.Organizations.OrganizationRow.Of(Imagined.Register.Periods[0]));
            return await db.SaveChangesAsync();
        });

        var refused = Assert.IsType<Outcome<DemonstrationCreated>.Refused>(await made.CreateAsync());

        Assert.Equal("demonstration.not-empty", Assert.Single(refused.Problems).Code);
    }

    private static async Task StatesAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<AppDb>();
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Year == Stages.RunningYear);
        var now = MadeDemonstration.Today;
        Assert.True(campaign.Calendar.EntryOpen(now));
        var ids = await db.Submissions.Where(s => s.CampaignId == campaign.Id).Select(s => s.Id).ToListAsync();
        var dossiers = await scope.GetRequiredService<DossierStore>().ManyAsync(campaign, ids, tracked: false, default);
        foreach (var dossier in dossiers)
        {
            var states = dossier.Questionnaire.Blocks.Select(b => dossier.StateOf(b.Key)).ToList();
            var stage = Imagined.Years[Stages.RunningYear].Single(d => d.Body.Code == dossier.Place.Code).Stage;
            Assert.True(Agrees(stage, states), $"{dossier.Place.Code} {stage}: {string.Join(' ', states)}");
            Assert.Equal(stage == Stage.NotStarted, dossier.Submission.StartedAt is null);
            Assert.All(dossier.Rows.Values, r => Assert.InRange(r.ChangedAt, campaign.EntryFrom, now));
        }

        Assert.True(await db.Analyses.CountAsync() > 100);
        Assert.All(await db.Reviews.Where(r => r.Decision == App.Reviews.ReviewDecision.Returned).ToListAsync(), r => Assert.NotEmpty(r.Reason!));
    }

    private static bool Agrees(Stage stage, List<BlockState> states) => stage switch
    {
        Stage.NotStarted or Stage.InProgress or Stage.Complete => states.TrueForAll(s => s == BlockState.Draft),
        Stage.Signed => states.TrueForAll(s => s == BlockState.Signed),
        Stage.Returned => states.Contains(BlockState.Returned) && states.Contains(BlockState.Validated),
        Stage.Validated => states.TrueForAll(s => s == BlockState.Validated),
        _ => states.TrueForAll(s => s == BlockState.Accepted),
    };

    private static async Task RebuildsAlikeAsync(MadeDemonstration made)
    {
        foreach (var year in DemonstrationYears.All)
        {
            var rebuilt = await made.InAsync(scope => scope.GetRequiredService<RebuildParts>().RunAsync(Actor.Command, year, Guid.CreateVersion7(), default));
            Assert.Equal(0, Assert.IsType<Outcome<PartsRebuilt>.Done>(rebuilt).Value.Differing);
        }
    }

    // Two measures that a framework broke with are never subtracted, whichever of the two codes is asked by; those it kept are.
    private static async Task NothingIsComparedAcrossABreakAsync(MadeDemonstration made)
    {
        foreach (var code in (string[])["pc-env-plan-dechets", "rso-env-dechets-5-flux"])
        {
            Assert.Equal("series.variation-across-break", Assert.Single(Assert.IsType<Outcome<VariationRead>.Refused>(await VariationAsync(code)).Problems).Code);
        }

        Assert.NotNull(Assert.IsType<Outcome<VariationRead>.Done>(await VariationAsync("rso-env-ges")).Value.Effects);

        Task<Outcome<VariationRead>> VariationAsync(string code) => made.InAsync(scope => scope.GetRequiredService<VariationQuery>().RunAsync(
            Actor.Command, new VariationRequest(new IndicatorCode(code), new NodeKey("ucanss"), FigureLevel.Validated, 2018, 2020), default));
    }

    private static async Task HasAPlaceInItsNetworkAsync(MadeDemonstration made)
    {
        var body = (await made.InAsync(scope => scope.GetRequiredService<BodySeriesQuery>().RunAsync(Actor.Command, Merger.Merged, default)))!;
        Assert.Equal((2024, "CPAM", 100), (body.Year, body.Network, body.Peers));
        var remote = body.Lines.Single(l => l.Indicator.Code == new IndicatorCode("rso-soc-teletravail"));
        // Before the merger, its two predecessors together.
        Assert.Equal([2020, 2021, 2022, 2023, 2024], remote.Points.Select(p => p.Year));
        Assert.All(remote.Points, p => Assert.NotNull(p.Value));
        Assert.Equal(remote.Figure.Value, remote.Points[^1].Value);
        Assert.True(remote.Peers is { Count: > 90 } peers && peers.FirstQuartile < peers.Median && peers.Median < peers.ThirdQuartile);
        Assert.All(body.Lines.Where(l => l.Indicator.Main.Formula.IsSum), l => Assert.Null(l.Peers));
        var stranger = new Actor(Guid.NewGuid(), "Ailleurs", [new Grant(Role.Contributor, new OrganizationCode("caf-01"))], false);
        Assert.Null(await made.InAsync(scope => scope.GetRequiredService<BodySeriesQuery>().RunAsync(stranger, Merger.Merged, default)));
    }

    private static async Task TellsNoSmallNumberAsync(MadeDemonstration made, int year)
    {
        var (told, small) = await ToldAsync(primaryOnly: false);
        Assert.Empty(told);
        Assert.True(small > 50, $"{small} small numbers in {year}");
        // Control: the attack gets through where nothing but the small numbers is hidden.
        Assert.NotEmpty((await ToldAsync(primaryOnly: true)).Told);

        Task<(IReadOnlyList<string> Told, int Small)> ToldAsync(bool primaryOnly) => made.InAsync(scope => PublishedCampaign.SmallNumbersToldAsync(
            scope.GetRequiredService<AppDb>(), scope.GetRequiredService<ConsolidationSources>(), scope.GetRequiredService<PublicReadings>(), year, primaryOnly));
    }

    private static async Task RefusesAgainAsync(MadeDemonstration made)
    {
        var again = Assert.IsType<Outcome<DemonstrationCreated>.Refused>(await made.CreateAsync());
        Assert.Equal("demonstration.already-there", Assert.Single(again.Problems).Code);
    }
}
