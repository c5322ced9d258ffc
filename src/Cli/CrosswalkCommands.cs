using System.CommandLine;
using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks.Crosswalks;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

/// <summary>What other frameworks ask for, and what ours hold of it.</summary>
internal static class CrosswalkCommands
{
    private static readonly IReadOnlyList<Column<CrosswalkView>> Columns =
    [
        new("crosswalk", v => v.Crosswalk.Code), new("title", v => v.Crosswalk.Title), new("framework", v => v.View.Framework.Code.Value),
        new("version", v => v.View.Framework.Version), new("asked", v => v.Coverage.Values.Count),
        .. Enum.GetValues<HoldingState>().Select(s => new Column<CrosswalkView>(CrosswalkCells.NameOf(s), v => v.Coverage.Count(s))),
    ];

    private static readonly IReadOnlyList<Column<(CrosswalkView View, CoveredValue Value)>> ValueColumns =
        [.. CrosswalkCells.Columns.Select((name, i) => new Column<(CrosswalkView View, CoveredValue Value)>(name, r => CrosswalkCells.Of(r.View, r.Value)[i]))];

    private static readonly IReadOnlyList<Column<AskedGroup>> GroupColumns = [new("code", g => g.Code), new("title", g => g.Title), new("values", g => g.Values.Count)];

    public static Command Group() => new("crosswalk", Words.Of("crosswalk")) { List(), Coverage() };

    /// <summary>Says every fault of a file, or the groups of what it asks.</summary>
    public static async Task<int> CheckAsync(string path)
    {
        var reading = CrosswalkFolder.Read(path);
        if (reading.Crosswalk is not { } crosswalk)
        {
            return Exit.Tell([.. reading.Faults.Select(f => FrameworkPlace.Told(f))]);
        }

        await Listing.WriteAsync(ListFormat.Json, GroupColumns, [.. crosswalk.Groups]);
        return Exit.Done;
    }

    private static Command List()
    {
        var format = Listing.Format(ListFormat.Json);
        var command = new Command("list", Words.Of("crosswalk.list")) { format };
        command.SetAction((parsed, cancel) => Session.RunAsync<CrosswalkQuery>(
            parsed,
            async (query, stop) =>
            {
                var views = await query.AllAsync(stop);
                await Listing.WriteAsync(parsed.GetValue(format), Columns, views.All);
                return views.Unfit.Count == 0 ? Exit.Done : Exit.Tell([.. views.Unfit.Select(u => FrameworkPlace.Told(u.Fault, u.File))]);
            },
            cancel));
        return command;
    }

    private static Command Coverage()
    {
        var code = new Option<string>("--crosswalk") { Description = Words.Of("crosswalk.code"), HelpName = "CODE", Required = true };
        var framework = new Option<string?>("--framework") { Description = Words.Of("crosswalk.framework"), HelpName = "CODE" };
        var format = Listing.Format(ListFormat.Csv);
        var command = new Command("coverage", Words.Of("crosswalk.coverage")) { code, framework, format };
        command.SetAction((parsed, cancel) => Session.RunAsync<CrosswalkQuery>(
            parsed,
            async (query, stop) =>
            {
                var one = parsed.GetValue(framework);
                var found = (await query.AllAsync(stop)).All
                    .Where(v => v.Crosswalk.Code == parsed.GetValue(code) && (one is null || v.View.Framework.Code.Value == one)).ToList();
                if (found.Count == 0)
                {
                    return Exit.Tell(new Problem("frameworks.crosswalk-unknown", null, parsed.GetValue(code)));
                }

                await Listing.WriteAsync(parsed.GetValue(format), ValueColumns, found.SelectMany(v => v.Coverage.Values.Select(c => (v, c))));
                return Exit.Done;
            },
            cancel));
        return command;
    }
}
