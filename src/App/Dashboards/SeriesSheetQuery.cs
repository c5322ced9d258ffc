using Responsables.App.Consolidation;
using Responsables.App.Series;
using Responsables.App.Targets;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;
using Responsables.Domain.Shared;

namespace Responsables.App.Dashboards;

/// <summary>Which sheet is wanted; what is left out: the indicator's figure, its whole, the last two years that have a value.</summary>
public sealed record SeriesSheetRequest(
    IndicatorCode Indicator, NodeKey Node, FigureLevel Level, string? Output = null, CellKey? Cell = null, bool IsAcross = true, int? From = null, int? To = null);

/// <summary>A series in its three readings, with what explains its last move and where it should go.</summary>
/// <param name="CanCross">Whether another framework holds a part of the series.</param>
/// <param name="Targets">Those of the node for this output, or for what it continues; the next one first.</param>
/// <param name="Variation">Null when there are not two years with a value, or when they cannot be compared.</param>
/// <param name="Running">Years that are not over: too few have answered to stand beside the others.</param>
/// <param name="Commitment">Number of the engagement of the indicator.</param>
public sealed record SeriesSheet(
    NodeKey Node, NodeName Name, int LatestYear, FigureLevel Level, IReadOnlyList<FigureLevel> Levels, Framework Framework, int Commitment,
    SeriesRead Published, SeriesRead Current, SeriesRead LikeForLike, bool IsAcross, bool CanCross, IReadOnlyList<TargetRead> Targets, VariationRead? Variation,
    IReadOnlyList<Problem> VariationProblems, IReadOnlySet<int> Running)
{
    public Indicator Indicator => Published.Indicator;

    public Output Output => Published.Output;

    /// <summary>Whether a year may be told beside the others: it is over, or there is no other.</summary>
    public bool Stands(int year) => !Running.Contains(year) || Published.Points.All(p => p.Value is null || Running.Contains(p.Year));

    /// <summary>The three readings, as published first.</summary>
    public IReadOnlyList<SeriesRead> Readings => [Published, Current, LikeForLike];
}

/// <summary>Reads the sheet of a series.</summary>
public sealed class SeriesSheetQuery(
    SeriesQuery series, VariationQuery variations, NodeHistoryQuery histories, TargetsQuery targets, ConsolidationSources sources, Continuities continuities, TimeProvider clock)
{
    public async Task<SeriesSheet?> RunAsync(Actor actor, SeriesSheetRequest request, CancellationToken cancel)
    {
        if (await histories.LatestWithAsync(request.Node, cancel) is not var (campaign, perimeter)
            || await ReadAsync(actor, request, PerimeterReading.Published, cancel) is not { } published
            || await ReadAsync(actor, request, PerimeterReading.Current, cancel) is not { } current
            || await ReadAsync(actor, request, PerimeterReading.LikeForLike, cancel) is not { } kept)
        {
            return null;
        }

        var steps = SeriesChain.Of(published.Indicator.Code, published.Output.Name, continuities);
        var aims = (await targets.OfNodeAsync(actor, request.Node, cancel))
            .Where(t => steps.Any(s => s.Indicator == t.Target.Indicator && s.Output == t.Target.Output && s.Factor == 1) && published.Cell.IsTotal);
        var framework = published.History.Years.Select(y => y.Compiled.Framework).Last(f => f.FindIndicator(published.Indicator.Code) is not null);
        var now = clock.GetUtcNow();
        var running = published.History.Years.Where(y => y.Campaign.ClosedAt is null && now <= y.Campaign.AcceptanceTo).Select(y => y.Year).ToHashSet();
        var (variation, problems) = await VariationAsync(actor, request, published, running, cancel);
        return new SeriesSheet(
            request.Node, sources.Names.Of(perimeter, request.Node), campaign.Year, request.Level, FigureAccess.LevelsOf(actor, perimeter, request.Node), framework,
            framework.Commitments.First(c => c.Topics.Any(t => t.Indicators.Any(i => i.Code == published.Indicator.Code))).Number,
            published, current, kept, request.IsAcross, steps.Count > 1,
            [.. aims.OrderBy(t => t.Target.Year < campaign.Year).ThenBy(t => Math.Abs(t.Target.Year - campaign.Year))], variation, problems, running);
    }

    private async Task<SeriesRead?> ReadAsync(Actor actor, SeriesSheetRequest request, PerimeterReading reading, CancellationToken cancel) =>
        await series.RunAsync(
            actor,
            new SeriesRequest(request.Indicator, request.Node, reading, request.Level, Output: request.Output, Cell: request.Cell, Across: request.IsAcross),
            cancel) is Outcome<SeriesRead>.Done { Value: var read } ? read : null;

    private async Task<(VariationRead? Variation, IReadOnlyList<Problem> Problems)> VariationAsync(
        Actor actor, SeriesSheetRequest request, SeriesRead read, HashSet<int> running, CancellationToken cancel)
    {
        var known = read.Points.Where(p => p is { Value: not null, IsComparable: true }).Select(p => p.Year).ToList();
        known = known.Count(y => !running.Contains(y)) > 1 ? known.FindAll(y => !running.Contains(y)) : known;
        if (!read.Cell.IsTotal || known.Count < 2 || (request.From is null) != (request.To is null))
        {
            return (null, []);
        }

        var asked = new VariationRequest(request.Indicator, request.Node, request.Level, request.From ?? known[^2], request.To ?? known[^1], request.Output);
        return await variations.ExplainAsync(actor, asked, read, cancel) switch
        {
            Outcome<VariationRead>.Done done => (done.Value, []),
            Outcome<VariationRead>.Refused refused => (null, refused.Problems),
            _ => (null, []),
        };
    }
}
