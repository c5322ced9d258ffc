using Responsables.App.Accounts;
using Responsables.App.Consolidation;
using Responsables.App.Home;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Consolidation;

/// <summary>What the pages of an indicator and of an organisation gather, and for whom.</summary>
public class IndicatorResultsTests
{
    private static readonly string[] Bodies = ["alpha-75", "alpha-normandie", "alpha-sans", "beta-14", "beta-75", "ecole"];

    [Theory, EachEngine]
    public async Task The_spread_counts_validated_values_and_names_only_ones_own(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(Bodies[..4].SelectMany((b, i) => Answers(b, 100, (i + 1) * 10)), sign: true, validate: true));
        Done(await campaign.ImportAsync(Answers("beta-75", 100, 90), sign: true));
        var few = (await ResultsAsync(campaign, Role.Contributor, SmallFederation.Alpha75))!;
        Assert.Equal((25m, 4), (few.Latest!.Value.Figure.Value, few.Latest.Value.Figure.Answered));
        Assert.Null(few.Spread);

        Done(await campaign.ImportAsync(Bodies[4..].SelectMany((b, i) => Answers(b, 100, (i + 5) * 10)), sign: true, validate: true));
        var mine = (await ResultsAsync(campaign, Role.Contributor, SmallFederation.Alpha75))!;
        Assert.Equal(new Spread(6, 22.5m, 35, 47.5m), mine.Spread);
        Assert.Equal((SmallFederation.Alpha75, 10m), (Assert.Single(mine.Own).Body.Code, mine.Own[0].Value));
        Assert.Empty((await ResultsAsync(campaign, Role.Committee, null))!.Own);
        Assert.Equal(Year, Assert.Single(mine.Years).Campaign.Year);
        Assert.Null(await campaign.Database.WithAsync<IndicatorResultsQuery, IndicatorResults?>(
            q => q.RunAsync(new Actor(Guid.NewGuid(), "Personne", [], false), SmallFramework.Code, SmallFramework.TrainedShare, default)));
    }

    [Theory, EachEngine]
    public async Task People_of_a_body_are_told_to_those_who_follow_it(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        var now = campaign.Database.Clock.GetUtcNow();
        await campaign.Database.ReadAsync(db =>
        {
            db.Users.AddRange(
                Somebody("Zoé", now, Role.Contributor, SmallFederation.Alpha75), Somebody("Ali", now, Role.Director, SmallFederation.Alpha75),
                Somebody("Nadia", now, Role.Coordinator, SmallFederation.FundA), Somebody("Autre", now, Role.Contributor, SmallFederation.Beta14));
            return db.SaveChangesAsync();
        });
        var place = SmallFederation.Register.At(SmallFederation.EndOf2024).Places(_ => null).First(p => p.Code == SmallFederation.Alpha75);
        Task<IReadOnlyList<PersonOfBody>?> Of(Role role, OrganizationCode? scope) => campaign.Database.WithAsync<PeopleOfBody, IReadOnlyList<PersonOfBody>?>(
            q => q.RunAsync(new Actor(Guid.NewGuid(), "Sonia", [new Grant(role, scope)], false), place, default));
        Assert.Equal(["Zoé", "Ali", "Nadia"], (await Of(Role.Coordinator, SmallFederation.FundA))!.Select(p => p.Name));
        Assert.Equal(3, (await Of(Role.Federation, null))!.Count);
        Assert.Equal(3, (await Of(Role.Contributor, SmallFederation.Alpha75))!.Count);
        Assert.Null(await Of(Role.Contributor, SmallFederation.Beta14));
        Assert.Null(await Of(Role.Coordinator, SmallFederation.FundB));
        Assert.Null(await Of(Role.Committee, null));
    }

    [Theory, EachEngine]
    public async Task Figures_of_a_body_follow_the_rights_of_figures(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(Answers("alpha-75", 100, 10), sign: true, validate: true));
        Task<OrganizationResults> Of(Role role, OrganizationCode? scope) => campaign.Database.WithAsync<BodyResults, OrganizationResults>(
            q => q.RunAsync(new Actor(Guid.NewGuid(), "Sonia", [new Grant(role, scope)], false), SmallFederation.Alpha75, default));
        Assert.Equal(10, (await Of(Role.Committee, null)).Figures!.Lines.Single(l => l.Indicator.Code == SmallFramework.TrainedShare).Figure.Value);
        Assert.NotNull((await Of(Role.Contributor, SmallFederation.Alpha75)).Figures);
        Assert.NotNull((await Of(Role.Coordinator, SmallFederation.FundA)).Figures);
        Assert.Null((await Of(Role.Contributor, SmallFederation.Beta14)).Figures);
        Assert.Equal(5, (await Of(Role.Committee, null)).Nodes.Count);
    }

    private static Task<IndicatorResults?> ResultsAsync(SmallCampaign campaign, Role role, OrganizationCode? scope) =>
        campaign.Database.WithAsync<IndicatorResultsQuery, IndicatorResults?>(
            q => q.RunAsync(new Actor(Guid.NewGuid(), "Sonia", [new Grant(role, scope)], false), SmallFramework.Code, SmallFramework.TrainedShare, default));

    private static string[] Answers(string body, int staff, int trained) =>
        [$"{body},effectif_physique_3112,,{staff},,", $"{body},surface_m2,,1000,,", $"{body},formes,,{trained},,", $"{body},plan,,oui,,", $"{body},delai,,12,,", $"{body},factures,,5,,", $"{body},vehicules,,3,,"];

    private static Account Somebody(string name, DateTimeOffset now, Role role, OrganizationCode scope)
    {
        var account = new Account { Id = Guid.CreateVersion7(), UserName = name, Email = name, DisplayName = name };
        account.Grants.Add(new AccountGrant { AccountId = account.Id, Role = role, Scope = scope, GrantedAt = now });
        return account;
    }
}
