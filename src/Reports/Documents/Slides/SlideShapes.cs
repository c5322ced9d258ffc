using System.Xml.Linq;
using Responsables.Reports.Documents.Packages;

namespace Responsables.Reports.Documents.Slides;

/// <summary>What stands on a slide. Titles and texts take the places that the layout has for them.</summary>
internal static class SlideShapes
{
    public const string PictureId = "rIdPicture";

    public static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const long Left = 490_000;
    private const long Top = 1_380_000;
    private const long RoomWidth = 11_210_000;
    private const long RoomHeight = 4_900_000;
    private const int Across = 3;
    private const long LogoLeft = 900_000;
    private const long LogoTop = 600_000;
    private const long LogoEdge = 110_000;
    private const long LogoWidth = 3_000_000;
    private const long LogoHeight = 800_000;

    public static XAttribute[] Names => [new(XNamespace.Xmlns + "a", A), new(XNamespace.Xmlns + "r", R), new(XNamespace.Xmlns + "p", P)];

    public static XDocument Page(string name, XElement[] shapes) => new(new XElement(
        P + name, Names,
        new XElement(P + "cSld", new XElement(
            P + "spTree", new XElement(P + "nvGrpSpPr", Named(1, ""), new XElement(P + "cNvGrpSpPr"), new XElement(P + "nvPr")), new XElement(P + "grpSpPr"), shapes)),
        new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping"))));

    /// <summary>A text in a place of the layout, a paragraph for each line.</summary>
    public static XElement Holder(int id, string type, int? index, string language, IReadOnlyList<string> lines) => new(
        P + "sp",
        new XElement(P + "nvSpPr", Named(id, $"{type} {id}"), new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1))), new XElement(P + "nvPr", Place(type, index))),
        new XElement(P + "spPr"),
        Body([.. lines.Select(l => Line(l, language))]));

    public static XElement Number(int id, string language) => new(
        P + "sp",
        new XElement(P + "nvSpPr", Named(id, $"sldNum {id}"), new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1))), new XElement(P + "nvPr", new XElement(
            P + "ph", new XAttribute("type", "sldNum"), new XAttribute("sz", "quarter"), new XAttribute("idx", 12)))),
        new XElement(P + "spPr"),
        Body([new XElement(A + "p", new XElement(
            A + "fld", new XAttribute("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"), new XAttribute("type", "slidenum"),
            new XElement(A + "rPr", new XAttribute("lang", language)), new XElement(A + "t", "‹N›")))]));

    public static XElement SlideImage() => new(
        P + "sp",
        new XElement(P + "nvSpPr", Named(2, "sldImg 2"), new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1), new XAttribute("noRot", 1), new XAttribute("noChangeAspect", 1))), new XElement(P + "nvPr", Place("sldImg", null))),
        new XElement(P + "spPr"));

    /// <summary>A picture in the middle of the room below the title, with what is read in its place.</summary>
    public static XElement Shown(int id, string alternative, PictureSize size)
    {
        var (width, height) = size.Within(RoomWidth, RoomHeight);
        return Drawing(id, alternative, Place(Left + ((RoomWidth - width) / 2), Top + ((RoomHeight - height) / 2), width, height));
    }

    /// <summary>A logo above the title, on white.</summary>
    public static XElement[] Logo(int id, string alternative, PictureSize size)
    {
        var (width, height) = size.Within(LogoWidth, LogoHeight);
        return
        [
            new XElement(
                P + "sp",
                new XElement(P + "nvSpPr", Named(id, $"Fond {id}"), new XElement(P + "cNvSpPr"), new XElement(P + "nvPr")),
                new XElement(
                    P + "spPr", Place(LogoLeft, LogoTop, width + (2 * LogoEdge), height + (2 * LogoEdge)), Rectangle(),
                    new XElement(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", "bg1"))), new XElement(A + "ln", new XElement(A + "noFill")))),
            Drawing(id + 1, alternative, Place(LogoLeft + LogoEdge, LogoTop + LogoEdge, width, height)),
        ];
    }

    private static XElement Drawing(int id, string alternative, XElement place) => new(
        P + "pic",
        new XElement(P + "nvPicPr", Named(id, $"Image {id}", alternative), new XElement(P + "cNvPicPr", new XElement(A + "picLocks", new XAttribute("noChangeAspect", 1))), new XElement(P + "nvPr")),
        new XElement(P + "blipFill", new XElement(A + "blip", new XAttribute(R + "embed", PictureId)), new XElement(A + "stretch", new XElement(A + "fillRect"))),
        new XElement(P + "spPr", place, Rectangle()));

    /// <summary>A key figure, one of several side by side.</summary>
    public static XElement Figure(int id, KeyFigure figure, int index, int count, string colour, string language)
    {
        var columns = Math.Min(count, Across);
        var rows = ((count - 1) / Across) + 1;
        var (width, height) = (RoomWidth / columns, RoomHeight / rows);
        return new XElement(
            P + "sp",
            new XElement(P + "nvSpPr", Named(id, $"Figure {id}"), new XElement(P + "cNvSpPr", new XAttribute("txBox", 1)), new XElement(P + "nvPr")),
            new XElement(
                P + "spPr", Place(Left + (index % Across * width), Top + (index / Across * height), width - 200_000, height - 200_000), Rectangle(),
                new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
            new XElement(
                P + "txBody", new XElement(A + "bodyPr", new XAttribute("wrap", "square"), new XAttribute("lIns", 0), new XAttribute("anchor", "t"), new XElement(A + "normAutofit")), new XElement(A + "lstStyle"),
                Line(figure.Label, language, 1600, "47575F"),
                new XElement(A + "p", [Words(language, figure.Value, 3600, colour, isBold: true), .. figure.Unit is null ? [] : new[] { Words(language, "\u00a0" + figure.Unit, 1800, colour, isBold: true) }]),
                figure.Trend is null ? null : Line(figure.Trend, language, 1600, "16242B"),
                figure.Note is null ? null : Line(figure.Note, language, 1200, "47575F")));
    }

    private static XElement Body(XElement[] lines) => new(P + "txBody", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"), lines);

    private static XElement Line(string text, string language, int? size = null, string? colour = null) => new(A + "p", Words(language, text, size, colour));

    private static XElement Words(string language, string text, int? size, string? colour, bool isBold = false) => new(
        A + "r",
        new XElement(
            A + "rPr", new XAttribute("lang", language), size is null ? null : new XAttribute("sz", size), isBold ? new XAttribute("b", 1) : null,
            colour is null ? null : new XElement(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)))),
        new XElement(A + "t", OfficeText.Written(text)));

    private static XElement Place(string type, int? index) => new(P + "ph", new XAttribute("type", type), index is null ? null : new XAttribute("idx", index));

    private static XElement Place(long x, long y, long width, long height) => new(
        A + "xfrm", new XElement(A + "off", new XAttribute("x", x), new XAttribute("y", y)), new XElement(A + "ext", new XAttribute("cx", width), new XAttribute("cy", height)));

    private static XElement Rectangle() => new(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst"));

    private static XElement Named(int id, string name, string? alternative = null) => new(
        P + "cNvPr", new XAttribute("id", id), new XAttribute("name", name), alternative is null ? null : new XAttribute("descr", OfficeText.Written(alternative)));
}
