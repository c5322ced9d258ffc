using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Responsables.Reports.Documents;

namespace Responsables.Reports.Tests.Documents;

/// <summary>All tables as workbooks and files of values: numbers are exact, texts are never formulas.</summary>
public sealed class TableFilesTests(Making making) : IClassFixture<Making>
{
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    [Fact]
    public async Task A_workbook_has_a_sheet_for_each_table_and_exact_numbers()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(await making.MakeAsync(SampleDocuments.Whole, ReportFormat.Xlsx)), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(file).Select(e => e.Description));
        var sheets = file.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ToArray();
        Assert.Equal(SampleDocuments.Whole.Tables.Count() + 1, sheets.Length);
        Assert.Equal("Tableaux", sheets[0].Name!.Value);
        Assert.All(file.WorkbookPart.WorksheetParts, p => Assert.Empty(p.Worksheet.Descendants<CellFormula>()));
        var rows = ((WorksheetPart)file.WorkbookPart.GetPartById(sheets[^1].Id!)).Worksheet.Descendants<Row>().ToArray();
        var cells = rows[2].Elements<Cell>().ToArray();
        Assert.Equal(CellValues.InlineString, cells[0].DataType!.Value);
        Assert.Equal(SampleDocuments.Formula, cells[0].InnerText);
        Assert.Equal("-1.5", cells[2].CellValue!.Text);
        Assert.NotEqual(CellValues.InlineString, cells[2].DataType?.Value ?? CellValues.Number);
    }

    [Fact]
    public async Task A_workbook_of_the_open_standard_is_typed_too()
    {
        using var zip = new ZipArchive(new MemoryStream(await making.MakeAsync(SampleDocuments.Whole, ReportFormat.Ods)));
        // What kind of file it is stands first, as it is.
        Assert.Equal("mimetype", zip.Entries[0].FullName);
        Assert.Equal(zip.Entries[0].Length, zip.Entries[0].CompressedLength);
        using var content = zip.GetEntry("content.xml")!.Open();
        var sheets = XDocument.Load(content).Descendants(Table + "table").ToArray();
        Assert.Equal(SampleDocuments.Whole.Tables.Count(), sheets.Length);
        Assert.Equal(sheets.Length, sheets.Select(s => s.Attribute(Table + "name")!.Value).Distinct().Count());
        var cells = sheets[^1].Elements(Table + "table-row").ElementAt(1).Elements(Table + "table-cell").ToArray();
        Assert.Equal(["string", "string", "float"], cells.Select(c => c.Attribute(Office + "value-type")!.Value));
        Assert.Equal(SampleDocuments.Formula, cells[0].Value);
        Assert.Equal("-1.5", cells[2].Attribute(Office + "value")!.Value);
        Assert.Empty(sheets.Descendants().Attributes(Table + "formula"));
    }

    [Fact]
    public async Task Files_of_values_keep_negative_numbers_and_disarm_texts()
    {
        using var zip = new ZipArchive(new MemoryStream(await making.MakeAsync(SampleDocuments.Whole, ReportFormat.Csv)));
        Assert.Equal(SampleDocuments.Whole.Tables.Count(), zip.Entries.Count);
        Assert.Contains("emissions-par-organisme.csv", zip.Entries.Select(e => e.FullName));
        using var last = new StreamReader(zip.Entries[^1].Open(), Encoding.UTF8);
        Assert.Equal(
            $"Nom,Texte,Valeur\r\n'{SampleDocuments.Formula},'@SOMME(1),-1.5\r\n'-2,'\t+1,—\r\n", await last.ReadToEndAsync(TestContext.Current.CancellationToken));
        using var grouped = new StreamReader(zip.GetEntry("emissions-par-organisme.csv")!.Open(), Encoding.UTF8);
        Assert.Contains("\"Évolution, en %\"\r\nBranche Famille – Organisme n° 1 ,1234.1,—,1100,-10.9\r\n", await grouped.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("E1.1 – indicateurs de 2021 à 2024", "E1.1 – indicateurs de 2021 à")]
    [InlineData("Anticonstitutionnellementsansaucunespace", "Anticonstitutionnellementsansau")]
    [InlineData("Exactement trente et un signes.", "Exactement trente et un signes.")]
    [InlineData("Trente et un signes, et puis là encore", "Trente et un signes, et puis là")]
    public async Task The_name_of_a_sheet_is_cut_between_words(string caption, string name)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(await making.MakeAsync(SampleDocuments.With(SampleDocuments.Table(1, caption)), ReportFormat.Xlsx)), false);
        Assert.Equal(name, file.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Last().Name!.Value);
    }

    [Fact]
    public async Task Tables_of_one_name_have_two_sheets()
    {
        var document = SampleDocuments.With([.. Enumerable.Range(0, 3).Select(_ => SampleDocuments.Table(1, "Émissions de gaz à effet de serre / par [organisme] et par année"))]);
        using var file = SpreadsheetDocument.Open(new MemoryStream(await making.MakeAsync(document, ReportFormat.Xlsx)), false);
        Assert.Equal(
            ["Tableaux", "Émissions de gaz à effet de", "Émissions de gaz à effet de 2", "Émissions de gaz à effet de 3"],
            file.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value));
    }
}
