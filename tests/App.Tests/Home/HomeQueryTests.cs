using Responsables.App.Home;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Home;

/// <summary>The home page of each role: what it holds, what it does not, and how many statements it costs.</summary>
public class HomeQueryTests
{
    private static readonly string[] Alpha75 = Answers("alpha-75", 100, 50);

    [Theory, EachEngine]
    public async Task A_contributor_has_their_dossier_and_nothing_else(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        Done(await campaign.OpenYearAsync(Year - 1));
        Done(await campaign.ImportAsync(Alpha75[..2]));
        var home = await HomeOf(campaign, Role.Contributor, SmallFederation.Alpha75);
        var body = Assert.Single(home.Bodies);
        Assert.Equal((SmallFederation.Alpha75, Year), (body.Dossier.Submission.Organization, body.Dossier.Campaign.Year));
        Assert.Equal((true, false, SubmissionState.InProgress), (body.Enters, body.Signs, body.Dossier.State));
        Assert.Equal(Year - 1, body.LastYear!.Campaign.Year);
        Assert.All(body.LastYear.Lines, l => Assert.Null(l.Figure.Value));
        Assert.Equal((null, null, null, null), (home.Reviewed, home.National, home.Results, home.Accounts));
    }

    [Theory, EachEngine]
    public async Task A_coordinator_follows_the_bodies_of_the_fund_and_no_other(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(Alpha75, sign: true));
        Done(await campaign.ImportAsync(Answers("beta-14", 200, 100)));
        var home = await HomeOf(campaign, Role.Coordinator, SmallFederation.FundA);
        Assert.Equal(["alpha-75", "alpha-normandie", "alpha-sans"], home.Reviewed!.Lines.Select(l => l.Organization.Value).Order());
        Assert.Equal(SmallFederation.Alpha75, Assert.Single(home.Reviewed.Waiting).Organization);
        Assert.Equal(2, home.Reviewed.In(SubmissionState.NotStarted));
        Assert.Equal(SmallFederation.Alpha75, Assert.Single(home.Reviewed.News.Signed).Organization);
        Assert.Empty(home.Reviewed.News.Entered);
        Assert.Empty(home.Bodies);
        Assert.Equal((null, null, null), (home.National, home.Results, home.Accounts));
    }

    [Theory, EachEngine]
    public async Task News_begin_yesterday_and_tell_each_dossier_once(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(Alpha75, sign: true, validate: true));
        campaign.Database.Clock.Set(new DateTimeOffset(2025, 2, 17, 9, 0, 0, TimeSpan.Zero));
        Done(await campaign.ImportAsync(Answers("beta-14", 200, 100)));
        var national = (await HomeOf(campaign, Role.Federation, null)).National!;
        Assert.Equal(10, national.Lines.Count);
        Assert.Equal("beta-14", Assert.Single(national.News.Entered).Organization.Value);
        Assert.Empty(national.News.Signed);
        campaign.Database.Clock.Set(new DateTimeOffset(2025, 2, 16, 9, 0, 0, TimeSpan.Zero));
        national = (await HomeOf(campaign, Role.Federation, null)).National!;
        Assert.Equal("alpha-75", Assert.Single(national.News.Validated).Organization.Value);
        Assert.Empty(national.News.Signed);
    }

    [Theory, EachEngine]
    public async Task The_committee_reads_validated_results_of_the_last_year_that_is_over(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(Alpha75, sign: true, validate: true));
        Done(await campaign.ImportAsync(Answers("beta-14", 200, 200), sign: true));
        Done(await campaign.OpenYearAsync(Year + 1));
        campaign.Database.Clock.Set(new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero));
        foreach (var role in (Role[])[Role.Committee, Role.Auditor])
        {
            var home = await HomeOf(campaign, role, null);
            Assert.Equal((Year, "fed"), (home.Results!.Campaign.Year, home.Results.Node.Value));
            Assert.Equal(50, home.Results.Lines.Single(l => l.Indicator.Code == SmallFramework.TrainedShare).Figure.Value);
            Assert.Equal((null, null, null), (home.Reviewed, home.National, home.Accounts));
        }
    }

    [Theory, EachEngine]
    public async Task Whoever_administers_sees_the_accounts_that_wait(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        var now = campaign.Database.Clock.GetUtcNow();
        await campaign.Database.ReadAsync(db =>
        {
            db.Invitations.AddRange(
                Invited("un@example.fr", now.AddDays(2)), Invited("deux@example.fr", now.AddDays(1)), Invited("trois@example.fr", now.AddDays(-1)));
            db.Users.AddRange(
                Somebody("a", new App.Accounts.AccountGrant { Role = Role.Contributor, Scope = SmallFederation.Alpha75, GrantedAt = now }),
                Somebody("b"),
                Somebody("c", DisabledAt(now), new App.Accounts.AccountGrant { Role = Role.Director, Scope = SmallFederation.Alpha75, GrantedAt = now }));
            return db.SaveChangesAsync();
        });
        var accounts = (await HomeOf(campaign, Role.Federation, null)).Accounts!;
        Assert.Equal(["deux@example.fr", "un@example.fr"], accounts.Waiting.Select(i => i.Email));
        Assert.Equal((1, 2, 1), (accounts.Expired, accounts.Active, accounts.WithoutRole));
        Assert.Equal((9, 10, 10), (accounts.WithoutContributor, accounts.WithoutDirector, accounts.Bodies));
        Assert.NotNull(accounts.LastAct);
    }

    [Theory, EachEngine]
    public async Task Somebody_with_several_roles_sees_each_and_somebody_without_any_nothing(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        var both = await HomeOf(campaign, new Grant(Role.Director, SmallFederation.School), new Grant(Role.Coordinator, SmallFederation.FundB), new Grant(Role.Committee, null));
        Assert.True(Assert.Single(both.Bodies).Signs);
        Assert.Equal(3, both.Reviewed!.Lines.Count);
        Assert.NotNull(both.Results);
        Assert.Null(both.National);
        Assert.Equal(new HomeView(null, [], null, null, null, null), await HomeOf(campaign));
    }

    /// <summary>Frameworks, questionnaires and perimeters are read once for all: what is counted is what each visit costs.</summary>
    [Theory, EachEngine]
    public async Task A_visit_costs_few_statements(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        Done(await campaign.OpenYearAsync(Year - 1));
        Done(await campaign.ImportAsync(Alpha75, sign: true));
        Assert.Equal(11, await CostOf(campaign, new Grant(Role.Contributor, SmallFederation.Alpha75)));
        Assert.Equal(7, await CostOf(campaign, new Grant(Role.Coordinator, SmallFederation.FundA)));
        Assert.Equal(12, await CostOf(campaign, new Grant(Role.Federation, null)));
        Assert.Equal(3, await CostOf(campaign, new Grant(Role.Committee, null)));
    }

    [Theory, EachEngine]
    public async Task The_guide_is_shown_until_it_is_dismissed_once(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        var account = Somebody("a");
        await campaign.Database.ReadAsync(db =>
        {
            db.Users.Add(account);
            return db.SaveChangesAsync();
        });
        var actor = new Actor(account.Id, "a", [new Grant(Role.Committee, null)], false);
        Task<HomeView> Home() => campaign.Database.WithAsync<HomeQuery, HomeView>(q => q.RunAsync(actor, default));
        Assert.True((await Home()).ShowsGuide);
        foreach (var key in (Guid[])[Guid.NewGuid(), Guid.NewGuid()])
        {
            Done(await campaign.Database.WithAsync<DismissGuide, Domain.Shared.Outcome<bool>>(d => d.RunAsync(actor, key, default)));
        }

        Assert.False((await Home()).ShowsGuide);
        Assert.Equal(1, await campaign.Database.ReadAsync(db => Task.FromResult(db.Trail.Count(t => t.Act == "accounts.dismiss-guide"))));
        Assert.IsType<Domain.Shared.Outcome<bool>.Missing>(await campaign.Database.WithAsync<DismissGuide, Domain.Shared.Outcome<bool>>(
            d => d.RunAsync(actor with { Id = Guid.NewGuid() }, Guid.NewGuid(), default)));
    }

    private static async Task<int> CostOf(SmallCampaign campaign, Grant grant)
    {
        await HomeOf(campaign, grant);
        return (await Statements.CountAsync(() => HomeOf(campaign, grant))).Count;
    }

    private static Task<HomeView> HomeOf(SmallCampaign campaign, Role role, OrganizationCode? scope) => HomeOf(campaign, new Grant(role, scope));

    private static Task<HomeView> HomeOf(SmallCampaign campaign, params Grant[] grants) => campaign.Database.WithAsync<HomeQuery, HomeView>(
        q => q.RunAsync(new Actor(Guid.NewGuid(), "Sonia Marchand", grants, false), default));

    private static string[] Answers(string body, int staff, int trained) =>
        [$"{body},effectif_physique_3112,,{staff},,", $"{body},surface_m2,,1000,,", $"{body},formes,,{trained},,", $"{body},plan,,oui,,", $"{body},delai,,12,,", $"{body},factures,,5,,", $"{body},vehicules,,3,,"];

    private static App.Accounts.Invitation Invited(string email, DateTimeOffset until) =>
        new() { Email = email, TokenHash = email, Role = Role.Contributor, Scope = SmallFederation.Beta14, CreatedAt = until.AddDays(-7), ExpiresAt = until, CreatedBy = "Essai" };

    private static DateTimeOffset? DisabledAt(DateTimeOffset at) => at;

    private static App.Accounts.Account Somebody(string name, params App.Accounts.AccountGrant[] grants) => Somebody(name, null, grants);

    private static App.Accounts.Account Somebody(string name, DateTimeOffset? disabled, params App.Accounts.AccountGrant[] grants)
    {
        var account = new App.Accounts.Account { Id = Guid.CreateVersion7(), UserName = name, Email = name, DisplayName = name, DisabledAt = disabled };
        account.Grants.AddRange(grants);
        return account;
    }
}
