using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Consolidation;
using static Responsables.Web.Tests.Public.PublishedWorld;

namespace Responsables.Web.Tests.Public;

/// <summary>What everybody reads of a published edition, and what nobody reads before its day or of one body.</summary>
public sealed class PublicSiteTests
{
    [Fact]
    public async Task Nothing_is_there_before_the_end_of_the_embargo_and_all_of_it_after()
    {
        await using var site = await FiguresWorld.StartAsync("--RESPONSABLES_REQUESTS_PER_MINUTE=100000");
        var visitor = site.Anonymous();
        async Task NothingAsync(string when)
        {
            Assert.Contains("Aucune édition n’est publiée", (await visitor.Get("/resultats")).Expect(200).Text("main"), StringComparison.Ordinal);
            Assert.Contains("Aucune édition n’est publiée", (await visitor.Get("/")).Expect(200).Text("main"), StringComparison.Ordinal);
            foreach (var address in Addresses)
            {
                var answer = await visitor.Get(address);
                Assert.True(answer.Status == 404, $"{when}: {address} gave {answer.Status}");
                Assert.Equal("no-store", answer.Header("Cache-Control"));
            }
        }

        await NothingAsync("before any edition");
        await site.PrepareAsync("");
        await NothingAsync("approved");
        await site.PublishAsync(1, DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime.AddDays(10)));
        await NothingAsync("under embargo");
        // Whoever prepares it has no other door here.
        (await (await site.SignInAs(Role.Federation)).Get("/donnees/2024/e1/figures.csv")).Expect(404);
        site.Clock.Advance(TimeSpan.FromDays(11));
        foreach (var address in Addresses)
        {
            (await visitor.Get(address)).Expect(200);
        }

        Assert.Contains("2024", (await visitor.Get("/")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_figures_are_a_value_a_sentence_and_a_coverage()
    {
        await using var site = await StartAsync();
        var page = (await site.Anonymous().Get("/resultats")).Expect(200);
        var card = page.Page.QuerySelectorAll(".figure").Single(f => f.QuerySelector("a")!.GetAttribute("href") == Indicator);
        Assert.Equal("30,0 %", DashboardTests.Clean(card.QuerySelector(".value")!.TextContent));
        Assert.Contains("Réponses de 3 organismes concernés sur 10.", DashboardTests.Clean(card.TextContent), StringComparison.Ordinal);
        var opened = (await site.Anonymous().Get(Indicator)).Expect(200);
        Assert.Contains("180 au numérateur, 600 au dénominateur", DashboardTests.Clean(opened.Text("main")), StringComparison.Ordinal);
        // The formula is in words of the framework, not in its codes.
        Assert.Contains("« Personnes formées »", DashboardTests.Clean(opened.Text("#methode")), StringComparison.Ordinal);
        Assert.NotNull(opened.Page.QuerySelector("#carte [data-chart]"));
        Assert.Contains($"{Indicator}/integrer\"", opened.Page.QuerySelector("#integrer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_one_body_is_told_unless_its_publication_opens_bodies()
    {
        await using var closed = await StartAsync();
        await using var open = await StartAsync(opensBodies: true);
        // A body, and a department that holds no other.
        foreach (var node in (string[])["alpha-normandie", "dep-76", "beta-974", "reg-04"])
        {
            (await closed.Anonymous().Get($"/resultats/2024/noeuds/{node}")).Expect(404);
            (await open.Anonymous().Get($"/resultats/2024/noeuds/{node}")).Expect(200);
            foreach (var file in (string[])["figures.csv", "history.csv", "restatements.csv"])
            {
                Assert.DoesNotContain($",{node},", await TextAsync(closed, $"/donnees/2024/e1/{file}"), StringComparison.Ordinal);
            }

            Assert.DoesNotContain($"\"node\":\"{node}\",\"not_applicable\"", await TextAsync(closed, "/donnees/2024/e1/edition.json"), StringComparison.Ordinal);
            Assert.DoesNotContain($"\"{node}\"", await TextAsync(closed, $"{Indicator}.json"), StringComparison.Ordinal);
            Assert.DoesNotContain($",{node},", await TextAsync(closed, $"{Indicator}.csv"), StringComparison.Ordinal);
        }

        Assert.Contains(",dep-76,", await TextAsync(open, "/donnees/2024/e1/figures.csv"), StringComparison.Ordinal);
        var map = (await closed.Anonymous().Get($"{Indicator}?carte=departements")).Expect(200);
        Assert.DoesNotContain(map.Page.QuerySelectorAll("#carte tbody th"), h => h.TextContent == "Seine-Maritime");
        // No page leads to what is not there.
        var links = (await closed.Anonymous().Get("/resultats")).Page.QuerySelectorAll("main a[href*='/noeuds/']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var node = (await closed.Anonymous().Get(link)).Expect(200);
            foreach (var inner in node.Page.QuerySelectorAll("main a[href*='/noeuds/']").Select(a => a.GetAttribute("href")!))
            {
                (await closed.Anonymous().Get(inner)).Expect(200);
            }
        }
    }

    [Fact]
    public async Task A_corrected_edition_stays_at_its_address_and_what_changed_is_listed()
    {
        await using var site = await StartAsync();
        var visitor = site.Anonymous();
        var before = await TextAsync(site, "/donnees/2024/e1/figures.csv");
        await site.CorrectAsync();
        Assert.Contains("remplacés par ceux de l’édition 2", (await visitor.Get("/resultats/editions/1")).Expect(200).Text(".notice.warn"), StringComparison.Ordinal);
        Assert.Empty((await visitor.Get("/resultats/editions/2")).Expect(200).Text(".notice.warn"));
        Assert.Equal(before, await TextAsync(site, "/donnees/2024/e1/figures.csv"));
        Assert.Contains("32,8", (await visitor.Get(Indicator)).Expect(200).Text(".lede"), StringComparison.Ordinal);
        var register = (await visitor.Get("/resultats/rectifications")).Expect(200);
        var first = register.Page.QuerySelector("tbody tr")!;
        Assert.Equal(["Part des personnes formées", "Fédération des caisses", "30,00 %", "32,81 %", "+2,81"], first.Children.Select(c => DashboardTests.Clean(c.TextContent)));
        Assert.Contains("Une réponse arrivée tard.", register.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Bêta de Paris", register.Text("main"), StringComparison.Ordinal);
        var file = await TextAsync(site, "/donnees/2024/e2/restatements.csv");
        Assert.Contains("2024,2,1,fed,", file, StringComparison.Ordinal);
        Assert.DoesNotContain("beta-75", file, StringComparison.Ordinal);
        Assert.Single((await TextAsync(site, "/donnees/2024/e1/restatements.csv")).TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task What_was_corrected_before_anybody_could_read_it_is_no_restatement()
    {
        await using var site = await FiguresWorld.StartAsync("--RESPONSABLES_REQUESTS_PER_MINUTE=100000");
        await site.PrepareAsync("");
        await site.PublishAsync(1, DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime.AddDays(10)));
        await site.CorrectAsync();
        site.Clock.Advance(TimeSpan.FromDays(11));
        (await site.Anonymous().Get("/resultats/editions/1")).Expect(200);
        Assert.Empty((await site.Anonymous().Get("/resultats/rectifications")).Expect(200).Page.QuerySelectorAll("tbody tr"));
        Assert.Single((await TextAsync(site, "/donnees/2024/e2/restatements.csv")).TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task What_was_not_open_before_is_not_told_by_its_correction()
    {
        await using var site = await StartAsync();
        await site.CorrectAsync(opensBodies: true);
        Assert.DoesNotContain(",beta-75,", await TextAsync(site, "/donnees/2024/e2/restatements.csv"), StringComparison.Ordinal);
        Assert.Contains(",beta-75,", await TextAsync(site, "/donnees/2024/e2/figures.csv"), StringComparison.Ordinal);
        (await site.Anonymous().Get("/resultats/2024/noeuds/beta-75")).Expect(200);
    }

    private static async Task<string> TextAsync(Site site, string path)
    {
        using var visitor = site.Anonymous();
        using var answer = await visitor.Client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }
}
