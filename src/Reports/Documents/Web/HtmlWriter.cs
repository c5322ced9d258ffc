using System.Text;
using Responsables.Reports.Documents.Packages;

namespace Responsables.Reports.Documents.Web;

/// <summary>A document as one page that asks nothing of anybody: its style and pictures are in it, and no script.</summary>
internal static class HtmlWriter
{
    private static readonly string Style = Resources.Text("page.css");

    public static byte[] Write(DrawnDocument drawn)
    {
        var document = drawn.Document;
        var page = new HtmlMarkup();
        page.Raw("<!DOCTYPE html>\n").Open("html", ("lang", document.Language)).Raw("<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n")
            .Element("title", $"{document.Title} – {document.Identity.Name}")
            .Open("meta", ("name", "author"), ("content", document.Author))
            .Raw($"\n<style>\n{Style.Replace("ACCENT", "#" + document.Identity.Accent, StringComparison.Ordinal)}</style>\n</head>\n<body>\n");
        page.Raw("<header>\n");
        if (document.Identity.Logo is { } logo)
        {
            page.Open("img", ("src", Data(logo)), ("alt", document.Identity.Name), ("class", "logo"));
        }
        else
        {
            page.Element("p", document.Identity.Name);
        }

        page.Element("h1", document.Title);
        if (document.Subtitle is not null)
        {
            page.Element("p", document.Subtitle, ("class", "lede"));
        }

        page.Raw("</header>\n<main>\n");
        new HtmlBlocks(page, drawn).Write(document.Blocks);
        page.Raw("</main>\n").Raw("<footer>").Element("p", document.Foot).Raw("</footer>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    public static string Data(PictureFile file) => $"data:image/{(file.Format == PictureFormat.Svg ? "svg+xml" : "png")};base64,{Convert.ToBase64String(file.Bytes)}";
}
