using System.CommandLine;
using System.Text.Json;
using Responsables.App.Targets;
using Responsables.Domain.Accounts;
using Responsables.Domain.Targets;

namespace Responsables.Cli;

internal static class TargetsCommands
{
    private static readonly IReadOnlyList<Column<TargetRead>> Columns =
    [
        new("node", t => t.Target.Node.Value), new("indicator", t => t.Target.Indicator.Value), new("output", t => t.Target.Output),
        new("kind", t => t.Target.Kind.ToString().ToLowerInvariant()), new("baseline_year", t => t.Target.BaselineYear),
        new("baseline_value", t => t.Standing.Baseline), new("target_year", t => t.Target.Year), new("value", t => t.Target.Value),
        new("direction", t => t.Target.Side == WantedSide.AtLeast ? "up" : "down"), new("source", t => t.Target.Source), new("goal", t => t.Standing.Goal),
        new("current_year", t => t.Standing.CurrentYear), new("current", t => t.Standing.Current), new("distance", t => t.Standing.Distance),
        new("required_pace", t => t.Standing.RequiredPace), new("current_pace", t => t.Standing.CurrentPace), new("projected", t => t.Standing.Projected),
        new("status", t => JsonNamingPolicy.SnakeCaseLower.ConvertName(t.Standing.Status.ToString())),
    ];

    private static readonly IReadOnlyList<Column<TargetsKept>> Kept =
        [new("created", k => k.Created), new("changed", k => k.Changed), new("unchanged", k => k.Unchanged), new("dry_run", k => k.DryRun)];

    public static Command Group() => new("targets", Words.Of("targets")) { List(), Set(), Import() };

    private static Command List()
    {
        var node = new Option<string?>("--node") { Description = Words.Of("targets.node"), HelpName = "CODE" };
        var format = Listing.Format(ListFormat.Json);
        var command = new Command("list", Words.Of("targets.list")) { node, format };
        command.SetAction((parsed, cancel) => Session.RunAsync<TargetsQuery>(
            parsed,
            async (targets, stop) =>
            {
                var read = parsed.GetValue(node) is { } code ? await targets.OfNodeAsync(Actor.Command, new(code), stop) : await targets.AllAsync(Actor.Command, stop);
                await Listing.WriteAsync(parsed.GetValue(format), Columns, read);
                return Exit.Done;
            },
            cancel));
        return command;
    }

    private static Command Set()
    {
        var (node, indicator, output) = (Text("--node", "targets.node", "CODE"), Text("--indicator", "series.indicator", "CODE"), Text("--output", "series.output", "NAME", false));
        var (kind, value, direction) = (Text("--kind", "targets.kind", "absolute|relative|share"), Text("--value", "targets.value", "N"), Text("--direction", "targets.direction", "up|down", false));
        var (baselineYear, baselineValue) = (Text("--baseline-year", "targets.baseline-year", "Y"), Text("--baseline-value", "targets.baseline-value", "N", false));
        var (year, source) = (Text("--year", "targets.year", "Y"), Text("--source", "targets.source", "TEXT"));
        var command = new Command("set", Words.Of("targets.set")) { node, indicator, output, kind, value, direction, baselineYear, baselineValue, year, source };
        command.SetAction((parsed, cancel) => Session.RunAsync<SetTargets>(
            parsed,
            async (targets, stop) =>
            {
                string Of(Option<string> option) => parsed.GetValue(option) ?? "";
                var target = new TargetInput(
                    Of(node), Of(indicator), Of(output), Of(kind), Of(baselineYear), Of(baselineValue), Of(year), Of(value), Of(direction), Of(source));
                return await Exit.OfAsync(
                    await targets.RunAsync(Actor.Command, [target], false, Guid.CreateVersion7(), stop), kept => Listing.WriteAsync(ListFormat.Json, Kept, kept));
            },
            cancel));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("FILE.csv") { Description = Words.Of("targets.file") }.AcceptExistingOnly();
        var dryRun = new Option<bool>("--dry-run") { Description = Words.Of("option.dry-run") };
        var command = new Command("import", Words.Of("targets.import")) { file, dryRun };
        command.SetAction((parsed, cancel) => Session.RunAsync<SetTargets>(
            parsed,
            async (targets, stop) =>
            {
                await using var content = parsed.GetValue(file)!.OpenRead();
                return await Exit.OfAsync(
                    await targets.ImportAsync(Actor.Command, content, parsed.GetValue(dryRun), Guid.CreateVersion7(), stop),
                    kept => Listing.WriteAsync(ListFormat.Json, Kept, kept));
            },
            cancel));
        return command;
    }

    private static Option<string> Text(string name, string description, string help, bool required = true) =>
        new(name) { Description = Words.Of(description), HelpName = help, Required = required };
}
