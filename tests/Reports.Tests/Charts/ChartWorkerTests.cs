using System.Xml.Linq;
using Microsoft.Extensions.Logging.Abstractions;
using Responsables.Reports.Charts;
using Responsables.Reports.Processes;

namespace Responsables.Reports.Tests.Charts;

/// <summary>The worker itself, in its own process; and one that does wrong, to see it watched.</summary>
public sealed class ChartWorkerTests : IDisposable
{
    /// <summary>Answers as the title asks.</summary>
    private const string Wrong = """
        import { createInterface } from "node:readline";
        createInterface({ input: process.stdin }).on("line", text => {
          const { id, title } = JSON.parse(text);
          if (title === "hang") for (;;) {}
          if (title === "die") process.exit(3);
          if (title === "flood") process.stdout.write("x".repeat(5000000) + "\n");
          else if (title === "noise") process.stdout.write("not json\n");
          else if (title === "page") process.stdout.write(JSON.stringify({ id, svg: "x".repeat(3 * 4096 - JSON.stringify({ id, svg: "" }).length - 1) }) + "\n");
          else if (title === "other") process.stdout.write(JSON.stringify({ id: id + 1, svg: "<svg/>" }) + "\n");
          else process.stdout.write(JSON.stringify({ id, svg: `<svg>${process.pid} ${Object.keys(process.env).length}</svg>` }) + "\n");
        });
        """;

    private static readonly WorkerSettings Real = ChartWorker.Settings(null);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("responsables-worker-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_kind_of_chart_becomes_a_picture_at_both_widths()
    {
        await using var worker = new ChartWorker(Real, NullLogger<ChartWorker>.Instance);
        foreach (var spec in Samples.All)
        {
            foreach (var width in (int[])[288, 720])
            {
                var svg = await worker.RenderAsync(spec, Samples.Nasty, width, CancellationToken.None);
                var root = XDocument.Parse(svg!).Root!;
                Assert.Equal($"{width}", root.Attribute("width")!.Value);
                Assert.Equal("img", root.Attribute("role")!.Value);
                Assert.Equal(Samples.Nasty, root.Elements().First(e => e.Name.LocalName == "title").Value);
                // Words are text, never marks; nothing runs, and nothing is asked of others.
                Assert.DoesNotContain(root.DescendantsAndSelf(), e => e.Name.LocalName is "b" or "script" or "foreignObject" or "image");
                Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Name.LocalName == "href");
                Assert.Contains("prefers-color-scheme:dark", svg!, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task On_paper_colours_are_numbers_and_there_is_no_style_sheet()
    {
        await using var worker = new ChartWorker(Real, NullLogger<ChartWorker>.Instance);
        foreach (var spec in Samples.All)
        {
            var svg = (await worker.PrintAsync(spec, Samples.Nasty, 720, CancellationToken.None)).Svg!;
            Assert.DoesNotContain("var(", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("Public Sans", svg, StringComparison.Ordinal);
            Assert.DoesNotContain(XDocument.Parse(svg).Descendants(), e => e.Name.LocalName == "style");
        }

        // The colour of the engagement, as the style sheet has it.
        Assert.Contains("#b12f69", (await worker.PrintAsync(Samples.Trend, "", 720, CancellationToken.None)).Svg!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_chart_is_the_same_picture()
    {
        await using var one = new ChartWorker(Real, NullLogger<ChartWorker>.Instance);
        await using var other = new ChartWorker(Real, NullLogger<ChartWorker>.Instance);
        await one.RenderAsync(Samples.Waterfall, "", 288, CancellationToken.None);
        Assert.Equal(
            await one.RenderAsync(Samples.Map(MapDivision.Regions), "", 720, CancellationToken.None), await other.RenderAsync(Samples.Map(MapDivision.Regions), "", 720, CancellationToken.None));
    }

    [Fact]
    public async Task What_cannot_be_drawn_is_refused_and_the_next_one_is_drawn()
    {
        await using var worker = new ChartWorker(Real, NullLogger<ChartWorker>.Instance);
        Assert.Null(await worker.RenderAsync(Samples.Distribution with { Classes = [] }, "", 720, CancellationToken.None));
        var lengthy = Samples.Trend with { Lines = [new TrendLine(new string('x', ChartWorker.MostInput), [new(2020, 1)])] };
        Assert.Null(await worker.RenderAsync(lengthy, "", 720, CancellationToken.None));
        Assert.NotNull(await worker.RenderAsync(Samples.Trend, "", 720, CancellationToken.None));
    }

    /// <summary>An answer that ends where a block of the stream does: nothing says that more follows, and nothing does.</summary>
    [Fact]
    public async Task An_answer_of_whole_blocks_is_not_waited_for_beyond_its_end()
    {
        await using var worker = new ChartWorker(await SettingsAsync(), NullLogger<ChartWorker>.Instance);
        Assert.Equal(3 * 4096 - """{"id":1,"svg":""}""".Length - 1, (await worker.RenderAsync(Samples.Trend, "page", 720, CancellationToken.None))?.Length);
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("die")]
    [InlineData("flood")]
    [InlineData("noise")]
    [InlineData("other")]
    public async Task One_that_does_wrong_is_stopped_and_another_takes_its_place(string wrong)
    {
        await using var worker = new ChartWorker(await SettingsAsync(), NullLogger<ChartWorker>.Instance);
        var before = await worker.RenderAsync(Samples.Trend, "right", 720, CancellationToken.None);
        Assert.Equal(before, await worker.RenderAsync(Samples.Trend, "right", 720, CancellationToken.None));
        // No environment: its own count is written in the picture.
        Assert.EndsWith(" 0</svg>", before, StringComparison.Ordinal);
        Assert.Null(await worker.RenderAsync(Samples.Trend, wrong, 720, CancellationToken.None));
        var after = await worker.RenderAsync(Samples.Trend, "right", 720, CancellationToken.None);
        Assert.NotNull(after);
        Assert.NotEqual(before, after);
        Assert.False(IsRunning(before!));
        Assert.True(IsRunning(after!));
    }

    [Fact]
    public async Task Whoever_goes_away_leaves_no_picture_to_the_next()
    {
        await using var worker = new ChartWorker(await SettingsAsync() with { Patience = TimeSpan.FromMinutes(1) }, NullLogger<ChartWorker>.Instance);
        using var gone = new CancellationTokenSource();
        var asked = worker.RenderAsync(Samples.Trend, "hang", 720, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.StartsWith("<svg>", await worker.RenderAsync(Samples.Trend, "right", 720, CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_node_there_is_no_picture_and_no_fault()
    {
        await using var worker = new ChartWorker(Real with { Node = Path.Combine(folder.FullName, "node") }, NullLogger<ChartWorker>.Instance);
        Assert.Null(await worker.RenderAsync(Samples.Trend, "", 720, CancellationToken.None));
    }

    private static bool IsRunning(string picture)
    {
        var id = int.Parse(picture["<svg>".Length..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        return Directory.Exists($"/proc/{id}") && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
    }

    private async Task<WorkerSettings> SettingsAsync()
    {
        var script = Path.Combine(folder.FullName, "wrong.mjs");
        await File.WriteAllTextAsync(script, Wrong);
        return new WorkerSettings("node", script, TimeSpan.FromSeconds(3));
    }
}
