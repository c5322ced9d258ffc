using System.Globalization;
using System.Xml.Linq;
using Responsables.Reports.Documents.Packages;
using static Responsables.Reports.Documents.Slides.SlideShapes;

namespace Responsables.Reports.Documents.Slides;

/// <summary>The charts and key figures of a document as slides (PPTX), a slide each, their values in the notes.</summary>
internal sealed class SlideWriter
{
    private const int MostFigures = 6;
    private const long Width = 12_192_000;
    private const long Height = 6_858_000;
    private const string Kind = OfficePackage.Types + "presentationml.";

    private readonly DrawnDocument drawn;
    private readonly OfficePackage package = new();
    private readonly string language;
    private int slides;
    private int pictures;

    private SlideWriter(DrawnDocument drawn)
    {
        this.drawn = drawn;
        language = Word.WordWriter.LanguageOf(drawn.Document);
    }

    public static byte[] Write(DrawnDocument drawn) => new SlideWriter(drawn).Write();

    private byte[] Write()
    {
        var document = drawn.Document;
        package.Describe(document);
        package.Tie("", "rIdMain", "officeDocument", "ppt/presentation.xml");
        Frame();
        var logo = document.Identity.Logo is null ? null : drawn.Logo;
        Slide("layout1", "", logo, [
            .. logo is null ? [] : Logo(4, document.Identity.Name, PictureSize.Of(logo.Bytes)), Holder(2, "ctrTitle", null, language, [document.Title]),
            Holder(3, "subTitle", 1, language, [.. new[] { document.Subtitle, document.Identity.Name, document.Foot }.Where(t => !string.IsNullOrEmpty(t)).OfType<string>()]),
        ]);
        foreach (var block in document.AllBlocks)
        {
            if (block is KeyFigures figures)
            {
                Figures(figures);
            }
            else if (block is ChartBlock chart)
            {
                Slide("layout2", Notes(chart), drawn.Points[chart], [
                    Holder(2, "title", null, language, [chart.Title]),
                    Shown(4, chart.AlternativeText, PictureSize.Of(drawn.Points[chart].Bytes)), Number(5, language),
                ]);
            }
        }

        Presentation();
        return package.Close(document.Date);
    }

    // The theme and what slides are laid out on.
    private void Frame()
    {
        Fixed("ppt/theme/theme1.xml", OfficePackage.Types + "theme+xml", "theme");
        Fixed("ppt/theme/theme2.xml", OfficePackage.Types + "theme+xml", "theme");
        Fixed("ppt/slideMasters/master.xml", Kind + "slideMaster+xml", "master");
        Fixed("ppt/notesMasters/notes.xml", Kind + "notesMaster+xml", "notes");
        foreach (var number in new[] { "1", "2" })
        {
            Fixed($"ppt/slideLayouts/layout{number}.xml", Kind + "slideLayout+xml", "layout" + number);
            package.Tie("ppt/slideMasters/master.xml", "rIdLayout" + number, "slideLayout", $"../slideLayouts/layout{number}.xml");
            package.Tie($"ppt/slideLayouts/layout{number}.xml", "rIdMaster", "slideMaster", "../slideMasters/master.xml");
        }

        package.Tie("ppt/slideMasters/master.xml", "rIdTheme", "theme", "../theme/theme1.xml");
        package.Tie("ppt/notesMasters/notes.xml", "rIdTheme", "theme", "../theme/theme2.xml");
        package.Tie("ppt/presentation.xml", "rIdMaster", "slideMaster", "slideMasters/master.xml");
        package.Tie("ppt/presentation.xml", "rIdNotes", "notesMaster", "notesMasters/notes.xml");
        package.Tie("ppt/presentation.xml", "rIdTheme", "theme", "theme/theme1.xml");

        void Fixed(string path, string type, string resource) =>
            package.Add(path, type, XDocument.Parse(Resources.Text($"slides/{resource}.xml").Replace("ACCENT", drawn.Document.Identity.Accent, StringComparison.Ordinal)));
    }

    private void Presentation() => package.Add("ppt/presentation.xml", Kind + "presentation.main+xml", new XDocument(new XElement(
        P + "presentation", Names,
        new XElement(P + "sldMasterIdLst", new XElement(P + "sldMasterId", new XAttribute("id", 2147483648), new XAttribute(R + "id", "rIdMaster"))),
        new XElement(P + "notesMasterIdLst", new XElement(P + "notesMasterId", new XAttribute(R + "id", "rIdNotes"))),
        new XElement(P + "sldIdLst", Enumerable.Range(1, slides).Select(i => new XElement(P + "sldId", new XAttribute("id", 255 + i), new XAttribute(R + "id", $"rIdSlide{i}")))),
        new XElement(P + "sldSz", new XAttribute("cx", Width), new XAttribute("cy", Height)),
        new XElement(P + "notesSz", new XAttribute("cx", Height), new XAttribute("cy", Width)))));

    private void Figures(KeyFigures figures)
    {
        foreach (var some in figures.Figures.Chunk(MostFigures))
        {
            var notes = string.Join('\n', some.Select(f => string.Join(" – ", new[] { f.Label, f.ValueInWords, f.Trend, f.Note }.OfType<string>())));
            Slide("layout2", notes, null, [
                Holder(2, "title", null, language, [figures.Caption]),
                .. some.Select((f, i) => Figure(4 + i, f, i, some.Length, figures.Colour ?? drawn.Document.Identity.Accent, language)),
                Number(4 + some.Length, language),
            ]);
        }
    }

    private void Slide(string layout, string notes, PictureFile? picture, XElement[] shapes)
    {
        var name = (++slides).ToString(CultureInfo.InvariantCulture);
        var path = $"ppt/slides/slide{name}.xml";
        package.Add(path, Kind + "slide+xml", Page("sld", shapes));
        package.Tie(path, "rIdLayout", "slideLayout", $"../slideLayouts/{layout}.xml");
        package.Tie("ppt/presentation.xml", "rIdSlide" + name, "slide", $"slides/slide{name}.xml");
        if (picture is not null)
        {
            var media = $"media/picture{(++pictures).ToString(CultureInfo.InvariantCulture)}.png";
            package.Add("ppt/" + media, "image/png", picture.Bytes);
            package.Tie(path, PictureId, "image", "../" + media);
        }

        if (notes.Length > 0)
        {
            var page = $"ppt/notesSlides/notes{name}.xml";
            package.Add(page, Kind + "notesSlide+xml", Page("notes", [SlideImage(), Holder(3, "body", 3, language, notes.Split('\n'))]));
            package.Tie(page, "rIdNotes", "notesMaster", "../notesMasters/notes.xml");
            package.Tie(page, "rIdSlide", "slide", $"../slides/slide{name}.xml");
            package.Tie(path, "rIdNotes", "notesSlide", $"../notesSlides/notes{name}.xml");
        }
    }

    // What the drawing says, then its values row by row, for whoever presents it.
    private static string Notes(ChartBlock chart) => string.Join('\n', [
        chart.AlternativeText,
        .. chart.Values.Rows.Select(r => r.IsGroup ? r.Cells[0].Text
            : $"{r.Cells[0].Text} – {string.Join(" ; ", chart.Values.Columns.Skip(1).Zip(r.Cells.Skip(1), (c, v) => $"{c.Header} : {v.Text}"))}"),
        .. chart.Values.Notes,
    ]);
}
