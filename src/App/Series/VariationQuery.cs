using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;
using Responsables.Domain.Shared;

namespace Responsables.App.Series;

/// <summary>Which variation is to be explained.</summary>
public sealed record VariationRequest(IndicatorCode Indicator, NodeKey Node, FigureLevel Level, int From, int To, string? Output = null);

/// <summary>A variation explained.</summary>
/// <param name="Published">The two years as published.</param>
/// <param name="Kept">The same years for the bodies that are there in both.</param>
/// <param name="Volume">The variable that the figure follows; null when none is declared or known.</param>
/// <param name="Effects">Null when a published figure is missing or withheld.</param>
public sealed record VariationRead(
    int From, int To, SeriesRead Published, IReadOnlyList<SeriesPoint> Kept, VariableCode? Volume, VariationTerms? Terms, VariationEffects? Effects);

/// <summary>Explains the change of a figure between two years: perimeter, climate, volume, method, and the rest.</summary>
public sealed class VariationQuery(SeriesQuery series)
{
    public async Task<Outcome<VariationRead>> RunAsync(Actor actor, VariationRequest request, CancellationToken cancel)
    {
        if (request.From >= request.To)
        {
            return Reversed(request);
        }

        return await series.RunAsync(actor, Asked(request), cancel) switch
        {
            Outcome<SeriesRead>.Done published => await ExplainAsync(actor, request, published.Value, cancel),
            Outcome<SeriesRead>.Refused refused => Outcome.Refused<VariationRead>(refused.Problems),
            _ => Outcome.Missing<VariationRead>(),
        };
    }

    /// <summary>Explains it from a series that was read already, as published, over these years at least.</summary>
    internal async Task<Outcome<VariationRead>> ExplainAsync(Actor actor, VariationRequest request, SeriesRead read, CancellationToken cancel)
    {
        if (request.From >= request.To)
        {
            return Reversed(request);
        }

        var problems = new[] { request.From, request.To }.Where(y => read.Points.All(p => p.Year != y || p.Indicator is null))
            .Select(y => new Problem("series.year-without", null, request.Indicator, y)).ToList();
        if (read.Points.Any(p => (p.Year == request.From || p.Year == request.To) && p is { Indicator: not null, IsComparable: false }))
        {
            problems.Add(new Problem("series.variation-across-break", null, request.From, request.To));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<VariationRead>(problems);
        }

        var kept = (Outcome<SeriesRead>.Done)await series.RunAsync(actor, Asked(request) with { Reading = PerimeterReading.LikeForLike }, cancel);
        return Outcome.Done(Explained(request, read, kept.Value));
    }

    private static Outcome<VariationRead> Reversed(VariationRequest request) =>
        Outcome.Refused<VariationRead>(new Problem("series.variation-years", null, request.From, request.To));

    private static SeriesRequest Asked(VariationRequest request) => new(
        request.Indicator, request.Node, PerimeterReading.Published, request.Level, request.From, request.To, request.Output, Across: true);

    private static VariationRead Explained(VariationRequest request, SeriesRead published, SeriesRead kept)
    {
        SeriesPoint At(SeriesRead read, int year) => read.Points.First(p => p.Year == year);
        Pair? Values(SeriesRead read) => At(read, request.From).Value is { } before && At(read, request.To).Value is { } after ? new Pair(before, after) : null;
        var (first, last) = (kept.History.Years[0], kept.History.Years[^1]);
        var (was, now) = (At(kept, request.From), At(kept, request.To));
        var output = published.Output;
        var driven = (Before: first.VolumeOf(was.Indicator!.Value, was.Output!), After: last.VolumeOf(now.Indicator!.Value, now.Output!));
        var volume = driven is { Before: { } d0, After: { } d1 } && d0.Variable == d1.Variable ? (d0.Variable, Pair: new Pair(d0.Value, d1.Value)) : ((VariableCode, Pair Pair)?)null;
        var isWithheld = was.IsWithheld || now.IsWithheld;
        var nobody = was.Bodies is { Bodies: 0 } || now.Bodies is { Bodies: 0 };
        var terms = Values(published) is { } both && !isWithheld && (Values(kept) is not null || nobody)
            ? new VariationTerms(both, Values(kept), Corrected(kept, output, first, last), volume?.Pair, FactorOf(kept, request))
            : null;
        return new VariationRead(request.From, request.To, published, kept.Points, volume?.Item1, terms, terms?.Explain());
    }

    private static Pair? Corrected(SeriesRead kept, Output output, HistoryYear first, HistoryYear last) =>
        output.Corrected is { } corrected
        && first.FigureOf(kept.Indicator.Code, corrected, CellKey.Total)?.Value is { } before && last.FigureOf(kept.Indicator.Code, corrected, CellKey.Total)?.Value is { } after
            ? new Pair(before, after)
            : null;

    private static decimal FactorOf(SeriesRead read, VariationRequest request)
    {
        var year = read.History.Years[^1];
        return year.Compiled.Layout.Find(read.Indicator.Code, read.Output.Name, CellKey.Total) is { } slot
            ? NodeHistory.ChangesBetween(request.From, request.To, slot).Aggregate(1m, (factor, change) => factor * change.Factor)
            : 1;
    }
}
