using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Responsables.Reports.Documents.Packages;

namespace Responsables.Reports.Documents.Word;

// The same words as in the model of documents: here they are those of the format.
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

/// <summary>A document as a text to be finished (DOCX): real styles, contents, captions, pictures with what they say.</summary>
internal static class WordWriter
{
    /// <summary>Twentieths of a point between the margins.</summary>
    public const int LineWidth = 9638;

    private const string Main = "word/document.xml";

    public static string LanguageOf(ReportDocument document) => document.Language == "fr" ? "fr-FR" : document.Language == "en" ? "en-GB" : document.Language;

    public static byte[] Write(DrawnDocument drawn)
    {
        var document = drawn.Document;
        var package = new OfficePackage();
        package.Describe(document);
        package.Tie("", "rIdMain", "officeDocument", Main);
        var body = new WordBody(drawn, package, Main);
        package.Add(Main, "wordprocessingml.document.main+xml", new Document(new Body([.. body.Elements(), Section(document)])));
        Part("styles", WordStyles.Of(document));
        Part("numbering", Bullets());
        Part("settings", new Settings(new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }), new ThemeFontLanguages { Val = LanguageOf(document) }));
        Part("header", new Header(new Paragraph(
            Styled("Header"), new Run(new Text(OfficeText.Written(document.Identity.Name))), new Run(new TabChar()), new Run(new Text(OfficeText.Written(document.Title))))));
        Part("footer", new Footer(new Paragraph([Styled("Footer"), new Run(new Text(OfficeText.Written(document.Foot))), new Run(new TabChar()), .. Pages(document.Words.Page)])));
        return package.Close(document.Date);

        void Part(string name, OpenXmlElement root)
        {
            package.Add($"word/{name}.xml", $"wordprocessingml.{name}+xml", root);
            package.Tie(Main, "rId" + name, name, name + ".xml");
        }
    }

    private static ParagraphProperties Styled(string style) => new(new ParagraphStyleId { Val = style });

    // No header on the first page, which has the title.
    private static SectionProperties Section(ReportDocument document) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdheader" },
        new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdfooter" },
        new FooterReference { Type = HeaderFooterValues.First, Id = "rIdfooter" },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1418, Bottom = 1247, Left = 1134, Right = 1134, Header = 624, Footer = 567, Gutter = 0 },
        new TitlePage { Val = document.Blocks.Count > 0 });

    private static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" }, new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "340", Hanging = "227" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });

    // « Page {0} sur {1} »: the words as they are, the numbers as fields.
    private static IEnumerable<OpenXmlElement> Pages(string words)
    {
        var rest = words;
        while (rest.IndexOf('{', StringComparison.Ordinal) is var at and >= 0)
        {
            yield return Words(rest[..at]);
            yield return new SimpleField(new Run(new Text("1"))) { Instruction = rest[at + 1] == '0' ? " PAGE " : " NUMPAGES " };
            rest = rest[(at + 3)..];
        }

        yield return Words(rest);

        static Run Words(string text) => new(new Text(OfficeText.Written(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>A whole number as the format writes it.</summary>
    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
