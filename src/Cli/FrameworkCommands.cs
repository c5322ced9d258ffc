using System.CommandLine;
using Responsables.App.Frameworks;
using Responsables.App.Quality;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Quality;

namespace Responsables.Cli;

internal static class FrameworkCommands
{
    private static readonly IReadOnlyList<Column<FrameworkLine>> Columns =
    [
        new("code", f => f.Code), new("version", f => f.Version), new("title", f => f.Title), new("publisher", f => f.Publisher),
        new("first_year", f => f.FirstYear), new("last_year", f => f.LastYear), new("commitments", f => f.Commitments), new("topics", f => f.Topics),
        new("indicators", f => f.Indicators), new("priority_indicators", f => f.Prioritary), new("variables", f => f.Variables),
    ];

    private static readonly IReadOnlyList<Column<Continuity>> LinkColumns =
    [
        new("from", l => l.From.Value), new("from_output", l => l.FromOutput), new("to", l => l.To.Value), new("to_output", l => l.ToOutput),
        new("link", l => l.Link.ToString().ToLowerInvariant()), new("factor", l => l.Factor),
    ];

    private static readonly IReadOnlyList<Column<QualityRule>> RuleColumns =
    [
        new("code", r => r.Code), new("kind", r => r.Kind.ToString()), new("severity", r => r.Severity.ToString().ToLowerInvariant()), new("title", r => r.Title),
        new("on", r => string.Join(' ', r.On)),
    ];

    public static Command Group() => new("framework", Words.Of("framework")) { Check(), List() };

    private static Command Check()
    {
        var file = new Argument<FileInfo>("FILE") { Description = Words.Of("framework.check.file") };
        var command = new Command("check", Words.Of("framework.check")) { file };
        command.SetAction((parsed, cancel) => Exit.GuardAsync(async () =>
        {
            var path = parsed.GetValue(file)!.FullName;
            if (FrameworkFolder.IsContinuities(path))
            {
                return await LinksAsync(path);
            }

            if (QualityFolder.Holds(path))
            {
                return await RulesAsync(path);
            }

            if (CrosswalkFolder.Holds(path))
            {
                return await CrosswalkCommands.CheckAsync(path);
            }

            var reading = FrameworkReader.Read(await File.ReadAllTextAsync(path, cancel));
            if (reading.Framework is not { } framework)
            {
                return Exit.Tell([.. reading.Faults.Select(f => FrameworkPlace.Told(f))]);
            }

            await Listing.WriteAsync(ListFormat.Json, Columns, FrameworkLine.Of(framework));
            return Exit.Done;
        }));
        return command;
    }

    private static async Task<int> LinksAsync(string path)
    {
        var reading = FrameworkFolder.ReadContinuities(path);
        if (reading.Continuities is not { } links)
        {
            return Exit.Tell([.. reading.Faults.Select(f => FrameworkPlace.Told(f))]);
        }

        await Listing.WriteAsync(ListFormat.Json, LinkColumns, [.. links.All]);
        return Exit.Done;
    }

    private static async Task<int> RulesAsync(string path)
    {
        var reading = QualityFolder.Read(path);
        if (reading.Rules is not { } rules)
        {
            return Exit.Tell([.. reading.Faults.Select(f => FrameworkPlace.Told(f))]);
        }

        await Listing.WriteAsync(ListFormat.Json, RuleColumns, [.. rules.All]);
        return Exit.Done;
    }

    private static Command List()
    {
        var format = Listing.Format(ListFormat.Json);
        var command = new Command("list", Words.Of("framework.list")) { format };
        command.SetAction((parsed, cancel) => Session.RunAsync<FrameworkList>(
            parsed,
            async (frameworks, stop) =>
            {
                await Listing.WriteAsync(parsed.GetValue(format), Columns, await frameworks.AllAsync(stop));
                return Exit.Done;
            },
            cancel));
        return command;
    }
}
