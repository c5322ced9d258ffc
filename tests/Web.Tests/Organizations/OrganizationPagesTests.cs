using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Web.Tests.Consolidation;
using Responsables.World;

namespace Responsables.Web.Tests.Organizations;

/// <summary>The tree at a date and the page of an organisation.</summary>
[Collection<FiguresSite>]
public sealed class OrganizationPagesTests(FiguresSite figures)
{
    private readonly Site site = figures.Site;

    [Fact]
    public async Task The_tree_is_that_of_the_day()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        Assert.Equal(
            SmallFederation.Register.At(new DateOnly(2021, 6, 1)).Organizations.Select(o => o.Name).Order(),
            Names((await visitor.Get("/organismes?date=2021-06-01")).Expect(200)).Order());
        var now = Names(await visitor.Get("/organismes"));
        Assert.Contains("Alpha de Normandie", now);
        Assert.DoesNotContain("Alpha du Calvados", now);
        Assert.Contains("n’est pas une date", (await visitor.Get("/organismes?date=2021-02-31")).Text(".notice.warn"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reseau=Alpha", new[] { "Alpha de Normandie", "Alpha de Paris", "Alpha itinérante" })]
    [InlineData("branche=Famille&region=28", new[] { "Bêta du Calvados" })]
    [InlineData("q=beta+paris", new[] { "Bêta de Paris" })]
    [InlineData("region=sans", new[] { "Alpha itinérante" })]
    [InlineData("q=rien", new string[0])]
    public async Task It_is_narrowed(string query, string[] expected) =>
        Assert.Equal(expected, Names((await (await site.SignInAs(Role.Contributor)).Get("/organismes?" + query)).Expect(200)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_merged_body_leads_to_its_successor_and_back()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        var gone = (await visitor.Get("/organismes/alpha-14")).Expect(200);
        Assert.Contains("31 décembre 2023", gone.Text(".lede"), StringComparison.Ordinal);
        Assert.Contains("/organismes/alpha-normandie", Links(gone));
        var born = await visitor.Get("/organismes/alpha-normandie");
        Assert.Contains("/organismes/alpha-14", Links(born));
        Assert.Contains("/organismes/alpha-76", Links(born));
        var moved = await visitor.Get("/organismes/beta-75");
        Assert.Equal(2, moved.Page.QuerySelectorAll(".trail > li").Length);
        Assert.Equal(["Organismes", "Fédération", "Caisse nationale B"], moved.Page.QuerySelectorAll(".crumbs a[href]").Select(a => a.TextContent));
        (await visitor.Get("/organismes/personne")).Expect(404);
    }

    [Fact]
    public async Task The_dossiers_are_for_those_who_may_follow_the_body()
    {
        var contributor = await site.SignInAs(Role.Contributor);
        Assert.Equal(2, Dossiers(await contributor.Get("/organismes/alpha-75")));
        Assert.Equal(0, Dossiers(await contributor.Get("/organismes/alpha-normandie")));
        Assert.Equal(1, Dossiers(await (await site.SignInAs(Role.Coordinator)).Get("/organismes/alpha-normandie")));
        Assert.Equal(0, Dossiers(await (await site.SignInAs(Role.Committee)).Get("/organismes/alpha-75")));
    }

    private static int Dossiers(Screen page) => page.Expect(200).Page.QuerySelectorAll("a[href^='/dossiers/']").Length;

    private static List<string> Names(Screen page) => [.. page.Page.QuerySelectorAll("main table tbody tr:not(.group) th a").Select(a => a.TextContent)];

    private static List<string> Links(Screen page) => [.. page.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href") ?? "")];
}
