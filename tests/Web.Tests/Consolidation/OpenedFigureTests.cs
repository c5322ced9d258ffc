using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Consolidation;

/// <summary>A figure opens down to the bodies' values, for those who may see them.</summary>
[Collection<FiguresSite>]
public sealed class OpenedFigureTests(FiguresSite figures)
{
    private const string Path = "/chiffres/2024/fed/part-formes";

    private readonly Site site = figures.Site;

    [Fact]
    public async Task The_formula_has_the_numbers_in_it()
    {
        var page = (await (await site.SignInAs(Role.Federation)).Get(Path)).Expect(200);
        Assert.Equal("100 * sum(formes) / sum(effectif_physique_3112)", page.Text(".formula code"));
        Assert.Equal("100 × 180 ÷ 600 = 30,0 %", DashboardTests.Clean(page.Text(".formula .sum")));
        Assert.Contains("En 2023 : 40,0 %.", DashboardTests.Clean(page.Text("main")), StringComparison.Ordinal);
        Assert.Contains("version 1", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bodies_stand_the_heaviest_first_with_their_weight()
    {
        var page = await (await site.SignInAs(Role.Federation)).Get(Path);
        var rows = Rows(page);
        Assert.Equal(["Alpha de Normandie", "Bêta du Calvados", "Alpha de Paris"], rows.Take(3).Select(r => r[0]));
        Assert.Equal(["10,0", "30", "300", "50,0"], rows[0].Skip(1).Take(4));
        Assert.Equal(10, rows.Count);
        Assert.Equal(10, page.Page.QuerySelectorAll("#contributions a[href^='/dossiers/']").Length);
    }

    [Fact]
    public async Task Every_output_is_shown()
    {
        var page = (await (await site.SignInAs(Role.Federation)).Get("/chiffres/2024/fed/part-plan")).Expect(200);
        Assert.Contains("Nombre", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("count(plan = oui)", page.Page.QuerySelectorAll("table code").Select(c => c.TextContent));
    }

    [Fact]
    public async Task A_contributor_sees_the_total_its_own_values_and_no_others()
    {
        var contributor = await site.SignInAs(Role.Contributor);
        var page = (await contributor.Get(Path)).Expect(200);
        Assert.Equal("100 × 180 ÷ 600 = 30,0 %", DashboardTests.Clean(page.Text(".formula .sum")));
        Assert.Equal(["Alpha de Paris"], Rows(page).Select(r => r[0]));
        Assert.Contains("9 organismes comptent dans ce chiffre", page.Text("#contributions"), StringComparison.Ordinal);
        Assert.DoesNotContain("Normandie", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal(2, (await Csv(contributor)).TrimEnd('\n').Split('\n').Length);
        (await contributor.Get("/chiffres/2024/beta-14/part-formes")).Expect(404);
        (await contributor.Get("/chiffres/2024/beta-14/part-formes.csv")).Expect(404);
        (await contributor.Get(Path + "?niveau=soumis")).Expect(404);
    }

    [Fact]
    public async Task The_committee_reads_the_values_but_opens_no_dossier()
    {
        var page = (await (await site.SignInAs(Role.Committee)).Get(Path)).Expect(200);
        Assert.Equal(10, Rows(page).Count);
        Assert.Empty(page.Page.QuerySelectorAll("#contributions a[href^='/dossiers/']"));
    }

    [Fact]
    public async Task The_file_has_exact_numbers_lines_ended_by_LF_and_no_mark_before()
    {
        var csv = await Csv(await site.SignInAs(Role.Federation));
        Assert.StartsWith("year,node,indicator,level,organization,name,state,value,numerator,denominator,share_percent\n2024,fed,part-formes,validated,alpha-normandie,Alpha de Normandie,answered,10,30,300,50\n", csv, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', csv);
        Assert.Contains("2024,fed,part-formes,validated,beta-75,Bêta de Paris,missing,,,,\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_never_left_to_be_read_as_a_formula()
    {
        await using var own = await FiguresWorld.StartAsync();
        await own.WithDbAsync(db => db.Submissions.Where(s => s.Organization == SmallFederation.Alpha75).ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, "=HYPERLINK(\"x\")")));
        Assert.Contains(",\"'=HYPERLINK(\"\"x\"\")\",", await Csv(await own.SignInAs(Role.Federation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_of_nobody_says_so()
    {
        var page = (await (await site.SignInAs(Role.Federation)).Get("/chiffres/2024/fed/flotte")).Expect(200);
        Assert.Contains("n’est pas demandé ici", page.Text(".empty"), StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("#contributions"));
    }

    [Fact]
    public async Task What_does_not_exist_is_not_there()
    {
        var federation = await site.SignInAs(Role.Federation);
        (await federation.Get("/chiffres/2024/fed/rien")).Expect(404);
        (await federation.Get("/chiffres/2019/fed/part-formes")).Expect(404);
        (await federation.Get(Path + "?niveau=rien")).Expect(404);
    }

    private static async Task<string> Csv(Visitor visitor)
    {
        var answer = await visitor.Client.GetAsync(new Uri(Path + ".csv", UriKind.Relative));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        return System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }

    private static List<string[]> Rows(Screen page) =>
        [.. page.Page.QuerySelectorAll("#contributions tbody tr").Select(r => r.QuerySelectorAll("th, td").Select(c => DashboardTests.Clean(c.TextContent)).ToArray())];
}
