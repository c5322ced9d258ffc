using Responsables.App.Consolidation;
using Responsables.App.Series;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;

namespace Responsables.App.Dashboards;

/// <summary>The same series at a branch.</summary>
public sealed record BranchSeries(NodeKey Node, NodeName Name, IReadOnlyList<SeriesPoint> Points);

/// <summary>Reads a national series branch by branch, as published: one statement for all.</summary>
public sealed class BranchSeriesQuery(NodeHistoryQuery histories, ConsolidationSources sources)
{
    /// <summary>The branches of the latest year that have a value and that this person may read, by name; none when the series is not that of the whole.</summary>
    public async Task<IReadOnlyList<BranchSeries>> RunAsync(Actor actor, SeriesSheet sheet, CancellationToken cancel)
    {
        if (await histories.LatestWithAsync(sheet.Node, cancel) is not var (_, perimeter) || perimeter.Root.Node != sheet.Node || sheet.Published.Points is not [var first, .., var last])
        {
            return [];
        }

        var read = await histories.ManyAsync(actor, perimeter.NodesOf(Hierarchy.Branch), PerimeterReading.Published, sheet.Level, first.Year, last.Year, cancel);
        var key = new SeriesKey(sheet.Indicator.Code, sheet.Output.Name, sheet.Published.Cell);
        return
        [
            .. from branch in read
                let points = branch.Value.SeriesOf(key, sheet.IsAcross)
                where points.Any(p => p.Value is not null)
                let name = sources.Names.Of(perimeter, branch.Key)
                orderby name.Name
                select new BranchSeries(branch.Key, name, points),
        ];
    }
}
