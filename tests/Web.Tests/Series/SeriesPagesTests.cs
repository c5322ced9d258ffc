using System.Globalization;
using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Consolidation;
using Responsables.World;

namespace Responsables.Web.Tests.Series;

/// <summary>The page of a series and the pages of the targets, over years that are known.</summary>
[Collection<FiguresSite>]
public sealed class SeriesPagesTests(FiguresSite figures)
{
    private static readonly string Series = $"/series/fed/{SmallFramework.TrainedShare}";

    private readonly Site site = figures.Site;

    [Fact]
    public async Task A_series_shows_each_year_in_three_readings_and_its_variation_adds_up()
    {
        var page = (await (await site.SignInAs(Role.Committee)).Get(Series)).Expect(200).Page;

        Assert.Equal(["Année", "Tel que publié", "Périmètre actuel", "Périmètre constant", "Organismes", "Organismes répondants", "Rupture"],
            page.QuerySelectorAll("#serie > .scroll thead th").Select(th => th.TextContent));
        var years = page.QuerySelectorAll("#serie > .scroll tbody tr");
        // 180 trained of 600 in 2024, 40 of 100 in 2023: each year with its own value, the latest first.
        Assert.Equal([("2024", "30,0"), ("2023", "40,0")], years.Select(year => (year.QuerySelector("th")!.TextContent.Trim()[..4], year.QuerySelector("td.num")!.TextContent.Trim())));
        Assert.All(years, year => Assert.Single(year.QuerySelectorAll("td.num").Take(3).Select(td => td.TextContent).Distinct()));
        Assert.NotNull(page.QuerySelector("#tendance [data-chart]"));
        Assert.Equal("\u221210,0\u00A0points", page.QuerySelector("#variation tfoot td.num")!.TextContent.Trim());
        Assert.Equal(-10m, page.QuerySelectorAll("#variation > table tbody td.num").Sum(td => decimal.Parse(
            td.TextContent.Trim().Split('\u00A0')[0].Replace('\u2212', '-').Replace(',', '.'), CultureInfo.InvariantCulture)));
        Assert.Equal(["Périmètre", "Climat", "Volume", "Méthode", "Performance", "Variation publiée"], page.QuerySelectorAll("#variation > table th[scope=row]").Select(th => th.TextContent));
    }

    [Fact]
    public async Task Its_pictures_and_its_file_are_those_of_the_page()
    {
        var committee = await site.SignInAs(Role.Committee);
        foreach (var end in (string[])[".svg", "/variation.svg"])
        {
            Assert.Contains("</svg>", await (await committee.Get(Series + end)).Expect(200).Response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var file = await (await committee.Get(Series + ".csv")).Expect(200).Response.Content.ReadAsStringAsync();
        Assert.StartsWith("year,reading,framework,indicator,value,numerator,denominator,organizations,break\n", file, StringComparison.Ordinal);
        Assert.Contains(",constant,essai,", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?niveau=rien")]
    [InlineData("?resultat=rien")]
    [InlineData("?case=rien")]
    public async Task What_is_not_there_is_not_found(string query) => (await (await site.SignInAs(Role.Committee)).Get(Series + query)).Expect(404);

    [Fact]
    public async Task A_variation_between_years_upside_down_is_told_on_the_page()
    {
        var page = (await (await site.SignInAs(Role.Committee)).Get(Series + "?de=2024&a=2023")).Expect(200).Page;

        Assert.Contains("Une variation va d’une année à une année qui la suit", page.QuerySelector("#variation")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dashboard_is_read_at_three_perimeters_and_leads_to_its_series()
    {
        var committee = await site.SignInAs(Role.Committee);
        var page = (await committee.Get("/chiffres/2024/fed?lecture=constant")).Expect(200).Page;

        Assert.Contains("lecture=constant", page.QuerySelector("nav[aria-labelledby=readings] a[aria-current]")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll($"a[href='{Series}']"));
        (await committee.Get("/chiffres/2024/fed?lecture=rien")).Expect(404);
    }
}
