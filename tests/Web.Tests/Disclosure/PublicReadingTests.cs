using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Consolidation;

namespace Responsables.Web.Tests.Disclosure;

/// <summary>The public reading, on figures of which 30 trained persons are the smallest number, and the threshold that hides them.</summary>
public sealed class PublicReadingTests : IAsyncLifetime
{
    private const string Path = "/chiffres/2024/fonds-a/vue-publique/part-formes";

    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await FiguresWorld.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_secret_number_is_an_s_with_its_words_and_the_number_is_nowhere()
    {
        var federation = await site.SignInAs(Role.Federation);
        Assert.Equal(["10,0 %", "30", "300", "1 sur 1"], Row(await federation.Get(Path), "Alpha de Normandie"));
        await ChangeAsync(federation, "40");
        var page = (await federation.Get(Path)).Expect(200);
        Assert.Contains("inférieur à 40", DashboardTests.Clean(page.Text("main")), StringComparison.Ordinal);
        var row = Row(page, "Alpha de Normandie");
        Assert.All(row.Take(3), c => Assert.StartsWith("sSecret statistique : ce chiffre", c, StringComparison.Ordinal));
        Assert.Equal("1 sur 1", row[3]);
        Assert.All(Row(page, "Alpha de Paris").Take(3), c => Assert.StartsWith("s", c, StringComparison.Ordinal));
        // What the sign says, it says to those who do not see it too.
        var sign = page.Page.QuerySelector("td abbr")!;
        Assert.Equal((sign.GetAttribute("title"), "true"), (sign.QuerySelector(".only-read")!.TextContent, sign.QuerySelector("[aria-hidden]")!.GetAttribute("aria-hidden")));
        Assert.DoesNotContain(page.Page.QuerySelectorAll("td"), c => DashboardTests.Clean(c.TextContent) is "30" or "300" or "10,0 %");
        var node = (await federation.Get("/chiffres/2024/alpha-normandie/vue-publique")).Expect(200);
        Assert.Contains("est secret", node.Text(".lede"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_keeps_its_figure_and_opens_into_the_indicator()
    {
        var federation = await site.SignInAs(Role.Federation);
        await ChangeAsync(federation, "40");
        var page = (await federation.Get("/chiffres/2024/fed/vue-publique")).Expect(200);
        Assert.Equal(["30,0 %", "180", "600", "3 sur 10", "—"], Row(page, "Part des personnes formées"));
        var link = page.Page.QuerySelectorAll("main tbody a").Single(a => a.TextContent == "Part des personnes formées").GetAttribute("href")!;
        Assert.Equal("Part des personnes formées", (await federation.Get(link)).Expect(200).Title);
    }

    [Theory]
    [InlineData(Role.Federation, true)]
    [InlineData(Role.Committee, true)]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.Coordinator, false)]
    [InlineData(Role.Contributor, false)]
    public async Task It_is_offered_to_those_who_prepare_publication_and_to_no_others(Role role, bool isOffered)
    {
        var visitor = await site.SignInAs(role);
        foreach (var page in (string[])["/chiffres/2024/fed", "/chiffres/2024/fed/part-formes"])
        {
            Assert.Equal(isOffered, (await visitor.Get(page)).Expect(200).Page.QuerySelector("main a[href*='/vue-publique']") is not null);
        }

        (await visitor.Get("/chiffres/2024/fed/vue-publique")).Expect(isOffered ? 200 : 403);
        (await visitor.Get(Path)).Expect(isOffered ? 200 : 403);
    }

    [Fact]
    public async Task A_threshold_that_is_none_is_refused_on_its_field_and_nothing_changes()
    {
        var federation = await site.SignInAs(Role.Federation);
        var refused = (await ChangeAsync(federation, "2")).Expect(422);
        Assert.Equal(["Le seuil est un nombre entier de 3 à 100."], refused.Faults);
        Assert.Equal("Le seuil est un nombre entier de 3 à 100.", refused.Text("#threshold-e"));
        Assert.Equal("2", refused.Page.QuerySelector("#threshold")!.GetAttribute("value"));
        var page = (await federation.Get("/reglages")).Expect(200);
        Assert.Equal("5", page.Page.QuerySelector("#threshold")!.GetAttribute("value"));
        Assert.Contains("en dessous de 5", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_threshold_is_said_and_is_in_the_trail()
    {
        var federation = await site.SignInAs(Role.Federation);
        var done = await federation.Follow((await ChangeAsync(federation, "7")).Expect(303));
        Assert.Contains("Le seuil est changé", done.Notice, StringComparison.Ordinal);
        Assert.Contains("a réglé à partir de combien de personnes", (await federation.Get("/journal")).Expect(200).Text("main"), StringComparison.Ordinal);
    }

    private static async Task<Screen> ChangeAsync(Visitor federation, string threshold) =>
        await federation.Submit((await federation.Get("/reglages")).Expect(200), "form[action='/reglages/petits-nombres']", ("threshold", threshold));

    private static string[] Row(Screen page, string first) =>
        [.. page.Page.QuerySelectorAll("main tbody tr").Single(r => r.QuerySelector("th a")?.TextContent == first).QuerySelectorAll("td").Select(c => DashboardTests.Clean(c.TextContent))];
}
