using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Consolidation;
using Responsables.World;

namespace Responsables.Web.Tests.Frameworks;

/// <summary>The page of an indicator, of an organisation and of a sheet, with the results that each gathers.</summary>
[Collection<FiguresSite>]
public sealed class IndicatorResultsPageTests(FiguresSite figures)
{
    private readonly Site site = figures.Site;

    [Fact]
    public async Task An_indicator_shows_its_years_in_a_line_and_a_table()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        var page = (await visitor.Get($"/referentiels/essai/indicateurs/{SmallFramework.TrainedShare}")).Expect(200);
        Assert.Equal(["2024", "2023"], page.Page.QuerySelectorAll("#resultats tbody th").Select(th => th.TextContent.Trim()));
        Assert.Equal(2, page.Page.QuerySelectorAll("svg .dot").Length);
        Assert.Contains("40,0", page.Page.QuerySelector("svg")!.GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.Contains("180", page.Text(".formula .sum"), StringComparison.Ordinal);
        Assert.Contains("somme sur les organismes de", page.Text("#resultats"), StringComparison.Ordinal);
        // Three bodies are too few to show how they spread.
        Assert.Contains("qu’à partir de 5 organismes", page.Text("#resultats"), StringComparison.Ordinal);
        Assert.Contains("Alpha de Paris", page.Text("#resultats"), StringComparison.Ordinal);
        Assert.DoesNotContain("Calvados", page.Text("main"), StringComparison.Ordinal);
        foreach (var link in page.Page.QuerySelectorAll("main a[href]"))
        {
            (await visitor.Get(link.GetAttribute("href")!.Split('#')[0])).Expect(200);
        }
    }

    [Fact]
    public async Task An_organisation_gathers_people_figures_and_places_for_those_who_may()
    {
        var own = (await (await site.SignInAs(Role.Contributor)).Get("/organismes/alpha-75")).Expect(200);
        Assert.Contains("Qui répond", own.Page.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.NotEmpty(own.Page.QuerySelectorAll(".figures"));
        Assert.NotEmpty(own.Page.QuerySelectorAll("main a[href^='/chiffres/2024/']"));
        var other = (await (await site.SignInAs(Role.Contributor)).Get("/organismes/beta-14")).Expect(200);
        Assert.DoesNotContain("Qui répond", other.Page.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Empty(other.Page.QuerySelectorAll(".figures"));
        var committee = (await (await site.SignInAs(Role.Committee)).Get("/organismes/beta-14")).Expect(200);
        Assert.DoesNotContain("Qui répond", committee.Page.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.NotEmpty(committee.Page.QuerySelectorAll(".figures"));
        var fund = (await (await site.SignInAs(Role.Coordinator)).Get("/organismes/fonds-a")).Expect(200);
        Assert.Contains("3 organismes rattachés directement", fund.Page.QuerySelectorAll("h2").Select(h => h.TextContent));
        (await (await site.SignInAs(Role.Federation)).Get("/organismes/partage")).Expect(200);
    }

    [Fact]
    public async Task A_sheet_leads_to_the_figures_and_to_ones_own_questions()
    {
        var contributor = await site.SignInAs(Role.Contributor);
        var topic = (await contributor.Get("/referentiels/essai")).Page.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!).First(h => h.Contains("/fiches/", StringComparison.Ordinal));
        var sheet = (await contributor.Get(topic)).Expect(200);
        var questions = sheet.Page.QuerySelectorAll("main a[href^='/dossiers/']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(questions);
        var (url, anchor) = (questions[0].Split('#')[0], questions[0].Split('#')[1]);
        Assert.NotNull((await contributor.Get(url)).Expect(200).Page.GetElementById(anchor));
        (await contributor.Get(sheet.Page.QuerySelector("main a[href^='/chiffres/2024/fed/']")!.GetAttribute("href")!)).Expect(200);
        Assert.Empty((await (await site.SignInAs(Role.Committee)).Get(topic)).Page.QuerySelectorAll("main a[href^='/dossiers/']"));
    }
}
