using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Demonstration;
using Responsables.App.Disclosure;
using Responsables.App.Submissions;
using Responsables.App.Tests.Disclosure;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
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
