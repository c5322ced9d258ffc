using Responsables.App.Consolidation;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;
using Responsables.Domain.Shared;

namespace Responsables.App.Series;

/// <summary>Which series is wanted; what is left out: every year there is, the indicator's figure, its whole.</summary>
/// <param name="Across">Whether the years of the frameworks linked to the indicator's are read too.</param>
public sealed record SeriesRequest(
    IndicatorCode Indicator, NodeKey Node, PerimeterReading Reading, FigureLevel Level, int? From = null, int? To = null, string? Output = null,
    CellKey? Cell = null, bool Across = false);

/// <summary>A series and what it is of.</summary>
/// <param name="Output">The output that was asked for, as the latest framework that has it defines it.</param>
public sealed record SeriesRead(Indicator Indicator, Output Output, CellKey Cell, NodeHistory History, IReadOnlyList<SeriesPoint> Points);

/// <summary>Reads one series of a node.</summary>
public sealed class SeriesQuery(NodeHistoryQuery histories, ConsolidationSources sources, Continuities continuities)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    public async Task<Outcome<SeriesRead>> RunAsync(Actor actor, SeriesRequest request, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        var indicator = await IndicatorAsync(request.Indicator, cancel);
        var output = indicator is null || request.Output is null ? indicator?.Main : indicator.Outputs.FirstOrDefault(o => o.Name == request.Output);
        var cell = request.Cell ?? CellKey.Total;
        if (indicator is null)
        {
            problems.Add(new Problem("series.indicator-unknown", null, request.Indicator));
        }
        else if (output is null)
        {
            problems.Add(new Problem("series.output-unknown", null, request.Output, string.Join(", ", indicator.Outputs.Select(o => o.Name))));
        }
        else if (!cell.IsTotal && !output.Cells.Contains(cell))
        {
            problems.Add(new Problem("series.cell-unknown", null, cell, output.Cells.Count == 0 ? "—" : string.Join(", ", output.Cells)));
        }

        if (await histories.LatestWithAsync(request.Node, cancel) is null)
        {
            problems.Add(new Problem("series.node-unknown", null, request.Node));
        }

        if (request.From is < FirstYear or > LastYear || request.To is < FirstYear or > LastYear)
        {
            problems.Add(new Problem("series.year-range", null, FirstYear, LastYear));
        }

        if (request.From > request.To)
        {
            problems.Add(new Problem("series.years-upside-down", null, request.From, request.To));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<SeriesRead>(problems);
        }

        var (from, to) = await SpanAsync(indicator!, output!, request.Across, cancel);
        var history = await histories.RunAsync(actor, request.Node, request.Reading, request.Level, request.From ?? from, request.To ?? to, cancel);
        return history is null
            ? Outcome.Missing<SeriesRead>()
            : Outcome.Done(new SeriesRead(indicator!, output!, cell, history, history.SeriesOf(new SeriesKey(indicator!.Code, output!.Name, cell), request.Across)));
    }

    /// <summary>An indicator as the latest campaign that has it defines it; null when none has.</summary>
    public async Task<Indicator?> IndicatorAsync(IndicatorCode code, CancellationToken cancel)
    {
        foreach (var campaign in (await histories.CampaignsAsync(cancel)).Reverse())
        {
            if ((await sources.FrameworkOfAsync(campaign, cancel)).Framework.FindIndicator(code) is { } indicator)
            {
                return indicator;
            }
        }

        return null;
    }

    /// <summary>The first and the last year in which the series can be read.</summary>
    private async Task<(int From, int To)> SpanAsync(Indicator indicator, Output output, bool across, CancellationToken cancel)
    {
        IReadOnlyList<SeriesStep> steps = across
            ? SeriesChain.Of(indicator.Code, output.Name, continuities)
            : [new SeriesStep(indicator.Code, output.Name, 1, null)];
        var years = new List<int>();
        foreach (var campaign in await histories.CampaignsAsync(cancel))
        {
            var framework = (await sources.FrameworkOfAsync(campaign, cancel)).Framework;
            if (steps.Any(s => framework.FindIndicator(s.Indicator) is not null))
            {
                years.Add(campaign.Year);
            }
        }

        return (years[0], years[^1]);
    }
}
