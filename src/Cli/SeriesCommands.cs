using System.CommandLine;
using System.Text.Json;
using Responsables.App.Series;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;

namespace Responsables.Cli;

internal static class SeriesCommands
{
    private static readonly IReadOnlyList<Column<SeriesPoint>> Columns =
    [
        new("year", p => p.Year), new("framework", p => p.Framework?.Value), new("indicator", p => p.Indicator?.Value), new("value", p => p.Value),
        new("numerator", p => p.Figure?.Numerator), new("denominator", p => p.Figure?.Denominator), new("organizations", p => p.Bodies?.Bodies),
        new("break", Breaks), new("unit", p => p.Unit, InCsv: false), new("reason", Reason, InCsv: false),
    ];

    private static readonly IReadOnlyList<Column<(string Effect, decimal? Value)>> Effects = [new("effect", e => e.Effect), new("value", e => e.Value)];

    public static Command Series()
    {
        var (indicator, node, status, format) = (Indicator(), Node(), Choices.Option("--status", Words.Of("consolidate.status"), FigureLevel.Validated), Listing.Format(ListFormat.Csv));
        var from = new Option<int?>("--from") { Description = Words.Of("series.from"), HelpName = "Y" };
        var to = new Option<int?>("--to") { Description = Words.Of("series.to"), HelpName = "Y" };
        var reading = Choices.Option(
            "--reading", Words.Of("series.reading"), PerimeterReading.Published, ("published", PerimeterReading.Published),
            ("current", PerimeterReading.Current), ("like-for-like", PerimeterReading.LikeForLike));
        var output = Output();
        var breakdown = new Option<string?>("--breakdown") { Description = Words.Of("series.breakdown"), HelpName = "CELL" };
        var across = new Option<bool>("--across-frameworks") { Description = Words.Of("series.across") };
        var command = new Command("series", Words.Of("series")) { indicator, node, from, to, reading, output, breakdown, status, across, format };
        command.SetAction((parsed, cancel) => Session.RunAsync<SeriesQuery>(
            parsed,
            async (series, stop) => await Exit.OfAsync(
                await series.RunAsync(
                    Actor.Command,
                    new SeriesRequest(
                        new IndicatorCode(parsed.GetValue(indicator)!), new NodeKey(parsed.GetValue(node)!), parsed.GetValue(reading), parsed.GetValue(status),
                        parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(output),
                        parsed.GetValue(breakdown) is { } cell ? new CellKey(cell) : null, parsed.GetValue(across)),
                    stop),
                read => Listing.WriteAsync(parsed.GetValue(format), Columns, Each(read.Points, parsed.GetValue(from), parsed.GetValue(to)))),
            cancel));
        return command;
    }

    public static Command Variation()
    {
        var (indicator, node, status, format) = (Indicator(), Node(), Choices.Option("--status", Words.Of("consolidate.status"), FigureLevel.Validated), Listing.Format(ListFormat.Csv));
        var from = new Option<int>("--from") { Description = Words.Of("variation.from"), HelpName = "Y", Required = true };
        var to = new Option<int>("--to") { Description = Words.Of("variation.to"), HelpName = "Y", Required = true };
        var output = Output();
        var command = new Command("variation", Words.Of("variation")) { indicator, node, from, to, output, status, format };
        command.SetAction((parsed, cancel) => Session.RunAsync<VariationQuery>(
            parsed,
            async (variation, stop) => await Exit.OfAsync(
                await variation.RunAsync(
                    Actor.Command,
                    new VariationRequest(
                        new IndicatorCode(parsed.GetValue(indicator)!), new NodeKey(parsed.GetValue(node)!), parsed.GetValue(status), parsed.GetValue(from),
                        parsed.GetValue(to), parsed.GetValue(output)),
                    stop),
                read => Listing.WriteAsync(
                    parsed.GetValue(format), Effects,
                    ("perimeter", read.Effects?.Perimeter), ("climate", read.Effects?.Climate), ("volume", read.Effects?.Volume), ("method", read.Effects?.Method),
                    ("performance", read.Effects?.Performance), ("total", read.Effects?.Total))),
            cancel));
        return command;
    }

    // One row a year of the span that was asked for, even before the first campaign or after the last.
    private static IEnumerable<SeriesPoint> Each(IReadOnlyList<SeriesPoint> points, int? from, int? to)
    {
        var known = points.ToDictionary(p => p.Year);
        var (first, last) = (from ?? known.Keys.Min(), to ?? known.Keys.Max());
        return Enumerable.Range(first, last - first + 1).Select(year => known.GetValueOrDefault(year) ?? SeriesPoint.None(year));
    }

    private static string? Breaks(SeriesPoint point) =>
        point.Breaks.Count == 0 ? null : string.Join(';', point.Breaks.Select(b => JsonNamingPolicy.SnakeCaseLower.ConvertName(b.Kind.ToString())).Distinct());

    private static string? Reason(SeriesPoint point) => point.Breaks.FirstOrDefault(b => b.Reason is not null)?.Reason;

    private static Option<string> Indicator() => new("--indicator") { Description = Words.Of("series.indicator"), HelpName = "CODE", Required = true };

    private static Option<string> Node() => new("--node") { Description = Words.Of("series.node"), HelpName = "CODE", Required = true };

    private static Option<string?> Output() => new("--output") { Description = Words.Of("series.output"), HelpName = "NAME" };
}
