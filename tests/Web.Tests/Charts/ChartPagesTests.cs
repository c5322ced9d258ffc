using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Responsables.Domain.Accounts;
using Responsables.Reports.Charts;
using Responsables.Reports.Processes;
using Responsables.Reports.Tests.Charts;
using Responsables.Web.Charts;
using Responsables.Web.Tests.Consolidation;
using Responsables.World;

namespace Responsables.Web.Tests.Charts;

/// <summary>Charts in pages: the markup without scripts, the pictures, and who may see them.</summary>
[Collection<FiguresSite>]
public sealed class ChartPagesTests(FiguresSite figures)
{
    private static readonly string Page = $"/referentiels/essai/indicateurs/{SmallFramework.TrainedShare}";

    private readonly Site site = figures.Site;

    [Fact]
    public async Task A_chart_says_its_finding_and_holds_its_values_its_picture_and_one_script()
    {
        var page = await DrawAsync([Samples.Trend, Samples.Distribution]);
        Assert.Single(page.QuerySelectorAll("script[src*='charts.mjs']"));
        var figure = page.QuerySelector("figure.chart.e2")!;
        Assert.StartsWith("Ce qui monte", figure.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("En une phrase.", figure.QuerySelector("figcaption p")!.TextContent, StringComparison.Ordinal);
        var place = figure.QuerySelector(".drawing[role=img]")!;
        Assert.Equal("Ce qui monte", place.GetAttribute("aria-label"));
        using var spec = JsonDocument.Parse(place.GetAttribute("data-chart")!);
        Assert.Equal(Samples.Nasty, spec.RootElement.GetProperty("lines")[0].GetProperty("name").GetString());
        Assert.Equal(4, figure.QuerySelectorAll("details tbody tr").Length);
        Assert.All(figure.QuerySelectorAll("th"), th => Assert.NotNull(th.GetAttribute("scope")));
        var picture = figure.QuerySelector("noscript img")!;
        Assert.Equal("/image.svg?a=1", picture.GetAttribute("src"));
        Assert.Contains("Ce qui monte", picture.GetAttribute("alt")!, StringComparison.Ordinal);
        Assert.Equal("/image.svg?a=1&largeur=etroite", figure.QuerySelector("noscript source")!.GetAttribute("srcset"));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
    }

    [Fact]
    public async Task A_map_names_its_file_and_whose_contours_it_shows()
    {
        var page = await DrawAsync([Samples.Map(MapDivision.Departements)]);
        var file = page.QuerySelector("[data-map]")!.GetAttribute("data-map")!;
        Assert.StartsWith("/assets/geo/departements.json?v=", file, StringComparison.Ordinal);
        Assert.Contains("IGN", page.QuerySelector("figure")!.TextContent, StringComparison.Ordinal);
        var map = (await site.Anonymous().Get(file)).Expect(200);
        Assert.Contains("immutable", map.Header("Cache-Control"), StringComparison.Ordinal);
        using var read = JsonDocument.Parse(await map.Response.Content.ReadAsStringAsync());
        Assert.Equal(101, read.RootElement.GetProperty("features").GetArrayLength());
        // The worker is no asset.
        (await site.Anonymous().Get("/assets/worker/chart-worker.mjs")).Expect(404);
        (await site.Anonymous().Get("/worker/chart-worker.mjs")).Expect(404);
    }

    [Fact]
    public async Task The_map_shows_the_territories_that_one_may_read()
    {
        var committee = await site.SignInAs(Role.Committee);
        var regions = (await committee.Get(Page)).Expect(200);
        Assert.Equal(["Île-de-France", "Normandie"], regions.Page.QuerySelectorAll("#carte tbody th").Select(th => th.TextContent));
        Assert.Equal(["50,0", "26,0"], regions.Page.QuerySelectorAll("#carte tbody td").Select(td => td.TextContent));
        var departments = (await committee.Get(Page + "?carte=departements")).Expect(200);
        Assert.Equal(["Calvados", "Paris", "Seine-Maritime"], departments.Page.QuerySelectorAll("#carte tbody th").Select(th => th.TextContent));
        Assert.Equal("true", departments.Page.QuerySelector("#carte .tabs a[href*='carte=departements']")!.GetAttribute("aria-current"));
        // A fund reads the totals of the territories of its bodies; a body, those of its own only: no map is made of one.
        var fund = (await (await site.SignInAs(Role.Coordinator)).Get(Page + "?carte=departements")).Expect(200);
        Assert.Equal(["Paris", "Seine-Maritime"], fund.Page.QuerySelectorAll("#carte tbody th").Select(th => th.TextContent));
        Assert.Empty((await (await site.SignInAs(Role.Contributor)).Get(Page)).Page.QuerySelectorAll("#carte"));
    }

    [Fact]
    public async Task A_picture_is_for_whoever_reads_the_page_and_may_do_nothing()
    {
        var committee = await site.SignInAs(Role.Committee);
        foreach (var address in (await committee.Get(Page)).Page.QuerySelectorAll("noscript img, noscript source").Select(i => i.GetAttribute("src") ?? i.GetAttribute("srcset")!))
        {
            var picture = (await committee.Get(address)).Expect(200);
            Assert.Equal("image/svg+xml", picture.Response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", picture.Header("Content-Security-Policy"));
            Assert.Equal("nosniff", picture.Header("X-Content-Type-Options"));
            Assert.Contains("private", picture.Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Contains("</svg>", await picture.Response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        (await (await site.SignInAs(Role.Contributor)).Get(Page + "/carte.svg")).Expect(404);
        // Three bodies are too few for a distribution.
        (await committee.Get(Page + "/repartition.svg")).Expect(404);
        Assert.StartsWith("/connexion", (await site.Anonymous().Get(Page + "/carte.svg")).Expect(302).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_worker_the_picture_says_so_in_words()
    {
        await using var pictures = new Broken();
        var (status, text) = await pictures.AnswerAsync();
        Assert.Equal(503, status);
        Assert.Contains("ne peut pas être dessiné", text, StringComparison.Ordinal);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> DrawAsync(IReadOnlyList<ChartSpec> specs)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parts = new List<string>();
            foreach (var (spec, i) in specs.Select((s, i) => (s, i)))
            {
                parts.Add((await renderer.RenderComponentAsync<Chart>(ParameterView.FromDictionary(new Dictionary<string, object?>
                {
                    ["Spec"] = spec, ["Title"] = "Ce qui monte", ["Sentence"] = "En une phrase.", ["SvgHref"] = "/image.svg?a=1", ["Id"] = $"c{i}",
                }))).ToHtmlString());
            }

            return string.Concat(parts);
        });
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>Pictures of an instance that has no node.</summary>
    private sealed class Broken : IAsyncDisposable
    {
        private readonly ChartWorker worker = new(new WorkerSettings("/nulle/part/node", "", TimeSpan.FromSeconds(1)), NullLogger<ChartWorker>.Instance);

        public async Task<(int Status, string Text)> AnswerAsync()
        {
            using var pictures = new ChartPictures(worker);
            var http = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(), Response = { Body = new MemoryStream() } };
            await (await pictures.SvgAsync(Samples.Trend, "", http)).ExecuteAsync(http);
            http.Response.Body.Position = 0;
            using var reader = new StreamReader(http.Response.Body);
            return (http.Response.StatusCode, await reader.ReadToEndAsync());
        }

        public ValueTask DisposeAsync() => worker.DisposeAsync();
    }
}
