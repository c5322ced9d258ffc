using System.Xml.Linq;
using Responsables.App.Tests.Support;
using Responsables.Domain.Shared;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Workbooks;

/// <summary>What is wrong with cells: each told with its sheet and its cell, all at once, and nothing stored.</summary>
public class CellFaultTests
{
    private const string Value = "Valeur";

    [Fact]
    public async Task Every_fault_is_told_with_its_sheet_and_cell()
    {
        await using var desk = await WorkbookDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.MakeAsync();
        file.Number("effectif_physique_3112", "1E309").Number("surface_m2", "0.33333333333333331").Number("formes", "1.5")
            .Cell("delai", Value, c => c.Add(new XAttribute("t", "e"), new XElement(c.Name.Namespace + "f", "1/0"), new XElement(c.Name.Namespace + "v", "#DIV/0!")))
            .Cell("factures", Value, c => c.Add(new XElement(c.Name.Namespace + "f", "A1+A2")))
            .Text("plan", Value, "peut-être").Text("forme", Value, "note; inconnue").Text("vehicules[moteur=essence]", Value, "1.234")
            .Text("vehicules", Value, "douze").Text("vehicules[moteur=electrique]", Value, "NaN").Text("etiquettes[classe=a]", "État", "sans objet").Number("etiquettes[classe=a]", "4")
            .Text("etiquettes[classe=b]", "État", "bientôt");
        var before = await desk.Campaign.ContentAsync();
        var problems = Refused(await desk.TakeAsync(file));
        Assert.Equal(
            [
                "submissions.number-not-finite", "submissions.too-many-decimals", "submissions.not-a-whole-number", "workbooks.error-cell", "workbooks.no-result", "submissions.not-yes-or-no",
                "submissions.option-unknown", "submissions.not-a-number", "workbooks.ambiguous", "submissions.number-not-finite", "workbooks.value-and-state", "workbooks.state-unknown",
            ],
            problems.Select(p => p.Code));
        Assert.All(problems, p => Assert.Matches(@"^(Contexte|E1 Un), [FG][0-9]+$", p.Place));
        Assert.Equal(before, await desk.Campaign.ContentAsync());
    }

    [Theory]
    [InlineData(14, "workbooks.date")]
    [InlineData(9, "workbooks.percent")]
    public async Task A_date_or_a_percentage_is_not_taken_for_a_number(int format, string code)
    {
        await using var desk = await WorkbookDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.MakeAsync();
        var styles = XDocument.Parse(file["xl/styles.xml"]);
        var looks = styles.Descendants().First(e => e.Name.LocalName == "cellXfs");
        looks.Add(new XElement(looks.Name.Namespace + "xf", new XAttribute("numFmtId", format)));
        file["xl/styles.xml"] = styles.ToString();
        file.Cell("formes", Value, c =>
        {
            c.SetAttributeValue("s", looks.Elements().Count() - 1);
            c.Add(new XElement(c.Name.Namespace + "v", "0.25"));
        });
        Assert.Equal(code, Assert.Single(Refused(await desk.TakeAsync(file))).Code);
    }

    [Fact]
    public async Task Merged_cells_over_what_is_to_be_filled_are_refused()
    {
        await using var desk = await WorkbookDesk.OpenAsync(Engine.Sqlite);
        var file = (await desk.MakeAsync()).Row("delai", null, (sheet, row, heads) => sheet.Root!.Add(new XElement(
            row.Name.Namespace + "mergeCells", new XElement(row.Name.Namespace + "mergeCell", new XAttribute("ref", $"{heads[Value]}{Workbook.RowOf(row)}:{heads[Value]}{Workbook.RowOf(row) + 1}")))));
        var problem = Assert.Single(Refused(await desk.TakeAsync(file)));
        Assert.Equal("workbooks.merged", problem.Code);
        Assert.Matches("^E1 Un, F[0-9]+$", problem.Place);
    }

    [Fact]
    public async Task Codes_and_heads_that_were_changed_are_told()
    {
        await using var desk = await WorkbookDesk.OpenAsync(Engine.Sqlite);
        Assert.Equal("workbooks.code-unknown", Assert.Single(Refused(await desk.TakeAsync((await desk.MakeAsync()).Text("formes", "Code", "autre")))).Code);
        Assert.Equal("workbooks.row-twice", Assert.Single(Refused(await desk.TakeAsync((await desk.MakeAsync()).Text("delai", "Code", "factures")))).Code);
        var file = await desk.MakeAsync();
        file["xl/worksheets/sheet3.xml"] = file["xl/worksheets/sheet3.xml"].Replace(">Valeur<", ">Chiffre<", StringComparison.Ordinal);
        Assert.Equal(["E1 Un", "Valeur"], Assert.Single(Refused(await desk.TakeAsync(file))).Arguments);
    }

    [Fact]
    public async Task A_workbook_of_elsewhere_or_altered_is_refused_with_its_reason()
    {
        await using var desk = await WorkbookDesk.OpenAsync(Engine.Sqlite);
        await using var other = await WorkbookDesk.OpenAsync(Engine.Sqlite);
        await other.MakeAsync();
        var file = await desk.MakeAsync();
        Assert.Equal("workbooks.other-instance", Code(await other.TakeAsync(file, actor: Domain.Accounts.Actor.Command)));
        SmallCampaign.Done(await desk.Campaign.OpenYearAsync(Year + 1));
        Assert.Equal("workbooks.other-year", Code(await desk.Campaign.Database.WithAsync<App.Workbooks.ImportWorkbook, Outcome<App.Workbooks.WorkbookImported>>(
            i => i.RunAsync(desk.Owner, file.File(), Year + 1, null, false, Guid.NewGuid(), default))));
        var part = file.Parts.Last(p => p.StartsWith("xl/worksheets/", StringComparison.Ordinal));
        var altered = new Workbook(file.File());
        altered[part] = altered[part].Replace("|800|", "|801|", StringComparison.Ordinal);
        Assert.Equal("workbooks.not-signed", Code(await desk.TakeAsync(altered)));
        altered["xl/workbook.xml"] = altered["xl/workbook.xml"].Replace("_base", "base", StringComparison.Ordinal);
        Assert.Equal("workbooks.no-base", Code(await desk.TakeAsync(altered)));
    }

    private static string Code(Outcome<App.Workbooks.WorkbookImported> outcome) => Assert.Single(Refused(outcome)).Code;
}
