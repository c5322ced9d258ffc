using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Reviews;
using Responsables.App.Tests.Support;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Submissions;

public class ImportAnswersTests
{
    private static readonly string[] Whole =
    [
        "alpha-75,effectif_physique_3112,,100,,", "alpha-75,formes,,25,,", "alpha-75,delai,,10.5,,", "alpha-75,factures,,2,,",
        "alpha-75,plan,,oui,,", "alpha-75,forme,,accord;note,,\"Deux, dont \"\"une\"\" note\"", "alpha-75,vehicules,moteur=essence,1,,",
        "alpha-75,vehicules,moteur=electrique,2,,", "beta-14,plan,,,indisponible,Pas encore recensé", "beta-14,formes,,,sans_objet,",
    ];

    [Theory, EachEngine]
    public async Task Listed_answers_are_created_or_replaced_and_the_others_left(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var first = Done(await campaign.ImportAsync(Whole));
        // The two cells of a complete partition give the total that nobody entered.
        Assert.Equal((2, 11, 0, 0), (first.Bodies, first.Created, first.Changed, first.Unchanged));
        var second = Done(await campaign.ImportAsync(["alpha-75,formes,,26,,", "alpha-75,plan,,oui,,", "alpha-75,surface_m2,,1200.25,,"]));
        Assert.Equal((1, 1, 1, 1), (second.Bodies, second.Created, second.Changed, second.Unchanged));
        var kept = await campaign.Database.ReadAsync(db => db.Answers.AsNoTracking().ToListAsync());
        Assert.Equal("26", kept.Single(a => a.Variable == SmallFramework.Trained && a.State == AnswerState.Given).Value);
        Assert.Equal("10.5", kept.Single(a => a.Variable == SmallFramework.Delay).Value);
        Assert.Equal("note;accord", kept.Single(a => a.Variable == SmallFramework.Form).Value);
        Assert.Equal("3", kept.Single(a => a.Variable == SmallFramework.Cars && a.Cell.IsTotal).Value);
        Assert.Equal(0, (await campaign.RebuildAsync()).Differing);
    }

    [Theory, EachEngine]
    public async Task A_file_with_one_fault_changes_nothing_and_a_dry_run_neither(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var before = await campaign.ContentAsync();
        Assert.Single(Refused(await campaign.ImportAsync([.. Whole, "alpha-75,surface_m2,,-1,,"])));
        Assert.Equal(before, await campaign.ContentAsync());
        Assert.Equal(11, Done(await campaign.ImportAsync(Whole, dryRun: true, sign: true, validate: true)).Created);
        Assert.Equal(before, await campaign.ContentAsync());
    }

    [Theory, EachEngine]
    public async Task The_same_file_again_changes_nothing(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        Done(await campaign.ImportAsync(Whole, sign: true, validate: true));
        var requests = await campaign.Database.ReadAsync(db => db.ProcessedRequests.CountAsync());
        var before = await campaign.ContentAsync();
        var again = Done(await campaign.ImportAsync(Whole, sign: true, validate: true));
        Assert.Equal((0, 0, 10, 0, 0), (again.Created, again.Changed, again.Unchanged, again.Signed, again.Validated));
        // Only the request itself is remembered.
        Assert.Equal(before.Replace($" {requests}\n", $" {requests + 1}\n", StringComparison.Ordinal), await campaign.ContentAsync());
    }

    [Theory, EachEngine]
    public async Task A_reprise_signs_and_validates_in_its_own_name_and_stops_at_nothing_missing(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        // Far from every window; a check that asks for an explanation stays open.
        campaign.Database.Clock.Set(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var done = Done(await campaign.ImportAsync(["alpha-75,vehicules,,500,,", "alpha-75,plan,,oui,,"], sign: true, validate: true));
        Assert.Equal((5, 5), (done.Signed, done.Validated));
        var (submission, signature, reviews, blocks, trail) = await campaign.Database.ReadAsync(async db => (
            await db.Submissions.AsNoTracking().SingleAsync(s => s.FirstSignedAt != null), await db.Signatures.AsNoTracking().SingleAsync(),
            await db.Reviews.AsNoTracking().ToListAsync(), await db.SubmissionBlocks.AsNoTracking().ToListAsync(),
            await db.Trail.AsNoTracking().OrderBy(t => t.Sequence).LastAsync()));
        Assert.Equal((SmallFederation.Alpha75, 1), (submission.Organization, submission.ToExplain));
        Assert.True(submission.Answered < submission.Required);
        Assert.Equal((true, Actor.Command.Name, (Guid?)null), (signature.IsReprise, signature.By, signature.ById));
        Assert.All(reviews, r => Assert.True(r.IsReprise && r.By == Actor.Command.Name && r.Decision == ReviewDecision.Validated));
        Assert.Equal(5, blocks.Count(b => b.Standing.State == BlockState.Validated));
        Assert.Equal(("submissions.reprise", Actor.Command.Name), (trail.Act, trail.Actor));
        Assert.Empty((await campaign.Database.ReadAsync(db => TrailVerification.RunAsync(db, default))).Faults);
    }

    [Theory, EachEngine]
    public async Task A_reprise_may_be_signed_alone(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        Done(await campaign.ImportAsync(Whole, sign: true));
        Assert.Equal(2, await campaign.Database.ReadAsync(db => db.Signatures.CountAsync(s => s.IsReprise)));
        Assert.Equal(0, await campaign.Database.ReadAsync(db => db.Reviews.CountAsync()));
        Assert.Contains(await campaign.ConsolidateAsync(FigureLevel.Submitted), r => r.Figure.Answered > 0);
        Assert.DoesNotContain(await campaign.ConsolidateAsync(), r => r.Figure.Answered > 0);
        Assert.Equal(
            "submissions.validate-without-sign", Assert.Single(Refused(await campaign.ImportAsync(Whole, validate: true))).Code);
    }

    [Theory, EachEngine]
    public async Task What_was_validated_is_not_overwritten(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        Done(await campaign.ImportAsync(Whole, sign: true, validate: true));
        var before = await campaign.ContentAsync();
        var refused = Refused(await campaign.ImportAsync(["alpha-75,plan,,oui,,", "alpha-75,formes,,24,,", "beta-14,plan,,,indisponible,Autre raison"]));
        Assert.Equal(
            [("submissions.already-validated", "ligne 3, alpha-75, formes"), ("submissions.already-validated", "ligne 4, beta-14, plan")],
            refused.Select(p => (p.Code, p.Place)));
        Assert.Equal(before, await campaign.ContentAsync());
    }

    [Theory, EachEngine]
    public async Task A_closed_campaign_refuses_a_plain_import_and_takes_a_reprise(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        Done(await campaign.Database.WithAsync<CloseCampaign, Outcome<int>>(c => c.RunAsync(Actor.Command, Year, Guid.NewGuid(), default)));
        Assert.Equal("submissions.campaign-closed", Assert.Single(Refused(await campaign.ImportAsync(Whole))).Code);
        Done(await campaign.ImportAsync(Whole, sign: true, validate: true));
        campaign.Database.Clock.Set(new DateTimeOffset(2025, 6, 2, 12, 0, 0, TimeSpan.Zero));
        Done(await campaign.ImportAsync(["beta-75,plan,,non,,"]));
    }

    [Theory, EachEngine]
    public async Task The_parts_after_imports_are_those_of_a_rebuild_even_for_a_fund_above_others(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        Done(await campaign.ImportAsync([.. Whole, "fonds-a,plan,,oui,,", "fed,plan,,non,,"], sign: true, validate: true));
        Done(await campaign.ImportAsync(["fonds-b,plan,,non,,", "beta-75,effectif_physique_3112,,12,,"]));
        Done(await campaign.ImportAsync(["fonds-b,plan,,oui,,"], sign: true));
        var rebuilt = await campaign.RebuildAsync();
        Assert.Equal((0, true), (rebuilt.Differing, rebuilt.Rows > 60));
        // The check sees a difference when there is one, and mends it.
        await campaign.Database.ReadAsync(db => db.Parts.Where(p => p.Node == new Domain.Organizations.NodeKey("+fonds-a") && p.Level == FigureLevel.All)
            .ExecuteDeleteAsync());
        Assert.Equal(["All:+fonds-a"], (await campaign.RebuildAsync()).First);
        Assert.Equal(0, (await campaign.RebuildAsync()).Differing);
    }
}
