using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks.Crosswalks;
using static Responsables.World.SmallFederation;

namespace Responsables.Web.Tests.Frameworks;

/// <summary>What other frameworks ask for and what ours hold of it: the whole list, the filter, the figures of those who may read them, the file.</summary>
public sealed class CrosswalkPagesTests(CrosswalkPagesTests.Played played) : IClassFixture<CrosswalkPagesTests.Played>
{
    private const string Vsme = "/referentiels/correspondances/vsme-basic/rso-2020";
    private const int Year = 2024;

    private readonly Site site = played.Site;

    [Fact]
    public async Task The_list_says_how_much_of_each_is_held_and_every_link_of_it_is_there()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        var page = (await visitor.Get("/referentiels/correspondances")).Expect(200);
        var links = page.Page.QuerySelectorAll("main .part a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(6, links.Count);
        foreach (var link in links)
        {
            var one = (await visitor.Get(link)).Expect(200);
            Assert.Contains(one.Text(".lede"), page.Page.QuerySelectorAll("main .part li p").Select(p => p.TextContent.Trim()));
        }

        foreach (var from in (string[])["/referentiels", "/plan-du-site"])
        {
            Assert.NotNull((await visitor.Get(from)).Page.QuerySelector("main a[href='/referentiels/correspondances']"));
        }

        Assert.NotNull((await visitor.Get("/referentiels/rso-2020")).Page.QuerySelector($"main a[href='{Vsme}']"));
    }

    [Fact]
    public async Task Each_value_has_its_state_in_words_where_it_is_held_and_what_is_missing()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        var coverage = (await FindAsync()).Coverage;
        var page = (await visitor.Get(Vsme)).Expect(200);
        var rows = page.Page.QuerySelectorAll("main tbody tr:not(.group)");
        Assert.Equal(coverage.Values.Select(v => v.Value.Code), rows.Select(r => r.QuerySelector("code")!.TextContent));
        Assert.Equal(coverage.Values.Select(v => WordOf(v.Holding.State)), rows.Select(r => r.QuerySelector(".tag")!.TextContent));
        Assert.Equal(coverage.Crosswalk.Groups.Select(g => $"{g.Code} {g.Title}"), page.Page.QuerySelectorAll("main tr.group").Select(r => r.TextContent.Trim()));
        Assert.Contains("les carburants des véhicules ne sont pas demandés", Row(page, "B3-29-total").TextContent, StringComparison.Ordinal);
        foreach (var link in page.Page.QuerySelectorAll("main tbody a").Select(a => a.GetAttribute("href")!).Distinct())
        {
            (await visitor.Get(link)).Expect(200);
        }
    }

    [Theory]
    [InlineData("tenues", HoldingState.Held)]
    [InlineData("calculables", HoldingState.Derivable)]
    [InlineData("partielles", HoldingState.Partial)]
    [InlineData("absentes", HoldingState.Missing)]
    public async Task A_state_filters(string word, HoldingState state)
    {
        var expected = (await FindAsync()).Coverage.Values.Where(v => v.Holding.State == state).Select(v => v.Value.Code);
        var page = (await (await site.SignInAs(Role.Auditor)).Get($"{Vsme}?etat={word}")).Expect(200);
        Assert.Equal(expected, page.Page.QuerySelectorAll("main tbody tr:not(.group) code").Select(c => c.TextContent));
        Assert.Equal(word, page.Page.QuerySelector("main select[name=etat] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_national_value_stands_beside_what_is_a_figure_once_validated()
    {
        var visitor = await site.SignInAs(Role.Contributor, Alpha75);
        Assert.Null((await visitor.Get(Vsme)).Page.QuerySelector("main th[scope=col]:nth-child(6)"));
        var page = (await visitor.Get($"{Vsme}?annee={Year}")).Expect(200);
        // What the other body signed is not validated, so that it does not count.
        Assert.Contains("15", Value(page, "B3-31"), StringComparison.Ordinal);
        Assert.Contains("tCO2e", Value(page, "B3-31"), StringComparison.Ordinal);
        Assert.Contains("120", Value(page, "B1-24-e-v"), StringComparison.Ordinal);
        Assert.Equal("—", Value(page, "B3-30-a"));
        // Of several places, each is named beside its value.
        Assert.Contains("Effectif physique au 31/12\u00a0:", Value(page, "B8-40"), StringComparison.Ordinal);
        Assert.DoesNotContain("Embauches", Value(page, "B8-40"), StringComparison.Ordinal);
        Assert.DoesNotContain("7777", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_them_has_no_column_and_no_year()
    {
        var helper = await site.SignInAs(Role.Helper, Alpha75);
        var page = await helper.Get(Vsme);
        if (page.Status == 200)
        {
            Assert.Null(page.Page.QuerySelector("main select[name=annee]"));
        }

        (await helper.Get($"{Vsme}?annee={Year}")).Expect(page.Status == 200 ? 404 : page.Status);
    }

    [Fact]
    public async Task The_file_has_the_same_and_the_figures_of_the_year()
    {
        var visitor = await site.SignInAs(Role.Committee);
        var view = await FindAsync();
        var lines = await TextAsync(visitor, $"{Vsme}/valeurs.csv");
        Assert.Equal("crosswalk,framework,version,group,code,label,kind,unit,state,held_by,how,lacks", lines[0]);
        Assert.Equal(view.Coverage.Values.Count + 1, lines.Length);
        Assert.StartsWith("vsme-basic,rso-2020,1,B1,B1-24-e-v,Nombre de salariés,quantity,personnes,held,variable:effectif_physique_3112,,", lines[9], StringComparison.Ordinal);

        var figures = await TextAsync(visitor, $"{Vsme}/valeurs.csv?annee={Year}&etat=tenues");
        Assert.EndsWith(",lacks,year,values", figures[0], StringComparison.Ordinal);
        Assert.EndsWith($",{Year},variable:effectif_physique_3112=120", figures[1], StringComparison.Ordinal);
        Assert.Equal(view.Coverage.Count(HoldingState.Held) + 1, figures.Length);
    }

    [Theory]
    [InlineData("/referentiels/correspondances/rien/rso-2020")]
    [InlineData("/referentiels/correspondances/vsme-basic/rien")]
    [InlineData(Vsme + "?version=9")]
    [InlineData(Vsme + "?etat=autre")]
    [InlineData(Vsme + "?annee=1999")]
    [InlineData(Vsme + "?annee=x")]
    [InlineData(Vsme + "/valeurs.csv?annee=1999")]
    public async Task What_does_not_exist_is_not_there(string path) => (await (await site.SignInAs(Role.Federation)).Get(path)).Expect(404);

    private async Task<CrosswalkView> FindAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CrosswalkQuery>().FindAsync("vsme-basic", PlayedYears.Framework, null, default))!;
    }

    private static AngleSharp.Dom.IElement Row(Screen page, string code) =>
        page.Page.QuerySelectorAll("main tbody tr").Single(r => r.QuerySelector("code")?.TextContent == code);

    private static string Value(Screen page, string code) => Row(page, code).QuerySelector("td:nth-child(6)")!.TextContent.Trim();

    private static async Task<string[]> TextAsync(Visitor visitor, string path) =>
        (await (await visitor.Get(path)).Expect(200).Response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string WordOf(HoldingState state) => state switch
    {
        HoldingState.Held => "tenue",
        HoldingState.Derivable => "calculable",
        HoldingState.Partial => "en partie",
        _ => "absente",
    };

    /// <summary>Two bodies of one year: the figures of the first are validated, those of the second only signed.</summary>
    public sealed class Played : IAsyncLifetime
    {
        public Site Site { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await Site.StartAsync(false, "--RESPONSABLES_REQUESTS_PER_MINUTE=100000", "--RESPONSABLES_SIGN_INS_PER_MINUTE=100000");
            var years = await PlayedYears.OpenAsync(Site, Year);
            foreach (var (body, staff) in new[] { (Alpha75, "120"), (Beta75, "7777") })
            {
                await years.AnswerNothingAsync(body, Year, "effectif_physique_3112", "ges_scope1", "ges_scope2");
                await years.AnswerAsync(body, Year, "effectif_physique_3112", staff);
                await years.AnswerAsync(body, Year, "ges_scope1", "12");
                await years.AnswerAsync(body, Year, "ges_scope2", "3");
            }

            await years.SignAsync(Alpha75, Year);
            await years.ValidateAsync(Alpha75, Year, FundA);
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
