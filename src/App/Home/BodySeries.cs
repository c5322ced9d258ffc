using Responsables.App.Consolidation;
using Responsables.App.Series;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;

namespace Responsables.App.Home;

/// <summary>One series of a body, and where it stands among the bodies of its network.</summary>
/// <param name="Points">Its years in the framework, the first one first, its predecessors' included.</param>
/// <param name="Peers">How the bodies of its network spread in the last year; null when they are too few to tell.</param>
public sealed record BodySeriesLine(Indicator Indicator, Figure Figure, IReadOnlyList<(int Year, decimal? Value)> Points, Spread? Peers);

/// <summary>The series of a body at its present perimeter, and its place in its network.</summary>
public sealed record BodySeries(int Year, Framework Framework, NodeKey Node, string Network, int Peers, IReadOnlyList<BodySeriesLine> Lines);

/// <summary>Reads the series of a body, validated figures only; quartiles of its network tell the value of nobody, and there are none under five bodies.</summary>
public sealed class BodySeriesQuery(NodeHistoryQuery histories, ConsolidationSources sources, TimeProvider clock)
{
    /// <summary>Null when it never had a place, when no year that is over has its figures, or when this person may not read them.</summary>
    public async Task<BodySeries?> RunAsync(Actor actor, OrganizationCode code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var campaigns = await histories.CampaignsAsync(cancel);
        if (campaigns.Count == 0
            || await histories.RunAsync(actor, new NodeKey(code.Value), PerimeterReading.Current, FigureLevel.Validated, campaigns[0].Year, campaigns[^1].Year, cancel) is not { } history)
        {
            return null;
        }

        foreach (var year in history.Years.Reverse())
        {
            var perimeter = await sources.PerimeterOfAsync(year.Campaign, cancel);
            if ((year.Campaign.ClosedAt is null && now <= year.Campaign.AcceptanceTo) || perimeter.Body(code) is not { } body)
            {
                continue;
            }

            var peers = perimeter.Bodies.Where(b => b.Network == body.Network).ToList();
            var own = await sources.Store.OwnAsync(year.Campaign.Id, year.Compiled.Layout, FigureLevel.Validated, peers.Select(p => p.Node), cancel);
            var lines = from indicator in year.Compiled.Framework.Indicators
                where year.Compiled.Framework.SaysMore(indicator.Main)
                let figure = OwnFigure(own, body.Node, year.Compiled.Layout.Main(indicator))
                where figure?.Value is not null
                select new BodySeriesLine(indicator, figure, Points(history, year, indicator), SpreadOf(own, year.Compiled.Layout.Main(indicator)));
            return new BodySeries(year.Year, year.Compiled.Framework, body.Node, body.Network, peers.Count, [.. lines]);
        }

        return null;
    }

    private static Figure? OwnFigure(Dictionary<NodeKey, Parts> own, NodeKey node, PartsSlot slot) => own.TryGetValue(node, out var parts) ? Figure.Of(parts, slot) : null;

    private static List<(int, decimal?)> Points(NodeHistory history, HistoryYear last, Indicator indicator) =>
        [.. history.Years.Where(y => y.Year <= last.Year && y.Campaign.FrameworkCode == last.Campaign.FrameworkCode)
            .Select(y => (y.Year, y.FigureOf(indicator.Code, indicator.Main.Name, CellKey.Total)?.Value))];

    // An amount says how large a body is, not how it stands among others: only what is related to something has a place.
    private static Spread? SpreadOf(Dictionary<NodeKey, Parts> own, PartsSlot slot) =>
        slot.Output.Formula.IsSum ? null : Spread.Of(own.Values.Select(parts => Figure.Of(parts, slot).Value).OfType<decimal>());
}
