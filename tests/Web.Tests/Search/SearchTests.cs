using System.Text.Json;
using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Consolidation;

namespace Responsables.Web.Tests.Search;

[Collection<FiguresSite>]
public sealed class SearchTests(FiguresSite figures)
{
    [Fact]
    public async Task Results_are_grouped_and_lead_somewhere()
    {
        var visitor = await figures.Site.SignInAs(Role.Contributor);
        var page = (await visitor.Get("/recherche?q=alpha")).Expect(200);
        Assert.Equal("5 organismes", page.Text("main h2"));
        foreach (var link in page.Page.QuerySelectorAll("main .entries a"))
        {
            (await visitor.Get(link.GetAttribute("href")!)).Expect(200);
        }

        Assert.Equal("/organismes/alpha-75", (await visitor.Get("/recherche?q=alpha+75")).Page.QuerySelector("main .entries a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(Role.Contributor, "comptes", "/comptes", false)]
    [InlineData(Role.Federation, "comptes", "/comptes", true)]
    [InlineData(Role.Contributor, "journal", "/journal", false)]
    [InlineData(Role.Auditor, "journal", "/journal", true)]
    [InlineData(Role.Committee, "dossiers", "/dossiers", false)]
    [InlineData(Role.Committee, "accessibilité", "/accessibilite", true)]
    public async Task Only_pages_that_one_may_see_are_found(Role role, string query, string url, bool isFound)
    {
        var visitor = await figures.Site.SignInAs(role);
        var page = (await visitor.Get($"/recherche?q={Uri.EscapeDataString(query)}")).Expect(200);
        Assert.Equal(isFound, page.Page.QuerySelectorAll("main .entries a").Any(a => a.GetAttribute("href") == url));
    }

    [Fact]
    public async Task What_is_proposed_while_typing_is_the_same_in_short()
    {
        var visitor = await figures.Site.SignInAs(Role.Contributor);
        var answer = (await visitor.Get("/recherche/propositions?q=alpha+75")).Expect(200);
        Assert.StartsWith("application/json", answer.Header("Content-Type"), StringComparison.Ordinal);
        using var groups = JsonDocument.Parse(await answer.Response.Content.ReadAsStringAsync());
        var first = groups.RootElement[0];
        Assert.Equal("1 organisme", first.GetProperty("title").GetString());
        Assert.Equal("/organismes/alpha-75", first.GetProperty("items")[0].GetProperty("url").GetString());
        using var nothing = JsonDocument.Parse(await (await visitor.Get("/recherche/propositions?q=")).Response.Content.ReadAsStringAsync());
        Assert.Equal(0, nothing.RootElement.GetArrayLength());
        var input = (await visitor.Get("/")).Page.QuerySelector("#site-search")!;
        Assert.Equal("/recherche/propositions", input.GetAttribute("data-suggest"));
    }
}
