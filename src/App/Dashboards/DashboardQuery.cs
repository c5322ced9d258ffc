using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Series;
using Responsables.App.Targets;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;

namespace Responsables.App.Dashboards;

/// <summary>What is asked of a dashboard; what is left out takes the latest year, the person's own node, validated figures, the first P1 indicator.</summary>
public sealed record DashboardRequest(
    int? Year, NodeKey? Node, FigureLevel Level, IndicatorCode? Indicator, PerimeterReading Reading = PerimeterReading.Published);

/// <summary>Reads the page of a node: its figures of every year, those of its children for two years, and its targets.</summary>
public sealed class DashboardQuery(ConsolidationSources sources, NodeHistoryQuery histories, TargetsQuery targets)
{
    public async Task<Dashboard?> RunAsync(Actor actor, DashboardRequest request, CancellationToken cancel)
    {
        var campaigns = await histories.CampaignsAsync(cancel);
        var campaign = request.Year is { } asked ? campaigns.FirstOrDefault(c => c.Year == asked) : DefaultOf(campaigns);
        if (campaign is null)
        {
            return null;
        }

        var own = await sources.PerimeterOfAsync(campaign, cancel);
        var node = request.Node ?? FigureAccess.OwnNode(actor, own);
        // At the current perimeter a body has a past before it came: its predecessors'.
        var perimeter = own.Has(node) || request.Reading == PerimeterReading.Published ? own : (await histories.LatestWithAsync(node, cancel))?.Perimeter ?? own;
        var levels = perimeter.Has(node) ? FigureAccess.LevelsOf(actor, perimeter, node) : [];
        if (!levels.Contains(request.Level)
            || await histories.RunAsync(actor, node, WholeReading(request.Reading), request.Level, campaigns[0].Year, campaigns[^1].Year, cancel) is not { } whole)
        {
            return null;
        }

        var history = request.Reading != PerimeterReading.LikeForLike ? whole
            : (await histories.RunAsync(actor, node, request.Reading, request.Level, campaign.Year - 1, campaign.Year, cancel))!;
        if (history.Years.FirstOrDefault(y => y.Year == campaign.Year) is not { Bodies.Bodies: > 0 } year)
        {
            return null;
        }

        var before = history.Years.FirstOrDefault(y => y.Year == campaign.Year - 1 && y.Campaign.FrameworkCode == campaign.FrameworkCode);
        var aims = (await targets.OfNodeAsync(actor, node, cancel, code => year.Compiled.Framework.FindIndicator(code) is not null)).ToLookup(t => (t.Target.Indicator, t.Target.Output));
        // What a branch adds is shown in its own tree, and where there is nobody else: elsewhere it would be about a few of the bodies.
        var home = perimeter.Body(new OrganizationCode(node.Value))?.Branch ?? (perimeter.Under(node).Select(b => b.Branch).Distinct().ToList() is [var only] ? only : null);
        var lines = year.Compiled.Framework.Indicators
            .Select(i => LineOf(i, year, before, whole, aims[(i.Code, i.Main.Name)]))
            .Where(l => l.Figure.Reason != NoValue.NotAsked && (l.Indicator.Branch is not { } branch || branch == home)).ToList();
        var chosen = lines.Find(l => l.Indicator.Code == request.Indicator) ?? lines.Find(l => l.Indicator.Priority == Priority.P1);
        return new Dashboard(
            campaign, year.Compiled.Framework, [.. whole.Years.Where(y => y.Bodies.Bodies > 0).Select(y => y.Year).Reverse()], node, sources.Names.Of(perimeter, node),
            year.Bodies.Bodies, request.Level, request.Reading, levels, PathOf(actor, perimeter, node), lines,
            chosen is null ? null : await ChildrenAsync(actor, campaign, perimeter, node, request, chosen.Indicator, cancel),
            [.. history.Years.Where(y => y.Parts is null).Select(y => y.Year)], year.Bodies);
    }

    // The latest year whose entry has begun to give figures is the natural one; before the first, the only one there is.
    private static Campaign? DefaultOf(IReadOnlyList<Campaign> campaigns) => campaigns.LastOrDefault(c => c.ClosedAt is not null) ?? (campaigns is [.., var last] ? last : null);

    // What is like for like depends on the span: for two years it is read apart.
    private static PerimeterReading WholeReading(PerimeterReading reading) => reading == PerimeterReading.Current ? reading : PerimeterReading.Published;

    private static List<(NodeKey, string)> PathOf(Actor actor, CampaignPerimeter perimeter, NodeKey node) =>
        perimeter.Body(new OrganizationCode(node.Value)) is { } body
            ? [.. body.Ancestors.Reverse().Select(a => perimeter.Body(a)!).Where(a => FigureAccess.LevelsOf(actor, perimeter, a.Node).Count > 0).Append(body)
                .Select(p => (p.Node, p.ShortName))]
            : [(perimeter.Root.Node, perimeter.Root.ShortName)];

    private static DashboardLine LineOf(Indicator indicator, HistoryYear year, HistoryYear? before, NodeHistory whole, IEnumerable<TargetRead> targets) => new(
        indicator,
        year.FigureOf(indicator.Code, indicator.Main.Name, CellKey.Total)!,
        before?.FigureOf(indicator.Code, indicator.Main.Name, CellKey.Total),
        [.. whole.Years.Where(y => y.Campaign.FrameworkCode == year.Campaign.FrameworkCode && y.Year <= year.Year)
            .Select(y => (y.Year, y.FigureOf(indicator.Code, indicator.Main.Name, CellKey.Total)?.Value))],
        targets.OrderBy(t => t.Target.Year < year.Year).ThenBy(t => Math.Abs(t.Target.Year - year.Year)).FirstOrDefault());

    private async Task<ChildrenTable> ChildrenAsync(
        Actor actor, Campaign campaign, CampaignPerimeter perimeter, NodeKey node, DashboardRequest request, Indicator indicator, CancellationToken cancel)
    {
        var all = perimeter.ChildrenOf(node);
        var seen = all.Where(c => FigureAccess.LevelsOf(actor, perimeter, c.Node).Contains(request.Level)).ToList();
        var read = await histories.ManyAsync(actor, seen.Select(c => c.Node), request.Reading, request.Level, campaign.Year - 1, campaign.Year, cancel);
        Figure? At(NodeKey child, int year) => read.GetValueOrDefault(child)?.Years.FirstOrDefault(y => y.Year == year && y.Campaign.FrameworkCode == campaign.FrameworkCode)
            ?.FigureOf(indicator.Code, indicator.Main.Name, CellKey.Total);
        var rows = from child in seen
            let figure = At(child.Node, campaign.Year)
            where figure is { Reason: not NoValue.NotAsked }
            orderby figure.Value.HasValue descending, figure.Value descending
            select new ChildFigure(child.Node, child.ShortName, figure, At(child.Node, campaign.Year - 1));
        return new ChildrenTable(indicator, [.. rows], all.Count - seen.Count);
    }
}
