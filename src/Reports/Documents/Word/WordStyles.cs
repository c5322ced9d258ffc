using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Responsables.Reports.Documents.Word;

/// <summary>The styles of a text document: whoever finishes it changes them, not each paragraph.</summary>
internal static class WordStyles
{
    public const string TableName = "ReportTable";
    public const string Cell = "TableText";
    public const string NumberCell = "TableNumber";
    public const string Note = "Note";
    public const string Aside = "Aside";
    public const string Small = "Small";

    private const string Ink = "16242B";
    private const string Soft = "47575F";
    private const string Rule = "CDD6D9";

    public static Styles Of(ReportDocument document) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" }, new Color { Val = Ink }, new FontSize { Val = "21" }, new FontSizeComplexScript { Val = "21" },
                new Languages { Val = WordWriter.LanguageOf(document) })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        Paragraph("Normal", "Normal", null, [], isDefault: true),
        Paragraph("Title", "Title", "Normal", new SpacingBetweenLines { After = "60" }, Letters(48, document.Identity.Accent, isBold: true)),
        Paragraph("Subtitle", "Subtitle", "Normal", new SpacingBetweenLines { After = "360" }, Letters(26, Soft)),
        Heading(1, 34, document.Identity.Accent, 400),
        Heading(2, 27, Ink, 300),
        Heading(3, 23, Ink, 240),
        Paragraph("Caption", "caption", "Normal", new OpenXmlElement[] { new KeepNext(), new SpacingBetweenLines { Before = "200", After = "80" } }, Letters(20, Ink, isBold: true)),
        Paragraph("ListBullet", "List Bullet", "Normal", new OpenXmlElement[]
        {
            new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }), new SpacingBetweenLines { After = "60" }, new ContextualSpacing(),
        }),
        Paragraph(Cell, "Table Text", "Normal", new SpacingBetweenLines { After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }, Letters(18, Ink)),
        Paragraph(NumberCell, "Table Number", Cell, new Justification { Val = JustificationValues.Right }),
        Paragraph(Note, "Table Note", "Normal", new SpacingBetweenLines { Before = "60", After = "60" }, Letters(17, Soft)),
        Paragraph(Small, "Small", "Normal", [], Letters(17, Soft)),
        Paragraph(Aside, "Aside", "Normal", new OpenXmlElement[]
        {
            new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 18, Space = 8, Color = document.Identity.Accent }),
            new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "F2F5F5" }, new Indentation { Left = "240", Right = "120" },
        }),
        Contents(1, 0),
        Contents(2, 220),
        Paragraph("Header", "header", "Normal", Borders(new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 4, Color = Rule }), Letters(17, Soft)),
        Paragraph("Footer", "footer", "Normal", Edge(), Letters(17, Soft)),
        new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }) { Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
        new Style(new StyleName { Val = "Hyperlink" }, new StyleRunProperties(new Color { Val = document.Identity.Accent }, new Underline { Val = UnderlineValues.Single })) { Type = StyleValues.Character, StyleId = "Hyperlink" },
        new Style(new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
        Table(document.Identity.Accent));

    // Fine lines between rows, a strong one under the head.
    private static Style Table(string accent) => new(
        new StyleName { Val = "Report Table" },
        new BasedOn { Val = "TableNormal" },
        new StyleTableProperties(
            new TableBorders(
                new BottomBorder { Val = BorderValues.Single, Size = 4, Color = Rule },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = Rule }),
            new TableCellMarginDefault(
                new TopMargin { Width = "45", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "45", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })),
        new TableStyleProperties(
            new RunPropertiesBaseStyle(new Bold()),
            new TableStyleConditionalFormattingTableCellProperties(new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 8, Color = accent })))
        { Type = TableStyleOverrideValues.FirstRow })
    { Type = StyleValues.Table, StyleId = TableName, CustomStyle = true };

    private static Style Heading(int level, int size, string colour, int before) => Paragraph(
        $"Heading{level}", $"heading {level}", "Normal",
        new OpenXmlElement[] { new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = $"{before}", After = "120" }, new OutlineLevel { Val = level - 1 } },
        Letters(size, colour, isBold: true));

    private static Style Contents(int level, int indent) => Paragraph($"TOC{level}", $"toc {level}", "Normal", new OpenXmlElement[]
    {
        new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = WordWriter.LineWidth }), new SpacingBetweenLines { After = "60" }, new Indentation { Left = $"{indent}" },
    });

    private static OpenXmlElement[] Borders(BorderType border) => [new ParagraphBorders(border), .. Edge()];

    private static OpenXmlElement[] Edge() => [new Tabs(new TabStop { Val = TabStopValues.Right, Position = WordWriter.LineWidth }), new SpacingBetweenLines { After = "0" }];

    private static StyleRunProperties Letters(int halfPoints, string colour, bool isBold = false) => isBold
        ? new StyleRunProperties(new Bold(), new Color { Val = colour }, new FontSize { Val = $"{halfPoints}" }, new FontSizeComplexScript { Val = $"{halfPoints}" })
        : new StyleRunProperties(new Color { Val = colour }, new FontSize { Val = $"{halfPoints}" }, new FontSizeComplexScript { Val = $"{halfPoints}" });

    private static Style Paragraph(string id, string name, string? basedOn, OpenXmlElement properties, StyleRunProperties? letters = null) =>
        Paragraph(id, name, basedOn, [properties], letters);

    private static Style Paragraph(string id, string name, string? basedOn, OpenXmlElement[] properties, StyleRunProperties? letters = null, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
        {
            style.Default = true;
        }

        if (id is Cell or NumberCell or Note or Aside or Small)
        {
            style.CustomStyle = true;
        }

        if (basedOn is not null)
        {
            style.Append(new BasedOn { Val = basedOn });
        }

        style.Append(new PrimaryStyle());
        if (properties.Length > 0)
        {
            style.Append(new StyleParagraphProperties(properties));
        }

        if (letters is not null)
        {
            style.Append(letters);
        }

        return style;
    }
}
