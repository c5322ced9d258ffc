using Responsables.App.Quality;
using Responsables.App.Tests.Reviews;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Quality;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Reviews.SignedYear;
using static Responsables.App.Tests.Support.SmallCampaign;
using static Responsables.World.SmallFederation;

namespace Responsables.App.Tests.Quality;

/// <summary>An anomaly asked, answered and decided, by those who may and by nobody else.</summary>
public sealed class AnomalyActsTests
{
    private static readonly Actor Fund = Of(Role.Coordinator, FundA);
    private static readonly Actor Body = Of(Role.Contributor, Alpha75);
    private static readonly Actor Federation = Of(Role.Federation);

    [Theory, EachEngine]
    public async Task A_doubt_is_asked_answered_and_explained(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Alpha75, vehicles: 150);
        await campaign.SignAsync(AlphaNormandie);

        var line = Assert.Single(await LinesAsync(campaign, Fund));
        Assert.Equal(("alpha-75", "vehicules-plausibles", "flotte", AnomalyState.Found, "150"), (line.Place.Code.Value, line.Key.Rule, line.Block.Value, line.State, line.Value));
        Assert.Equal("Vraiment 150 véhicules\u00A0?", line.Question);
        Assert.True(line.MayReview);
        Assert.Empty(await LinesAsync(campaign, Body));
        Assert.Empty(await LinesAsync(campaign, Of(Role.Coordinator, FundB)));
        Assert.Empty(await LinesAsync(campaign, Of(Role.Committee)));
        Assert.False(Assert.Single(await LinesAsync(campaign, Of(Role.Auditor))).MayReview);

        Assert.Equal(new AnomaliesTreated(1, 1), Done(await AskAsync(campaign, Fund, line.Key)));
        var asked = Assert.Single(await LinesAsync(campaign, Body));
        Assert.Equal((AnomalyState.Asked, true, false), (asked.State, asked.MayAnswer, asked.MayReview));
        Assert.Empty(await LinesAsync(campaign, Of(Role.Contributor, AlphaNormandie)));
        Assert.Equal(["quality.state-changed"], Refused(await AskAsync(campaign, Fund, line.Key)).Select(p => p.Code));

        Assert.Equal(["quality.say-right-or-wrong", "quality.answer-empty"], Refused(await AnswerAsync(campaign, Body, line.Key, null, " ")).Select(p => p.Code));
        Done(await AnswerAsync(campaign, Body, line.Key, false, "Une flotte partagée entre quatre sites."));
        Done(await DecideAsync(campaign, Fund, AnomalyDecision.Explained, "", line.Key));
        var explained = Assert.Single(await LinesAsync(campaign, Fund));
        Assert.Equal((AnomalyState.Explained, 3), (explained.State, explained.Anomaly!.Acts.Count));
        Assert.Equal(["quality.ask", "quality.answer", "quality.decide"], (await campaign.TrailAsync()).Where(a => a.StartsWith("quality.", StringComparison.Ordinal)));
    }

    [Theory, EachEngine]
    public async Task What_is_wrong_goes_back_and_is_mended(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Alpha75, vehicles: 150);
        var key = Assert.Single(await LinesAsync(campaign, Fund)).Key;

        Assert.Equal(["quality.reason-required"], Refused(await DecideAsync(campaign, Fund, AnomalyDecision.Returned, "", key)).Select(p => p.Code));
        Done(await DecideAsync(campaign, Fund, AnomalyDecision.Returned, "Un zéro de trop ?", key));
        Assert.Equal(BlockState.Returned, (await campaign.DossierOf(Alpha75)).StateOf(new BlockKey("flotte")));
        Assert.Equal(AnomalyState.Returned, Assert.Single(await LinesAsync(campaign, Fund)).State);
        Assert.Equal(1, (await campaign.TrailAsync()).Count(a => a == "reviews.decide"));

        await campaign.SignAsync(Alpha75, vehicles: 15);
        Assert.Equal(AnomalyState.Corrected, Assert.Single(await LinesAsync(campaign, Fund)).State);
        await campaign.RebuildAsync();
    }

    [Theory, EachEngine]
    public async Task Nobody_else_acts_and_a_refusal_changes_nothing(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Alpha75, vehicles: 150);
        var key = Assert.Single(await LinesAsync(campaign, Fund)).Key;
        var before = await campaign.ContentAsync();

        foreach (var actor in new[] { Body, Of(Role.Coordinator, FundB), Of(Role.Auditor), Of(Role.Committee), Of(Role.Director, Alpha75), Of(Role.Contributor, AlphaNormandie) })
        {
            Assert.IsType<Outcome<AnomaliesTreated>.Missing>(await AskAsync(campaign, actor, key));
            Assert.IsType<Outcome<AnomaliesTreated>.Missing>(await DecideAsync(campaign, actor, AnomalyDecision.FalseAlarm, "", key));
        }

        Assert.IsType<Outcome<AnomaliesTreated>.Missing>(await AnswerAsync(campaign, Fund, key, false, "Oui."));
        Assert.IsType<Outcome<AnomaliesTreated>.Missing>(await AnswerAsync(campaign, Body, key, false, "Sans question."));
        Assert.IsType<Outcome<AnomaliesTreated>.Missing>(await AskAsync(campaign, Fund, key with { Rule = "formes-variation" }));
        Assert.Equal(["quality.explanation-required"], Refused(await DecideAsync(campaign, Fund, AnomalyDecision.Explained, "", key)).Select(p => p.Code));
        Assert.Equal(
            ["quality.question-empty", "quality.due-unreadable"],
            Refused(await campaign.Database.WithAsync<AskAnomalies, Outcome<AnomaliesTreated>>(a => a.RunAsync(Fund, Year, [new(key, " ")], "hier", Guid.NewGuid(), default))).Select(p => p.Code));
        Assert.Equal(before, await campaign.ContentAsync());
    }

    [Theory, EachEngine]
    public async Task A_draft_is_nobody_s_business_above(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync([$"{Alpha75},vehicules,,150,,Une flotte partagée"]));
        Assert.Empty(await LinesAsync(campaign, Fund));
        Assert.Empty(await LinesAsync(campaign, Federation));
        var dossier = await campaign.DossierOf(Alpha75);
        var told = await campaign.Database.WithAsync<AnomaliesQuery, IReadOnlyList<AnomalyLine>>(q => q.BeforehandAsync(Body, dossier, default));
        Assert.Equal(["vehicules-plausibles"], told.Select(l => l.Key.Rule));
        Assert.Empty(await campaign.Database.WithAsync<AnomaliesQuery, IReadOnlyList<AnomalyLine>>(q => q.BeforehandAsync(Fund, dossier, default)));
    }

    [Theory, EachEngine]
    public async Task Sent_twice_it_is_asked_once(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Alpha75, vehicles: 150);
        var (key, request) = (Assert.Single(await LinesAsync(campaign, Fund)).Key, Guid.NewGuid());
        for (var i = 0; i < 2; i++)
        {
            Done(await campaign.Database.WithAsync<AskAnomalies, Outcome<AnomaliesTreated>>(a => a.RunAsync(Fund, Year, [new(key, null)], "", request, default)));
        }

        Assert.Single(Assert.Single(await LinesAsync(campaign, Fund)).Anomaly!.Acts);
    }

    [Theory, EachEngine]
    public async Task Several_at_once_and_a_rule_set_by_the_federation(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Alpha75, vehicles: 150);
        await campaign.SignAsync(AlphaNormandie, vehicles: 130);
        var keys = (await LinesAsync(campaign, Fund)).Select(l => l.Key).ToArray();
        Assert.Equal(new AnomaliesTreated(2, 2), Done(await DecideAsync(campaign, Fund, AnomalyDecision.FalseAlarm, "", keys)));
        var view = (await campaign.Database.WithAsync<AnomaliesQuery, AnomaliesView?>(q => q.RunAsync(Fund, new AnomalyRequest { Year = Year, IsWhole = true }, default)))!;
        var counted = view.ByRule.Single(r => r.Code == "vehicules-plausibles");
        Assert.Equal((2, 1m), (counted.FalseAlarms, counted.FalseAlarmRate!.Value));
        Assert.Equal([("Maladie", 2)], view.ByBranch.Select(b => (b.Code, b.Total)));

        RuleInput Max(string max, int version, bool isOn = true) => new(isOn, new Dictionary<string, string> { ["max"] = max }, version);
        Task<Outcome<RuleTuned>> TuneAsync(Actor actor, RuleInput input) => campaign.Database.WithAsync<TuneRule, Outcome<RuleTuned>>(t => t.RunAsync(actor, Year, "vehicules-plausibles", input, Guid.NewGuid(), default));
        var effect = Done(await campaign.Database.WithAsync<TuneRule, Outcome<TuningEffect>>(t => t.TryAsync(Federation, Year, "vehicules-plausibles", Max("140", 0), default)));
        Assert.Equal(new TuningEffect(2, 1, 1, 0), effect);
        Assert.Equal(["quality.setting-unreadable"], Refused(await TuneAsync(Federation, Max("beaucoup", 0))).Select(p => p.Code));
        Assert.IsType<Outcome<RuleTuned>.Missing>(await TuneAsync(Fund, Max("140", 0)));
        Done(await TuneAsync(Federation, Max("140", 0)));
        Assert.IsType<Outcome<RuleTuned>.Stale>(await TuneAsync(Federation, Max("160", 0)));
        // What was decided stays; what the rule no longer finds is not found anew.
        Assert.Equal([true, false], (await LinesAsync(campaign, Fund)).OrderBy(l => l.Place.Code.Value, StringComparer.Ordinal).Select(l => l.Hit is not null));
        Done(await TuneAsync(Federation, Max("140", 1, isOn: false)));
        Assert.All(await LinesAsync(campaign, Fund), l => Assert.Null(l.Hit));
    }

    private static async Task<IReadOnlyList<AnomalyLine>> LinesAsync(SmallCampaign campaign, Actor actor) =>
        (await campaign.Database.WithAsync<AnomaliesQuery, AnomaliesView?>(q => q.RunAsync(actor, new AnomalyRequest { Year = Year, IsWhole = true }, default)))!.All;

    private static Task<Outcome<AnomaliesTreated>> AskAsync(SmallCampaign campaign, Actor actor, AnomalyKey key) =>
        campaign.Database.WithAsync<AskAnomalies, Outcome<AnomaliesTreated>>(a => a.RunAsync(actor, Year, [new(key, null)], "", Guid.NewGuid(), default));

    private static Task<Outcome<AnomaliesTreated>> AnswerAsync(SmallCampaign campaign, Actor actor, AnomalyKey key, bool? isMistaken, string text) =>
        campaign.Database.WithAsync<AnswerAnomaly, Outcome<AnomaliesTreated>>(a => a.RunAsync(actor, Year, key, isMistaken, text, Guid.NewGuid(), default));

    private static Task<Outcome<AnomaliesTreated>> DecideAsync(SmallCampaign campaign, Actor actor, AnomalyDecision decision, string note, params AnomalyKey[] keys) =>
        campaign.Database.WithAsync<DecideAnomalies, Outcome<AnomaliesTreated>>(d => d.RunAsync(actor, Year, keys, decision, note, Guid.NewGuid(), default));
}
