using Responsables.App.Campaigns;
using Responsables.App.Organizations;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>The validated figure of an indicator by region or department.</summary>
/// <param name="Areas">Every region or department; its value where there is one that this person may read.</param>
public sealed record IndicatorTerritories(Campaign Campaign, Hierarchy Hierarchy, IReadOnlyList<AreaFigure> Areas);

/// <param name="Code">INSEE code.</param>
/// <param name="Value">Null: no body there, no value, or not for whoever looks; which of them is not told.</param>
public sealed record AreaFigure(string Code, string Name, decimal? Value);

/// <summary>Reads the figures of the nodes of a hierarchy, as the dashboards of these nodes would show them: one statement.</summary>
public sealed class IndicatorTerritoriesQuery(ConsolidationSources sources, Geography geography)
{
    /// <summary>Fewer than two areas with a value are not compared.</summary>
    private const int Fewest = 2;

    /// <summary>The figures; null when fewer than two areas have one that this person may read.</summary>
    public async Task<IndicatorTerritories?> RunAsync(Actor actor, Campaign campaign, IndicatorCode code, Hierarchy hierarchy, CancellationToken cancel)
    {
        var compiled = await sources.FrameworkOfAsync(campaign, cancel);
        if (compiled.Framework.FindIndicator(code) is not { } indicator)
        {
            return null;
        }

        var perimeter = await sources.PerimeterOfAsync(campaign, cancel);
        var nodes = perimeter.NodesOf(hierarchy).Where(n => FigureAccess.LevelsOf(actor, perimeter, n).Contains(FigureLevel.Validated));
        var parts = await sources.Store.WholesAsync(campaign.Id, compiled.Layout, FigureLevel.Validated, nodes, cancel);
        var slot = compiled.Layout.Main(indicator);
        var values = parts.ToDictionary(p => CodeOf(p.Key), p => Figure.Of(p.Value, slot).Value);
        var all = hierarchy == Hierarchy.Region ? geography.Regions : geography.Departments;
        var areas = all.Select(a => new AreaFigure(a.Key, a.Value, values.GetValueOrDefault(a.Key))).ToList();
        return areas.Count(a => a.Value is not null) < Fewest ? null : new IndicatorTerritories(campaign, hierarchy, areas);
    }

    private static string CodeOf(NodeKey node) => node.Value[(node.Value.IndexOf('-', StringComparison.Ordinal) + 1)..];
}
