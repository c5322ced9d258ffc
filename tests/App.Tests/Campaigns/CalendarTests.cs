using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.App.Tests.Reviews;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Campaigns;

/// <summary>Moving the windows of an open campaign, and exceptions to them.</summary>
public class CalendarTests
{
    private static readonly Actor Federation = new(Guid.CreateVersion7(), "Félix", [new Grant(Role.Federation, null)], false);
    private static readonly Actor Contributor = new(Guid.CreateVersion7(), "Camille", [new Grant(Role.Contributor, SmallFederation.Alpha75)], false);

    [Theory, EachEngine]
    public async Task Windows_are_moved_with_their_effect_and_a_trail(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var (seal, days) = await NowAsync(campaign);
        var shorter = With(days, ("entry-to", "2025-02-10"));
        Assert.IsType<Outcome<CalendarEffect>.Missing>(await ChangeAsync(campaign, Contributor, shorter, seal));
        var preview = Done(await campaign.Database.WithAsync<ChangeCalendar, Outcome<CalendarEffect>>(c => c.PreviewAsync(Federation, Year, shorter, seal, default)));
        Assert.Equal(preview.Bodies, preview.Closing);
        Assert.Equal(seal, (await NowAsync(campaign)).Seal);
        Assert.Equal(preview, Done(await ChangeAsync(campaign, Federation, shorter, seal)));
        Assert.Equal("submissions.entry-over", Assert.Single(Refused(await SaveAsync(campaign))).Code);
        Assert.IsType<Outcome<CalendarEffect>.Stale>(await ChangeAsync(campaign, Federation, days, seal));

        seal = (await NowAsync(campaign)).Seal;
        Assert.Equal("campaigns.calendar-same", Assert.Single(Refused(await ChangeAsync(campaign, Federation, shorter, seal))).Code);
        Assert.Equal(preview.Bodies, Done(await ChangeAsync(campaign, Federation, days, seal)).Opening);
        Done(await SaveAsync(campaign));
        var act = await campaign.Database.ReadAsync(db => db.Trail.Where(t => t.Act == "campaigns.change-calendar").OrderBy(t => t.Sequence).FirstAsync());
        Assert.Contains("2025-03-31", act.Before!, StringComparison.Ordinal);
        Assert.Contains("2025-02-10", act.After!, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Every_fault_of_a_calendar_is_told_at_once(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var (seal, days) = await NowAsync(campaign);
        var problems = Refused(await ChangeAsync(
            campaign, Federation, With(days, ("entry-from", "2025-04-15"), ("review-to", "hier"), ("acceptance-to", "2025-01-02"), ("correction-to", "2025-05-20")), seal));
        Assert.Equal(
            [("campaigns.days-upside-down", "entry-to"), ("campaigns.day-unreadable", "review-to"), ("campaigns.days-upside-down", "acceptance-to"), ("campaigns.days-upside-down", "correction-to")],
            problems.Select(p => (p.Code, p.Place!)));
        Done(await campaign.Database.WithAsync<CloseCampaign, Outcome<int>>(c => c.RunAsync(Federation, Year, Guid.NewGuid(), default)));
        Assert.Equal("campaigns.already-closed", Refused(await ChangeAsync(campaign, Federation, With(days, ("entry-to", "2025-02-10")), seal))[0].Code);
    }

    [Theory, EachEngine]
    public async Task A_delay_lets_one_body_enter_until_its_end_and_no_other(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        campaign.Database.Clock.Set(new DateTimeOffset(2025, 4, 1, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal("submissions.entry-over", Assert.Single(Refused(await SaveAsync(campaign))).Code);
        Assert.IsType<Outcome<WindowExtended>.Missing>(await ExtendAsync(campaign, Contributor, "2025-04-10", "18:00"));
        var given = Done(await ExtendAsync(campaign, Federation, "2025-04-10", "18:00"));
        Assert.Equal(new DateTimeOffset(2025, 4, 10, 16, 0, 59, TimeSpan.Zero), given.Until);
        Done(await SaveAsync(campaign, "13"));
        Assert.Equal("submissions.entry-over", Assert.Single(Refused(await SaveAsync(campaign, "13", SmallFederation.Beta14))).Code);
        Assert.Equal([SmallFederation.Alpha75], await NotLateAsync(campaign));

        campaign.Database.Clock.Set(given.Until);
        Done(await SaveAsync(campaign, "14"));
        campaign.Database.Clock.Set(given.Until.AddSeconds(1));
        var over = Assert.Single(Refused(await SaveAsync(campaign, "15")));
        Assert.Equal(("submissions.entry-over", (object)given.Until), (over.Code, over.Arguments[0]!));
        Assert.Empty(await NotLateAsync(campaign));
    }

    [Theory, EachEngine]
    public async Task A_delay_is_replaced_withdrawn_and_told_to_those_who_follow_the_body(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        campaign.Database.Clock.Set(new DateTimeOffset(2025, 4, 1, 8, 0, 0, TimeSpan.Zero));
        Done(await ExtendAsync(campaign, Federation, "2025-04-10"));
        Done(await ExtendAsync(campaign, Federation, "2025-04-20"));
        var given = await ListAsync(campaign, Federation);
        Assert.Equal([false, true], given.Select(g => g.Extension.WithdrawnAt is not null));
        Assert.Equal(2, (await ListAsync(campaign, Contributor)).Count);
        Assert.Empty(await ListAsync(campaign, Contributor with { Grants = [new Grant(Role.Contributor, SmallFederation.Beta14)] }));
        var id = await campaign.Database.ReadAsync(db => db.Submissions.Where(s => s.Organization == SmallFederation.Alpha75).Select(s => s.Id).SingleAsync());
        Assert.Equal("Agent malade.", (await campaign.Database.WithAsync<SubmissionQuery, SubmissionView?>(q => q.RunAsync(Contributor, id, default)))!.Extension!.Reason);

        var (seal, days) = await NowAsync(campaign);
        Assert.Equal("campaigns.extensions-beyond", Assert.Single(Refused(await ChangeAsync(
            campaign, Federation, With(days, ("review-to", "2025-04-12"), ("acceptance-to", "2025-04-15")), seal))).Code);
        Assert.IsType<Outcome<WindowExtended>.Missing>(await WithdrawAsync(Contributor));
        Done(await WithdrawAsync(Federation));
        Assert.Equal("campaigns.extension-over", Assert.Single(Refused(await WithdrawAsync(Federation))).Code);
        Assert.Equal("submissions.entry-over", Assert.Single(Refused(await SaveAsync(campaign))).Code);
        Assert.Equal(
            ["campaigns.extend", "campaigns.extend", "campaigns.withdraw-extension"],
            await campaign.Database.ReadAsync(db => db.Trail.Where(t => t.Act.Contains("exten")).OrderBy(t => t.Sequence).Select(t => t.Act).ToListAsync()));

        Task<Outcome<WindowExtended>> WithdrawAsync(Actor actor) => campaign.Database.WithAsync<ExtendWindow, Outcome<WindowExtended>>(
            e => e.WithdrawAsync(actor, Year, given[0].Extension.Id, Guid.NewGuid(), default));
    }

    [Theory, EachEngine]
    public async Task Every_fault_of_a_delay_is_told_at_once(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        Assert.Equal(
            ["campaigns.extension-nobody", "campaigns.extension-day", "campaigns.extension-time", "campaigns.extension-reason"],
            Codes(await ExtendAsync(campaign, new NewExtension(ExtendedWindow.Entry, [], "", "midi", " "))));
        Assert.Equal(["campaigns.extension-unknown", "campaigns.extension-early"], Codes(await ExtendAsync(campaign, new NewExtension(ExtendedWindow.Entry, [new("rien")], "2025-03-31", "", "Motif"))));
        Assert.Equal(["campaigns.extension-late"], Codes(await ExtendAsync(campaign, new NewExtension(ExtendedWindow.Entry, [SmallFederation.Alpha75], "2025-06-01", "", "Motif"))));
        Assert.Equal(["campaigns.extension-past"], Codes(await ExtendAsync(campaign, new NewExtension(ExtendedWindow.Entry, [SmallFederation.Alpha75], "2025-02-14", "", "Motif"))));
        Assert.Equal(["campaigns.time-skipped"], Codes(await ExtendAsync(campaign, new NewExtension(ExtendedWindow.Entry, [SmallFederation.Alpha75], "2025-03-30", "02:30", "Motif"))));

        static IEnumerable<string> Codes(Outcome<WindowExtended> outcome) => Refused(outcome).Select(p => p.Code);
    }

    [Theory, EachEngine]
    public async Task A_delay_of_review_lets_one_body_be_reviewed_and_accepted_until_its_end_and_no_other(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var coordinator = SignedYear.Of(Role.Coordinator, SmallFederation.FundA);
        await campaign.SignAsync(SmallFederation.Alpha75);
        await campaign.SignAsync(SmallFederation.AlphaNormandie);
        Assert.Equal("campaigns.review-extension-early", Assert.Single(Refused(await ReviewUntilAsync(campaign, Federation, "2025-04-30"))).Code);
        campaign.Database.Clock.Set(new DateTimeOffset(2025, 5, 20, 8, 0, 0, TimeSpan.Zero));
        Assert.IsType<Outcome<WindowExtended>.Missing>(await ReviewUntilAsync(campaign, coordinator, "2025-06-10"));
        Assert.Equal("campaigns.extension-past", Assert.Single(Refused(await ReviewUntilAsync(campaign, Federation, "2025-04-30"))).Code);
        Assert.Equal("campaigns.review-extension-late", Assert.Single(Refused(await ReviewUntilAsync(campaign, Federation, "2025-06-16"))).Code);

        // Between the federation's term and the correction window, which the default calendar joins: the correction is moved first.
        var (seal, days) = await NowAsync(campaign);
        Done(await ChangeAsync(campaign, Federation, With(days, ("correction-from", "2025-06-20"), ("correction-to", "2025-06-30")), seal));
        var given = Done(await ReviewUntilAsync(campaign, Federation, "2025-06-10"));
        Assert.Equal((ExtendedWindow.Review, 1), (given.Window, given.Bodies));
        campaign.Database.Clock.Set(given.Until);
        Assert.Equal("reviews.window-over", Assert.Single(Refused(await campaign.ValidateAsync(coordinator, BulkScope.All, [SmallFederation.AlphaNormandie]))).Code);
        Assert.Equal("reviews.window-over", Assert.Single(Refused(await campaign.ValidateAsync(coordinator, BulkScope.All, [SmallFederation.Alpha75, SmallFederation.AlphaNormandie]))).Code);
        var batch = Done(await campaign.ValidateAsync(coordinator, BulkScope.All, [SmallFederation.Alpha75]));
        Done(await campaign.UndoAsync(coordinator, batch.Batch, SmallFederation.Alpha75));
        Done(await campaign.ValidateAsync(coordinator, BulkScope.All, [SmallFederation.Alpha75]));

        var view = (await campaign.Database.WithAsync<AcceptanceQuery, AcceptanceView?>(q => q.RunAsync(Federation, Year, default)))!;
        Assert.Equal(SmallFederation.Alpha75, Assert.Single(view.Ready).Organization);
        Assert.Empty(view.Against);
        campaign.Database.Clock.Set(given.Until.AddSeconds(1));
        Assert.Equal("reviews.window-over", Assert.Single(Refused(await AcceptAsync(view))).Code);
        campaign.Database.Clock.Set(given.Until);
        Done(await AcceptAsync(view));
        Assert.Equal("campaigns.extension-accepted", Assert.Single(Refused(await ReviewUntilAsync(campaign, Federation, "2025-06-15"))).Code);
        Assert.Equal(
            "campaigns.review-extensions-beyond",
            Assert.Single(Refused(await ChangeAsync(campaign, Federation, With(days, ("correction-to", "2025-06-05")), (await NowAsync(campaign)).Seal))).Code);

        // A delay of review ends by itself: that of entry is another.
        var line = Assert.Single(await ListAsync(campaign, Federation));
        Assert.Equal((ExtendedWindow.Review, given.Until), (line.Extension.Window, line.Extension.Until));
        Done(await campaign.Database.WithAsync<ExtendWindow, Outcome<WindowExtended>>(e => e.WithdrawAsync(Federation, Year, line.Extension.Id, Guid.NewGuid(), default)));
        Assert.Null((await campaign.RowOf(SmallFederation.Alpha75)).ReviewUntil);
        var act = await campaign.Database.ReadAsync(db => db.Trail.SingleAsync(t => t.Act == "campaigns.extend"));
        Assert.Contains("Review", act.After!, StringComparison.Ordinal);

        Task<Outcome<Accepted>> AcceptAsync(AcceptanceView shown) => campaign.Database.WithAsync<AcceptSubmission, Outcome<Accepted>>(
            a => a.RunAsync(Federation, [shown.Ready[0].Id], Guid.NewGuid(), default));
    }

    private static Task<Outcome<WindowExtended>> ReviewUntilAsync(SmallCampaign campaign, Actor actor, string day) =>
        campaign.Database.WithAsync<ExtendWindow, Outcome<WindowExtended>>(e => e.RunAsync(
            actor, Year, new NewExtension(ExtendedWindow.Review, [SmallFederation.Alpha75], day, "", "Coordinatrice absente."), Guid.NewGuid(), default));

    private static async Task<(string Seal, CalendarDays Days)> NowAsync(SmallCampaign campaign)
    {
        var calendar = (await campaign.Database.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Year == Year))).Calendar;
        return (CalendarGuards.SealOf(calendar), CalendarDays.Of(calendar));
    }

    private static CalendarDays With(CalendarDays days, params (string Name, string Day)[] changes) =>
        new(CalendarDays.Names.ToDictionary(n => n, n => changes.Where(c => c.Name == n).Select(c => c.Day).FirstOrDefault(days[n])));

    private static Task<Outcome<CalendarEffect>> ChangeAsync(SmallCampaign campaign, Actor actor, CalendarDays days, string seal) =>
        campaign.Database.WithAsync<ChangeCalendar, Outcome<CalendarEffect>>(c => c.RunAsync(actor, Year, days, seal, Guid.NewGuid(), default));

    private static Task<Outcome<WindowExtended>> ExtendAsync(SmallCampaign campaign, NewExtension asked, Actor? actor = null) =>
        campaign.Database.WithAsync<ExtendWindow, Outcome<WindowExtended>>(e => e.RunAsync(actor ?? Federation, Year, asked, Guid.NewGuid(), default));

    private static Task<Outcome<WindowExtended>> ExtendAsync(SmallCampaign campaign, Actor actor, string day, string time = "") =>
        ExtendAsync(campaign, new NewExtension(ExtendedWindow.Entry, [SmallFederation.Alpha75], day, time, "Agent malade."), actor);

    private static Task<IReadOnlyList<ExtensionLine>> ListAsync(SmallCampaign campaign, Actor actor) => campaign.Database.WithAsync<ExtensionList, IReadOnlyList<ExtensionLine>>(
        async l => await l.RunAsync(actor, await campaign.Database.ReadAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync()), default));

    private static async Task<IEnumerable<OrganizationCode>> NotLateAsync(SmallCampaign campaign)
    {
        var opened = await campaign.Database.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync());
        return (await campaign.Database.WithAsync<SubmissionList, IReadOnlyList<SubmissionLine>>(l => l.RunAsync(Federation, opened, null, default))).Where(l => !l.Late).Select(l => l.Organization);
    }

    private static async Task<Outcome<AnswersSaved>> SaveAsync(SmallCampaign campaign, string text = "12", OrganizationCode? body = null)
    {
        var code = body ?? SmallFederation.Alpha75;
        var id = await campaign.Database.ReadAsync(db => db.Submissions.Where(s => s.Organization == code).Select(s => s.Id).SingleAsync());
        return await campaign.Database.WithAsync<SaveAnswers, Outcome<AnswersSaved>>(s => s.RunAsync(
            Contributor with { Grants = [new Grant(Role.Contributor, code)] }, id,
            [new AnswerEdit(new VariableCode("formes"), CellKey.Total, AnswerState.Given, text, null, null)], [], Guid.NewGuid(), default));
    }
}
