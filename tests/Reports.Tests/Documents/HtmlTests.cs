using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Responsables.Reports.Documents;

namespace Responsables.Reports.Tests.Documents;

/// <summary>The page of a document, as a browser reads it.</summary>
public sealed class HtmlTests(Making making) : IClassFixture<Making>
{
    [Fact]
    public async Task It_stands_alone_and_says_what_everything_is()
    {
        var page = await PageAsync(SampleDocuments.Whole);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(SampleDocuments.Whole.Title, page.QuerySelector("h1")!.TextContent);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("script, link, iframe, form, [onclick]"));
        Assert.All(page.QuerySelectorAll("[src]"), e => Assert.StartsWith("data:image/", e.GetAttribute("src"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("img"), i => Assert.NotEmpty(i.GetAttribute("alt")!));
        Assert.Equal(6, page.QuerySelectorAll("img").Length);
        Assert.All(page.QuerySelectorAll("table"), t => Assert.NotEmpty(t.QuerySelector("caption")!.TextContent));
        Assert.All(page.QuerySelectorAll("thead th"), h => Assert.Equal("col", h.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("tbody tr"), r => Assert.NotNull(r.QuerySelector("th[scope=row], th[scope=rowgroup]")));
        // Headings go down one level at a time, and every link within leads to its place.
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.LocalName[1] - '0').ToArray();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task Words_are_words()
    {
        var page = await PageAsync(SampleDocuments.Whole);
        var items = page.QuerySelectorAll("main li").Select(i => i.TextContent).ToArray();
        Assert.Contains(SampleDocuments.Html, items);
        Assert.Contains(SampleDocuments.Typst, items);
        Assert.Contains(SampleDocuments.Emoji, items);
        Assert.Equal("https://example.org/a?b=1&c=2", page.QuerySelector("a[href^=https]")!.GetAttribute("href"));
    }

    private async Task<IHtmlDocument> PageAsync(ReportDocument document) =>
        await new HtmlParser().ParseDocumentAsync(Encoding.UTF8.GetString(await making.MakeAsync(document, ReportFormat.Html)));
}
