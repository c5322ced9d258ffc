using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Consolidation;

/// <summary>The dashboard of a node shows figures computed by hand on the small federation, to those who may see them.</summary>
[Collection<FiguresSite>]
public sealed class DashboardTests(FiguresSite figures)
{
    private readonly Site site = figures.Site;

    [Fact]
    public async Task The_latest_figures_of_ones_own_node_come_first()
    {
        var federation = await site.SignInAs(Role.Federation);
        Assert.Equal("/chiffres/2024/fed", (await federation.Get("/chiffres")).Expect(303).Location);
        var contributor = await site.SignInAs(Role.Contributor);
        Assert.Equal("/chiffres/2024/alpha-75", (await contributor.Get("/chiffres")).Expect(303).Location);
    }

    [Fact]
    public async Task A_row_is_the_sums_of_the_validated_bodies()
    {
        var page = (await (await site.SignInAs(Role.Federation)).Get("/chiffres/2024/fed")).Expect(200);
        Assert.Equal("Fédération des caisses, chiffres 2024", page.Title);
        // (50 + 30 + 100) / (100 + 300 + 200); in 2023, 40 / 100.
        Assert.Equal(["30,0 %", "180", "600", "3 sur 10", "100,0", "↓ baisse de 10,0 pt", "Voir la sériePart des personnes formées"], Row(page, "Part des personnes formées"));
        Assert.Equal(["66,7 %", "2", "3", "3 sur 10", "100,0", "↓ baisse de 33,3 pt", "Voir la sériePart des organismes ayant un plan"], Row(page, "Part des organismes ayant un plan"));
        Assert.Equal("—", Row(page, "Délai moyen")[0][..1]);
        Assert.Contains("Pas encore de réponse à ce niveau", Row(page, "Délai moyen")[0], StringComparison.Ordinal);
        Assert.Equal("Chiffres validés : selon l’indicateur prioritaire, 0 à 3 organismes sur 10 ont répondu.".Replace(" :", "\u00A0:", StringComparison.Ordinal), page.Text(".lede"));
        Assert.Contains("bad", page.Page.QuerySelector("table .delta")!.GetAttribute("data-way")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_children_are_compared_largest_first_and_lead_to_their_own_page()
    {
        var page = await (await site.SignInAs(Role.Federation)).Get("/chiffres/2024/fed?indicateur=part-formes");
        var rows = page.Page.QuerySelectorAll("#comparaison tbody tr").ToList();
        // Famille 100 / 200, Maladie (50 + 30) / 400.
        Assert.Equal(["Caisse nationale B", "Caisse nationale A", "École"], rows.Select(r => Clean(r.QuerySelector("th")!.TextContent)));
        Assert.Equal(["50,0", "20,0", "—"], rows.Select(r => Clean(r.QuerySelector("td")!.TextContent)[..Math.Min(4, Clean(r.QuerySelector("td")!.TextContent).Length)].Trim()).Select(t => t.StartsWith('—') ? "—" : t));
        Assert.Equal("/chiffres/2024/fonds-b?indicateur=part-formes", rows[0].QuerySelector("a")!.GetAttribute("href"));
        var byName = await (await site.SignInAs(Role.Federation)).Get("/chiffres/2024/fed?indicateur=part-formes&tri=nom");
        Assert.Equal(["Caisse nationale A", "Caisse nationale B", "École"], byName.Page.QuerySelectorAll("#comparaison tbody th").Select(t => Clean(t.TextContent)));
    }

    [Theory]
    [InlineData(Role.Federation, "valides", "30,0 %")]
    [InlineData(Role.Federation, "soumis", "36,4 %")] // 240 / 660
    [InlineData(Role.Auditor, "tous", "34,3 %")] // 240 / 700
    public async Task The_level_changes_what_is_counted_and_is_said(Role role, string level, string expected)
    {
        var page = (await (await site.SignInAs(role)).Get($"/chiffres/2024/fed?niveau={level}")).Expect(200);
        Assert.Equal(expected, Row(page, "Part des personnes formées")[0]);
        Assert.Equal(level, page.Page.QuerySelector("nav[aria-labelledby=levels] a[aria-current]")!.GetAttribute("href")!.Contains("niveau", StringComparison.Ordinal)
            ? level : "valides");
    }

    [Theory]
    [InlineData(Role.Federation, "/chiffres/2024/fed?niveau=tous")]
    [InlineData(Role.Committee, "/chiffres/2024/fed?niveau=soumis")]
    [InlineData(Role.Contributor, "/chiffres/2024/fed?niveau=soumis")]
    [InlineData(Role.Contributor, "/chiffres/2024/alpha-normandie")]
    [InlineData(Role.Contributor, "/chiffres/2024/beta-14")]
    [InlineData(Role.Contributor, "/chiffres/2024/fonds-b")]
    [InlineData(Role.Contributor, "/chiffres/2024/dep-14")]
    [InlineData(Role.Coordinator, "/chiffres/2024/fonds-b")]
    [InlineData(Role.Coordinator, "/chiffres/2024/alpha-75?niveau=tous")]
    [InlineData(Role.Federation, "/chiffres/2024/fed?niveau=autre")]
    [InlineData(Role.Federation, "/chiffres/2024/personne")]
    [InlineData(Role.Federation, "/chiffres/2019/fed")]
    [InlineData(Role.Federation, "/chiffres/2019/territoires")]
    public async Task What_may_not_be_seen_is_not_there(Role role, string path) => (await (await site.SignInAs(role)).Get(path)).Expect(404);

    [Theory]
    [InlineData(Role.Contributor, "/chiffres/2024/alpha-75?niveau=tous")]
    [InlineData(Role.Contributor, "/chiffres/2024/fonds-a")]
    [InlineData(Role.Contributor, "/chiffres/2024/fed")]
    [InlineData(Role.Contributor, "/chiffres/2024/reg-11")]
    [InlineData(Role.Coordinator, "/chiffres/2024/fonds-a?niveau=soumis")]
    [InlineData(Role.Committee, "/chiffres/2024/beta-14")]
    [InlineData(Role.Auditor, "/chiffres/2024/beta-75?niveau=tous")]
    public async Task What_may_be_seen_is(Role role, string path) => (await (await site.SignInAs(role)).Get(path)).Expect(200);

    [Fact]
    public async Task A_contributor_sees_the_total_above_but_no_row_of_a_sibling()
    {
        var page = await (await site.SignInAs(Role.Contributor)).Get("/chiffres/2024/fonds-a?indicateur=part-formes");
        Assert.Equal("20,0 %", Row(page, "Part des personnes formées")[0]);
        Assert.Equal(["Alpha de Paris"], page.Page.QuerySelectorAll("#comparaison tbody th").Select(t => Clean(t.TextContent)));
        Assert.Contains("2 autres périmètres", page.Text("#comparaison"), StringComparison.Ordinal);
        Assert.DoesNotContain("Normandie", page.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switches_keep_to_the_years_and_nodes_that_exist()
    {
        // Alpha de Normandie was born in 2024.
        var page = await (await site.SignInAs(Role.Federation)).Get("/chiffres/2024/alpha-normandie");
        Assert.Equal(["2024"], page.Page.QuerySelectorAll("nav[aria-labelledby=years] a").Select(a => a.TextContent));
        Assert.Equal(["Fédération", "Caisse nationale A"], page.Page.QuerySelectorAll(".crumbs a[href]").Select(a => a.TextContent));
        Assert.Contains("/chiffres/2024/territoires", page.Page.QuerySelectorAll(".tabs a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_territories_are_those_that_the_person_may_read()
    {
        var all = await (await site.SignInAs(Role.Federation)).Get("/chiffres/2024/territoires");
        Assert.Contains("/chiffres/2024/br-interbranche", Links(all));
        Assert.Contains("/chiffres/2024/dep-sans", Links(all));
        Assert.Contains("ni dans le total Maladie", all.Page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var link in Links(all))
        {
            (await (await site.SignInAs(Role.Federation)).Get(link)).Expect(200);
        }

        var own = Links(await (await site.SignInAs(Role.Contributor)).Get("/chiffres/2024/territoires"));
        Assert.Contains("/chiffres/2024/dep-75", own);
        Assert.DoesNotContain("/chiffres/2024/dep-14", own);
        Assert.DoesNotContain("/chiffres/2024/fonds-b", own);
    }

    [Fact]
    public async Task Interbranche_says_that_it_is_part_of_no_other_branch()
    {
        var page = await (await site.SignInAs(Role.Federation)).Get("/chiffres/2024/br-interbranche");
        Assert.Contains("n’entrent ni dans le total Maladie", page.Page.Body!.TextContent, StringComparison.Ordinal);
        // The federation and the school are of it, and only they.
        Assert.Equal(2, page.Page.QuerySelectorAll("#comparaison tbody tr").Length);
    }

    internal static string Clean(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string[] Row(Screen page, string indicator) =>
        [.. page.Page.QuerySelectorAll("table").Single(t => t.QuerySelector("caption#all-figures") is not null).QuerySelectorAll("tbody tr")
            .Single(r => r.QuerySelector("th a")?.TextContent == indicator).QuerySelectorAll("td").Select(c => Clean(c.TextContent))];

    private static List<string> Links(Screen page) => [.. page.Page.QuerySelectorAll("main table a").Select(a => a.GetAttribute("href")!)];
}
