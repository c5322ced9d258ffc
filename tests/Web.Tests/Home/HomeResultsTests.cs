using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Consolidation;

namespace Responsables.Web.Tests.Home;

/// <summary>The results on the home page: 180 trained of 600 in 2024, 40 of 100 in 2023.</summary>
[Collection<FiguresSite>]
public sealed class HomeResultsTests(FiguresSite figures)
{
    [Theory]
    [InlineData(Role.Committee, false)]
    [InlineData(Role.Auditor, true)]
    public async Task Gaps_come_first_with_their_link(Role role, bool readsTrail)
    {
        var visitor = await figures.Site.SignInAs(role);
        var home = (await visitor.Get("/")).Expect(200);
        Assert.Equal("Les résultats 2024 de toute la fédération", home.Text("section.part h2"));
        Assert.Matches("^[12] indicateurs? s’éloigne(nt)? du sens souhaité depuis 2023\\.$", home.Text(".lede"));
        Assert.Contains(home.Page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("30,0\u00A0%", StringComparison.Ordinal) && row.TextContent.Contains("40,0\u00A0%", StringComparison.Ordinal));
        Assert.NotNull(home.Page.QuerySelector("tbody tr:first-child .delta[data-way=bad]"));
        foreach (var link in home.Page.QuerySelectorAll("main a"))
        {
            (await visitor.Get(link.GetAttribute("href")!)).Expect(200);
        }

        Assert.Equal(readsTrail, home.Page.QuerySelector("main a[href='/journal']") is not null);
    }

    [Fact]
    public async Task Last_year_of_a_body_is_in_three_figures_at_most()
    {
        var home = (await (await figures.Site.SignInAs(Role.Contributor)).Get("/")).Expect(200);
        Assert.Contains("Vos résultats validés de 2023", home.Page.QuerySelectorAll("main h3").Select(h => h.TextContent));
        Assert.InRange(home.Page.QuerySelectorAll(".figures > li").Length, 1, 3);
        Assert.Contains("40,0", home.Text(".figures .value"), StringComparison.Ordinal);
        Assert.Contains("/chiffres/2023/alpha-75", home.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
    }
}
