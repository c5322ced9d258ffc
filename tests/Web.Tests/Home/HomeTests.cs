using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Home;

/// <summary>What the home page of each role says, in correct French, and where it leads.</summary>
public sealed class HomeTests : IAsyncLifetime
{
    private Site site = null!;
    private PlayedYears years = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        years = await PlayedYears.OpenAsync(site, 2023, 2024);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_contributor_reads_what_to_do_until_when_and_where()
    {
        var contributor = await site.SignInAs(Role.Contributor, SmallFederation.Beta974);
        var home = (await contributor.Get("/")).Expect(200);
        Assert.Equal("Bêta de La Réunion, année 2024", home.Text("section.part h2"));
        Assert.Contains("heure de Paris", home.Text(".lede"), StringComparison.Ordinal);
        Assert.Contains("La Réunion", home.Text(".lede"), StringComparison.Ordinal);
        Assert.Contains(home.Page.QuerySelectorAll("main b"), b => b.TextContent.StartsWith("Il reste ", StringComparison.Ordinal));
        Assert.Equal(6, home.Page.QuerySelectorAll(".tasks > li").Length);
        var id = await years.IdAsync(SmallFederation.Beta974, 2024);
        (await contributor.Get(home.Page.QuerySelector(".tasks a")!.GetAttribute("href")!)).Expect(200);
        Assert.StartsWith($"/dossiers/{id}/", home.Page.QuerySelector("main a.button")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Aucune réponse de 2023 n’a été validée", home.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_director_reads_whether_they_may_sign()
    {
        await years.AnswerNothingAsync(SmallFederation.Alpha75, 2024, "nb_sites");
        var director = await site.SignInAs(Role.Director);
        Assert.Contains("Vous ne pouvez pas encore signer\u00A0: 1 question attend une réponse.", await MainAsync(director), StringComparison.Ordinal);
        await years.AnswerAsync(SmallFederation.Alpha75, 2024, "nb_sites", "3");
        Assert.Contains("Tout est prêt\u00A0: le dossier attend votre relecture et votre signature.", await MainAsync(director), StringComparison.Ordinal);
        var page = await director.Get("/");
        (await director.Get(page.Page.QuerySelector("main a.button")!.GetAttribute("href")!)).Expect(200);
        await years.SignAsync(SmallFederation.Alpha75, 2024);
        Assert.DoesNotContain("Votre signature", await MainAsync(director), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_reads_how_far_the_bodies_are()
    {
        var coordinator = await site.SignInAs(Role.Coordinator);
        var home = await coordinator.Get("/");
        Assert.StartsWith("3 organismes sur 3 n’ont pas commencé. Il reste ", home.Text(".lede"), StringComparison.Ordinal);
        Assert.Contains("Aucun dossier n’attend votre examen", Sentences(home));
        await years.AnswerNothingAsync(SmallFederation.Alpha75, 2024);
        await years.SignAsync(SmallFederation.Alpha75, 2024);
        await years.AnswerNothingAsync(SmallFederation.AlphaNowhere, 2024);
        home = await coordinator.Get("/");
        Assert.StartsWith("1 organisme sur 3 n’a pas commencé.", home.Text(".lede"), StringComparison.Ordinal);
        Assert.Contains("1 dossier attend votre examen", Sentences(home));
        Assert.Contains("Aucun organisme n’est en retard", Sentences(home));
        Assert.Contains("1 dossier a été signé", await MainAsync(coordinator), StringComparison.Ordinal);
        Assert.Contains("1 signé, à examiner", home.Page.QuerySelectorAll(".key li").Select(l => l.TextContent));
        foreach (var link in home.Page.QuerySelectorAll("main .entries h3 a"))
        {
            (await coordinator.Get(link.GetAttribute("href")!)).Expect(200);
        }

        site.Clock.Advance(TimeSpan.FromDays(21));
        coordinator = await site.SignInWith("coordinator.fonds-a@example.fr");
        Assert.Contains("2 organismes sont en retard", Sentences(await coordinator.Get("/")));
    }

    [Fact]
    public async Task The_federation_reads_every_branch_the_calendar_and_the_accounts()
    {
        var federation = await site.SignInAs(Role.Federation);
        var home = (await federation.Get("/")).Expect(200);
        Assert.Equal("10 organismes sur 10 n’ont pas commencé.", home.Text(".lede"));
        Assert.Equal(["Famille", "Interbranche", "Maladie"], home.Page.QuerySelectorAll("tbody th").Select(th => th.TextContent));
        Assert.Equal(4, home.Page.QuerySelectorAll(".facts dd").Count(d => d.TextContent.StartsWith("Il reste ", StringComparison.Ordinal) || d.TextContent.StartsWith("Dans ", StringComparison.Ordinal)));
        Assert.Contains("Aucune invitation n’attend de réponse", Sentences(home));
        Assert.Contains("10 organismes sur 10 n’ont personne pour saisir", Sentences(home));
        foreach (var link in home.Page.QuerySelectorAll("main a"))
        {
            (await federation.Get(link.GetAttribute("href")!)).Expect(200);
        }
    }

    [Fact]
    public async Task The_committee_reads_results_and_no_progress()
    {
        var committee = await site.SignInAs(Role.Committee);
        var home = (await committee.Get("/")).Expect(200);
        Assert.Contains("Rien n’est encore validé pour 2024.", home.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("commencé", home.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_role_or_a_campaign_it_says_what_to_do()
    {
        Assert.Contains("Votre compte n’a encore aucun rôle", await MainAsync(await site.SignInWithoutRole()), StringComparison.Ordinal);
        await using var empty = await Site.StartAsync();
        Assert.Contains("Aucune campagne n’est encore ouverte", await MainAsync(await empty.SignInAs(Role.Contributor)), StringComparison.Ordinal);
    }

    private static List<string> Sentences(Screen home) => [.. home.Page.QuerySelectorAll("main .entries h3").Select(h => h.TextContent.Trim())];

    private static async Task<string> MainAsync(Visitor visitor) => (await visitor.Get("/")).Expect(200).Page.QuerySelector("main")!.TextContent;
}
