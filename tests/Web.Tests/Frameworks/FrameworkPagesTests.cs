using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Web.Tests.Consolidation;

namespace Responsables.Web.Tests.Frameworks;

/// <summary>The committed frameworks can be read from end to end, and searched.</summary>
public sealed class FrameworkPagesTests(FrameworkPagesTests.Loaded loaded) : IClassFixture<FrameworkPagesTests.Loaded>
{
    private readonly Site site = loaded.Site;

    [Fact]
    public async Task Every_sheet_and_indicator_of_both_frameworks_is_shown()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        var frameworks = await FrameworksAsync();
        Assert.Equal(2, frameworks.Count);
        foreach (var framework in frameworks)
        {
            var tree = (await visitor.Get($"/referentiels/{framework.Code}")).Expect(200);
            var links = tree.Page.QuerySelectorAll("main .part a[href^='/referentiels/']:not([href^='/referentiels/correspondances'])").Select(a => a.GetAttribute("href")!).ToList();
            Assert.Equal(framework.Topics.Count() + framework.Indicators.Count(), links.Count);
            foreach (var link in links)
            {
                (await visitor.Get(link)).Expect(200);
            }
        }
    }

    [Fact]
    public async Task A_sheet_has_all_its_parts_and_its_neighbours()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        var page = (await visitor.Get("/referentiels/rso-2020/fiches/E1.1")).Expect(200);
        Assert.Equal(
            ["propos", "iso", "odd", "textes", "parties-prenantes", "objectifs", "actions", "indicateurs", "glossaire"],
            page.Page.QuerySelectorAll(".sheet > section").Select(s => s.Id!));
        Assert.Contains("6.2 Gouvernance de l’organisation", page.Text("#iso"), StringComparison.Ordinal);
        Assert.Contains("100 * count(cartographie_pp = oui) / count(cartographie_pp answered)", page.Page.QuerySelectorAll("#indicateurs code").Select(c => c.TextContent));
        Assert.Equal(["/referentiels/rso-2020/fiches/E1.2"], page.Page.QuerySelectorAll(".steps a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task The_texts_of_a_framework_say_that_they_are_French()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        var page = await visitor.Get("/referentiels/rso-2020/fiches/E1.1?lang=en");
        Assert.Equal("en", page.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("What it is about", page.Text("#propos h2"));
        Assert.Equal("fr", page.Page.QuerySelector("#propos p")!.GetAttribute("lang"));
        Assert.Equal("fr", page.Page.QuerySelector("h1")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task An_uncertain_priority_is_marked()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        var uncertain = (await FrameworksAsync()).Sum(f => f.Indicators.Count(i => !i.PriorityCertain));
        var shown = 0;
        foreach (var framework in await FrameworksAsync())
        {
            shown += (await visitor.Get($"/referentiels/{framework.Code}")).Page.QuerySelectorAll(".part .tag[data-kind=anomaly]").Length;
        }

        Assert.True(uncertain > 0);
        Assert.Equal(uncertain, shown);
    }

    [Theory]
    [InlineData("/referentiels/autre")]
    [InlineData("/referentiels/rso-2020?version=9")]
    [InlineData("/referentiels/rso-2020/fiches/E9.9")]
    [InlineData("/referentiels/rso-2020/indicateurs/rien")]
    public async Task What_does_not_exist_is_not_there(string path) => (await (await site.SignInAs(Role.Contributor)).Get(path)).Expect(404);

    [Theory]
    [InlineData("déchets")]
    [InlineData("dechet")]
    [InlineData("DÉCHET")]
    public async Task Accents_capitals_and_plurals_do_not_count(string words)
    {
        var page = (await (await site.SignInAs(Role.Contributor)).Get($"/recherche?q={Uri.EscapeDataString(words)}")).Expect(200);
        var links = page.Page.QuerySelectorAll("main .entries a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains("/referentiels/rso-2020/fiches/E3.4", links);
        Assert.Contains("/referentiels/rso-2020/indicateurs/rso-env-dechets-5-flux", links);
        Assert.Contains("déchets", page.Page.QuerySelectorAll("mark").Select(m => m.TextContent));
    }

    [Fact]
    public async Task Organisations_are_found_and_nothing_is_said_to_be_nothing()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        var page = await visitor.Get("/recherche?q=reunion%20beta");
        Assert.Equal(["/organismes/beta-974"], page.Page.QuerySelectorAll("main .entries a").Select(a => a.GetAttribute("href")!));
        Assert.NotNull((await visitor.Get("/recherche?q=xyzzy")).Page.QuerySelector(".empty"));
        (await visitor.Get("/recherche")).Expect(200);
        Assert.Equal("<b>", (await visitor.Get("/recherche?q=%3Cb%3E")).Page.QuerySelector("main input[type=search]")!.GetAttribute("value"));
    }

    private static async Task<IReadOnlyList<Framework>> FrameworksAsync() =>
        [.. (await Task.WhenAll(FrameworkFolder.Files(LoadFrameworks.Folder).Select(f => File.ReadAllTextAsync(f)))).Select(y => FrameworkReader.Read(y).Framework!)];

    /// <summary>A site with the committed frameworks.</summary>
    public sealed class Loaded : IAsyncLifetime
    {
        public Site Site { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await Site.StartAsync(false, "--RESPONSABLES_REQUESTS_PER_MINUTE=100000", "--RESPONSABLES_SIGN_INS_PER_MINUTE=100000");
            await Site.UseAsync<LoadFrameworks, IReadOnlyList<FrameworkLoaded>>(l => l.RunAsync(Actor.Command, LoadFrameworks.Folder, Guid.NewGuid(), default));
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
