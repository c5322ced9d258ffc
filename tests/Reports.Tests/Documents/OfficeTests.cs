using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Responsables.Reports.Documents;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Responsables.Reports.Tests.Documents;

/// <summary>Files of Office, opened again by the SDK and checked against the format.</summary>
public sealed class OfficeTests(Making making) : IClassFixture<Making>
{
    [Fact]
    public async Task A_text_has_real_styles_a_head_that_comes_back_and_pictures_that_say_what_they_show()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(await making.MakeAsync(SampleDocuments.Whole, ReportFormat.Docx)), false);
        AssertValid(file);
        var body = file.MainDocumentPart!.Document.Body!;
        var styles = file.MainDocumentPart.StyleDefinitionsPart!.Styles!;
        Assert.Equal("fr-FR", styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.Languages!.Val!.Value);
        Assert.Equal(SampleDocuments.Whole.Title, file.PackageProperties.Title);
        var used = body.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value!).Distinct().ToArray();
        Assert.Empty(new[] { "Title", "Heading1", "Heading2", "Caption", "ListBullet", "TOC1", "TOC2" }.Except(used));
        Assert.Empty(used.Except(styles.Elements<Style>().Select(s => s.StyleId!.Value!)));
        Assert.All(body.Descendants<Table>(), t => Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>()));
        Assert.All(body.Descendants<Drawing>(), d => Assert.NotEmpty(d.Inline!.DocProperties!.Description!.Value!));
        Assert.Equal(6, body.Descendants<Drawing>().Count());
        Assert.Contains(body.Descendants<FieldCode>(), f => f.Text.Contains("TOC", StringComparison.Ordinal));
        Assert.Contains(file.MainDocumentPart.FooterParts.Single().Footer.Descendants<SimpleField>(), f => f.Instruction!.Value!.Contains("NUMPAGES", StringComparison.Ordinal));
        // Each link leads to a mark that is there.
        var marks = body.Descendants<BookmarkStart>().Select(b => b.Name!.Value!).ToArray();
        Assert.Equal(marks.Distinct(), marks);
        Assert.All(body.Descendants<Hyperlink>().Where(h => h.Anchor is not null), h => Assert.Contains(h.Anchor!.Value!, marks));
        foreach (var nasty in new[] { SampleDocuments.Typst, SampleDocuments.Html, SampleDocuments.Formula })
        {
            Assert.Contains(body.Descendants<Paragraph>(), p => p.InnerText == nasty);
        }
    }

    [Fact]
    public async Task Slides_have_a_title_each_and_the_values_of_their_picture_in_their_notes()
    {
        using var file = PresentationDocument.Open(new MemoryStream(await making.MakeAsync(SampleDocuments.Whole, ReportFormat.Pptx)), false);
        AssertValid(file);
        var slides = file.PresentationPart!.Presentation.SlideIdList!.Elements<P.SlideId>().Select(s => (SlidePart)file.PresentationPart.GetPartById(s.RelationshipId!)).ToArray();
        // The title, the key figures, four charts.
        Assert.Equal(6, slides.Length);
        Assert.All(slides, s => Assert.Single(s.Slide.Descendants<P.PlaceholderShape>(), p => p.Type!.Value == P.PlaceholderValues.Title || p.Type.Value == P.PlaceholderValues.CenteredTitle));
        var chart = slides[2];
        Assert.StartsWith("Courbe", chart.Slide.Descendants<P.Picture>().Single().NonVisualPictureProperties!.NonVisualDrawingProperties!.Description, StringComparison.Ordinal);
        Assert.Contains(chart.NotesSlidePart!.NotesSlide.Descendants<A.Text>(), t => t.Text == "2024 – Taux, en % : 6,4");
        Assert.Contains(slides[1].Slide.Descendants<A.Text>(), t => t.Text == SampleDocuments.Typst);
        Assert.Equal(SampleDocuments.Whole.Title, file.PackageProperties.Title);
    }

    [Fact]
    public async Task Signs_that_no_file_may_hold_are_left_out()
    {
        var document = SampleDocuments.With(new Heading(1, "Un\u0001\u000b\uffffdeux\ttrois\nquatre"));
        using var text = WordprocessingDocument.Open(new MemoryStream(await making.MakeAsync(document, ReportFormat.Docx)), false);
        Assert.Contains(text.MainDocumentPart!.Document.Body!.Descendants<Text>(), t => t.Text == "Un   deux\ttrois");
        Assert.NotEmpty(await making.MakeAsync(document, ReportFormat.Pdf));
    }

    private static void AssertValid(OpenXmlPackage file) =>
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(file).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
}
