namespace Responsables.Reports.Documents.Web;

/// <summary>The blocks of a document as elements of a page. The title is the first level: headings stand one below.</summary>
internal sealed class HtmlBlocks(HtmlMarkup page, DrawnDocument drawn)
{
    private readonly Heading[] headings = [.. drawn.Document.AllBlocks.OfType<Heading>()];

    public void Write(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Heading h:
                page.Element($"h{h.Level + 1}", h.Text, ("id", IdOf(h)), ("style", Coloured(h.Colour)));
                break;
            case Paragraph p:
                Paragraph(p);
                break;
            case BulletList l:
                page.Open("ul");
                foreach (var item in l.Items)
                {
                    page.Open("li");
                    Runs(item.Runs);
                    page.Close("li");
                }

                page.Close("ul");
                break;
            case KeyFigures f:
                Figures(f);
                break;
            case DataTable t:
                HtmlTable.Write(page, t);
                break;
            case Picture p:
                Shown(p, p.AlternativeText, p.Caption, p.Width);
                page.Close("figure");
                break;
            case ChartBlock c:
                Shown(c, c.AlternativeText, c.Title, 100);
                page.Open("details").Element("summary", drawn.Document.Words.Values);
                HtmlTable.Write(page, c.Values);
                page.Close("details").Close("figure");
                break;
            case Notice n:
                Notice(n);
                break;
            case SideBySide s:
                page.Open("div", ("class", "beside")).Open("div");
                Write(s.Left);
                page.Close("div").Open("div");
                Write(s.Right);
                page.Close("div").Close("div");
                break;
            case TableOfContents:
                Contents();
                break;
            case PageBreak:
                page.Open("div", ("class", "break")).Close("div");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block));
        }
    }

    private void Paragraph(Paragraph paragraph)
    {
        page.Open("p", ("class", paragraph.IsSmall ? "small" : null));
        Runs(paragraph.Runs);
        page.Close("p");
    }

    private void Runs(IReadOnlyList<Run> runs)
    {
        foreach (var run in runs)
        {
            var (open, close) = run.Style switch { RunStyle.Strong => ("<strong>", "</strong>"), RunStyle.Emphasis => ("<em>", "</em>"), _ => ("", "") };
            if (run.Target is not null)
            {
                page.Open("a", ("href", run.Target));
            }

            page.Raw(open).Text(run.Text).Raw(close).Raw(run.Target is null ? "" : "</a>");
        }
    }

    // A list of terms: what it is, then its value and what is said of it.
    private void Figures(KeyFigures figures)
    {
        page.Open("dl", ("class", "figures"), ("style", Coloured(figures.Colour)));
        foreach (var figure in figures.Figures)
        {
            page.Open("div").Element("dt", figure.Label).Open("dd").Open("strong").Text(figure.Value);
            if (figure.Unit is not null)
            {
                page.Open("small").Text("\u00a0" + figure.Unit).Close("small");
            }

            page.Close("strong");
            foreach (var (said, name) in new[] { (figure.Trend, "trend"), (figure.Note, "small") })
            {
                if (said is not null)
                {
                    page.Element("span", said, ("class", name));
                }
            }

            page.Close("dd").Close("div");
        }

        page.Close("dl");
    }

    private void Shown(Block block, string alternative, string? caption, int width)
    {
        page.Open("figure");
        if (caption is not null)
        {
            page.Element("figcaption", caption);
        }

        page.Open("img", ("src", HtmlWriter.Data(drawn.Drawings[block])), ("alt", alternative), ("style", width == 100 ? null : $"width:{width}%"));
    }

    private void Notice(Notice notice)
    {
        page.Open("aside", ("style", Coloured(notice.Colour)));
        if (notice.Title is not null)
        {
            page.Open("p").Element("strong", notice.Title).Close("p");
        }

        foreach (var paragraph in notice.Paragraphs)
        {
            Paragraph(paragraph);
        }

        page.Close("aside");
    }

    private void Contents()
    {
        page.Open("nav", ("aria-label", drawn.Document.Words.Contents)).Element("p", drawn.Document.Words.Contents, ("class", "title")).Open("ul");
        foreach (var heading in headings.Where(h => h.Level < 3))
        {
            page.Open("li", ("class", $"level{heading.Level}")).Open("a", ("href", "#" + IdOf(heading))).Text(heading.Text).Close("a").Close("li");
        }

        page.Close("ul").Close("nav");
    }

    private string IdOf(Heading heading) => heading.Anchor ?? $"part-{Array.FindIndex(headings, h => ReferenceEquals(h, heading)) + 1}";

    private static string? Coloured(string? colour) => colour is null ? null : $"--e:#{colour}";
}
