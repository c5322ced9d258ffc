using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Web.Tests.Reviews;

namespace Responsables.Web.Tests.Campaigns;

/// <summary>Opening, closing, and what branches choose, through the pages.</summary>
public sealed class CampaignTests : IAsyncLifetime
{
    private const string Optional = "main form[method=post]";

    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        await new RunningYear(site).LoadFrameworkAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_campaign_opens_on_what_the_branches_chose_after_saying_what_it_will_do()
    {
        var coordinator = await site.SignInAs(Role.Coordinator);
        var choice = (await coordinator.Get("/campagnes/choix")).Expect(200);
        Assert.StartsWith("Maladie", choice.Title, StringComparison.Ordinal);
        var indicators = choice.Page.QuerySelectorAll("input[name=indicateur]").Select(e => e.GetAttribute("value")!).Take(2).ToList();
        var done = (await coordinator.Submit(choice, Optional, ("indicateur", indicators[0]), ("indicateur", indicators[1]))).Expect(303);
        Assert.Contains("2 indicateurs optionnels pour Maladie", (await coordinator.Follow(done)).Notice, StringComparison.Ordinal);

        var federation = await site.SignInAs(Role.Federation);
        var form = (await federation.Get("/campagnes/nouvelle?annee=2024")).Expect(200);
        Assert.Equal("2025-01-15", form.Page.QuerySelector("#entry-from")!.GetAttribute("value"));
        Assert.Contains("Maladie : 2 indicateurs optionnels", Plain(form.Text("main")), StringComparison.Ordinal);
        var preview = (await federation.Submit(form, Optional)).Expect(200);
        Assert.Equal("Ouvrir la campagne 2024 pour 10 organismes ?", Plain(preview.Title));
        Assert.Equal(0, await site.WithDbAsync(db => db.Campaigns.CountAsync()));
        Assert.Equal(0, await site.WithDbAsync(db => db.Submissions.CountAsync()));

        var opened = (await federation.Submit(preview, Optional)).Expect(303);
        Assert.Equal("La campagne 2024 est ouverte pour 10 organismes.", (await federation.Follow(opened)).Notice);
        Assert.Equal(
            indicators.Order(StringComparer.Ordinal),
            (await site.WithDbAsync(db => db.CampaignAsks.Where(a => a.Branch == "Maladie").ToListAsync())).Select(a => a.Indicator.Value).Order(StringComparer.Ordinal));
        Assert.Equal(["campaigns.choose", "campaigns.open"], await site.TrailAsync());
    }

    [Fact]
    public async Task Choices_changed_since_the_preview_are_shown_again_before_opening()
    {
        var federation = await site.SignInAs(Role.Federation);
        var preview = await federation.Submit(await federation.Get("/campagnes/nouvelle?annee=2024"), Optional);
        await ChooseOneAsync(await site.SignInAs(Role.Coordinator));
        var again = (await federation.Submit(preview, Optional)).Expect(409);
        Assert.Contains("a modifié ses indicateurs optionnels", again.Text("main"), StringComparison.Ordinal);
        Assert.Equal(0, await site.WithDbAsync(db => db.Campaigns.CountAsync()));
        (await federation.Submit(again, Optional)).Expect(303);
    }

    [Fact]
    public async Task Days_that_are_unreadable_or_upside_down_are_refused_on_their_field()
    {
        var federation = await site.SignInAs(Role.Federation);
        var form = await federation.Get("/campagnes/nouvelle?annee=2024");
        var refused = (await federation.Submit(form, Optional, ("entry-from", "demain"), ("review-to", "2025-04-30"))).Expect(422);
        Assert.Equal("#entry-from", refused.Page.QuerySelector(".faults a")!.GetAttribute("href"));
        Assert.Equal("demain", refused.Page.QuerySelector("#entry-from")!.GetAttribute("value"));
        var upsideDown = (await federation.Submit(form, Optional, ("review-to", "2025-01-01"))).Expect(422);
        Assert.Equal("#review-to", upsideDown.Page.QuerySelector(".faults a")!.GetAttribute("href"));
        Assert.Empty(await site.TrailAsync());
    }

    [Fact]
    public async Task A_coordinator_chooses_for_the_branch_of_the_fund_only()
    {
        var coordinator = await site.SignInAs(Role.Coordinator);
        (await coordinator.Get("/campagnes/choix?branche=Famille")).Expect(404);
        var page = await coordinator.Get("/campagnes/choix");
        (await coordinator.Submit(page, Optional, ("branche", "Famille"))).Expect(404);
        Assert.Equal(0, await site.WithDbAsync(db => db.BranchChoices.CountAsync()));
        var federation = await site.SignInAs(Role.Federation);
        (await ChooseOneAsync(federation, "?branche=Famille")).Expect(303);
        Assert.Equal("Famille", (await site.WithDbAsync(db => db.BranchChoices.SingleAsync())).Branch);
    }

    [Fact]
    public async Task Choices_made_on_an_older_page_or_of_what_is_not_optional_are_refused()
    {
        var coordinator = await site.SignInAs(Role.Coordinator);
        var older = await coordinator.Get("/campagnes/choix");
        (await ChooseOneAsync(await site.SignInAs(Role.Federation), "?branche=Maladie")).Expect(303);
        (await coordinator.Submit(older, Optional)).Expect(409);
        var page = await coordinator.Get("/campagnes/choix");
        (await coordinator.Submit(page, Optional, ("indicateur", "rso-rien"))).Expect(422);
        Assert.Equal(1, await site.WithDbAsync(db => db.BranchChoices.CountAsync()));
    }

    [Fact]
    public async Task A_closing_says_its_effect_then_stops_the_reviews()
    {
        await OpenAsync(2024);
        var federation = await site.SignInAs(Role.Federation);
        var page = (await federation.Get("/campagnes/2024/cloture")).Expect(200);
        Assert.Contains("10 organismes n’ont jamais signé", Plain(page.Text("main")), StringComparison.Ordinal);
        (await federation.Submit(page, Optional)).Expect(303);
        Assert.NotNull((await site.WithDbAsync(db => db.Campaigns.SingleAsync())).ClosedAt);
        Assert.Equal("campaigns.close", (await site.TrailAsync())[^1]);
        (await federation.Submit(await federation.Get("/campagnes/2024/cloture"), Optional)).Expect(422);
    }

    [Fact]
    public async Task The_page_of_a_campaign_shows_to_each_what_they_may_follow()
    {
        await OpenAsync(2024);
        var all = await (await site.SignInAs(Role.Federation)).Get("/campagnes/2024");
        Assert.Equal("10", all.Page.QuerySelector("tfoot .num")!.TextContent);
        var fund = await (await site.SignInAs(Role.Coordinator)).Get("/campagnes/2024");
        Assert.Equal("4", fund.Page.QuerySelector("tfoot .num")!.TextContent);
        var committee = (await (await site.SignInAs(Role.Committee)).Get("/campagnes/2024")).Expect(200);
        Assert.Null(committee.Page.QuerySelector("tfoot"));
        (await (await site.SignInAs(Role.Committee)).Get("/campagnes/1999")).Expect(404);
    }

    private Task<CampaignOpened> OpenAsync(int year) => new RunningYear(site).UseAsync<OpenCampaign, CampaignOpened>(async open =>
        ((Domain.Shared.Outcome<CampaignOpened>.Done)await open.RunAsync(
            Actor.Command, new CampaignOpening(year, RunningYear.Framework, null, [], null), Guid.NewGuid(), CancellationToken.None)).Value);

    private static async Task<Screen> ChooseOneAsync(Visitor visitor, string query = "")
    {
        var page = await visitor.Get("/campagnes/choix" + query);
        return await visitor.Submit(page, Optional, ("indicateur", page.Page.QuerySelector("input[name=indicateur]")!.GetAttribute("value")!));
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
