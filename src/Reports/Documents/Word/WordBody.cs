using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Responsables.Reports.Documents.Packages;
using Spaces = DocumentFormat.OpenXml.SpaceProcessingModeValues;

namespace Responsables.Reports.Documents.Word;

// The same words as in the model of documents: here they are those of the format.
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using CharacterStyle = DocumentFormat.OpenXml.Wordprocessing.RunStyle;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

/// <summary>The blocks of a document as paragraphs and tables.</summary>
internal sealed class WordBody(DrawnDocument drawn, OfficePackage package, string part)
{
    private readonly ReportDocument document = drawn.Document;
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bookmarks = new(StringComparer.Ordinal);
    private int pictures;
    private int marks;
    private int headings;

    public IEnumerable<OpenXmlElement> Elements()
    {
        if (document.Identity.Logo is not null && drawn.Logo is { } logo)
        {
            yield return new Paragraph(new Run(Drawn(logo, document.Identity.Name, 6 * PictureSize.Centimetre, 2 * PictureSize.Centimetre)));
        }

        yield return Styled("Title", Words(document.Title));
        if (document.Subtitle is not null)
        {
            yield return Styled("Subtitle", Words(document.Subtitle));
        }

        if (document.HasCover)
        {
            yield return new Paragraph(new Run(new Break { Type = BreakValues.Page }));
        }

        foreach (var element in document.AllBlocks.SelectMany(Of))
        {
            yield return element;
        }
    }

    private IEnumerable<OpenXmlElement> Of(Block block) => block switch
    {
        Heading h => [Heading(h)],
        Documents.Paragraph p => [Styled(p.IsSmall ? WordStyles.Small : null, [.. p.Runs.Select(Run)])],
        BulletList l => l.Items.Select(i => Styled("ListBullet", [.. i.Runs.Select(Run)])),
        KeyFigures f => WordTable.Of(f, document.Words),
        DataTable t => new WordTable(Anchored).Of(t),
        Documents.Picture p => Shown(p, p.AlternativeText, p.Caption, p.Width),
        ChartBlock c => [.. Shown(c, c.AlternativeText, c.Title, 100), .. c.ShowsValues ? new WordTable(Anchored).Of(c.Values) : []],
        Notice n => [.. n.Title is null ? [] : new[] { Styled(WordStyles.Aside, Words(n.Title, isBold: true)) }, .. n.Paragraphs.Select(p => Styled(WordStyles.Aside, [.. p.Runs.Select(Run)]))],
        PageBreak => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        TableOfContents => Contents(),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private Paragraph Heading(Heading heading)
    {
        var run = Words(heading.Text);
        if (heading.Colour is not null)
        {
            run.RunProperties = new RunProperties(new Color { Val = heading.Colour });
        }

        return Styled($"Heading{heading.Level}", [.. Anchored(ContentsMark(headings++)), .. Anchored(heading.Anchor), run]);
    }

    private IEnumerable<OpenXmlElement> Shown(Block block, string alternative, string? caption, int width)
    {
        if (caption is not null)
        {
            yield return Styled("Caption", Words(caption));
        }

        yield return new Paragraph(new Run(Drawn(drawn.Points[block], alternative, 17 * PictureSize.Centimetre * width / 100, 20 * PictureSize.Centimetre)));
    }

    private Drawing Drawn(PictureFile file, string alternative, long width, long height)
    {
        var number = ++pictures;
        var name = $"media/picture{number}.png";
        package.Add("word/" + name, "image/png", file.Bytes);
        package.Tie(part, $"rIdPicture{number}", "image", name);
        return WordPicture.Of(number, OfficeText.Written(alternative), PictureSize.Of(file.Bytes).Within(width, height));
    }

    // A field that the program fills with page numbers when it is asked to; until then the headings lead to their places.
    private IEnumerable<OpenXmlElement> Contents()
    {
        yield return Styled("Caption", Words(document.Words.Contents));
        var listed = document.AllBlocks.OfType<Heading>().Select((h, i) => (Heading: h, Mark: ContentsMark(i))).Where(l => l.Heading.Level < 3).ToArray();
        for (var i = 0; i < listed.Length; i++)
        {
            var link = new Hyperlink(Words(listed[i].Heading.Text)) { Anchor = BookmarkOf(listed[i].Mark), History = true };
            OpenXmlElement[] start = i > 0 ? [] : [Field(FieldCharValues.Begin), new Run(new FieldCode(" TOC \\o \"1-2\" \\h \\z \\u ") { Space = Spaces.Preserve }), Field(FieldCharValues.Separate)];
            OpenXmlElement[] end = i < listed.Length - 1 ? [] : [Field(FieldCharValues.End)];
            yield return Styled($"TOC{listed[i].Heading.Level}", [.. start, link, .. end]);
        }

        static Run Field(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });
    }

    private static string ContentsMark(int heading) => "contents " + WordWriter.Whole(heading);

    private OpenXmlElement[] Anchored(string? anchor)
    {
        if (anchor is null)
        {
            return [];
        }

        var id = WordWriter.Whole(++marks);
        return [new BookmarkStart { Id = id, Name = BookmarkOf(anchor) }, new BookmarkEnd { Id = id }];
    }

    // Names of bookmarks have letters and digits only.
    private string BookmarkOf(string anchor)
    {
        if (!bookmarks.TryGetValue(anchor, out var name))
        {
            bookmarks[anchor] = name = $"_Ref{WordWriter.Whole(100000 + bookmarks.Count)}";
        }

        return name;
    }

    private OpenXmlElement Run(Documents.Run run)
    {
        var written = Words(run.Text, run.Style == RunStyle.Strong, run.Style == RunStyle.Emphasis, isLink: run.Target is not null);
        return run.Target switch
        {
            null => written,
            ['#', .. var anchor] => new Hyperlink(written) { Anchor = BookmarkOf(anchor), History = true },
            var address => new Hyperlink(written) { Id = LinkTo(address), History = true },
        };
    }

    private string LinkTo(string address)
    {
        if (!links.TryGetValue(address, out var id))
        {
            links[address] = id = $"rIdLink{links.Count + 1}";
            package.Tie(part, id, "hyperlink", new Uri(address).AbsoluteUri, isOutside: true);
        }

        return id;
    }

    /// <summary>Words in one style; a new line is one.</summary>
    public static Run Words(string text, bool isBold = false, bool isItalic = false, bool isLink = false)
    {
        var properties = new RunProperties();
        if (isLink)
        {
            properties.Append(new CharacterStyle { Val = "Hyperlink" });
        }

        if (isBold)
        {
            properties.Append(new Bold());
        }

        if (isItalic)
        {
            properties.Append(new Italic());
        }

        var run = properties.HasChildren ? new Run(properties) : new Run();
        var lines = OfficeText.Written(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(lines[i]) { Space = Spaces.Preserve });
        }

        return run;
    }

    public static Paragraph Styled(string? style, params OpenXmlElement[] content) =>
        style is null ? new Paragraph(content) : new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);
}
