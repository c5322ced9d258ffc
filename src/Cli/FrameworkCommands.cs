using System.CommandLine;
using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;

namespace Responsables.Cli;

internal static class FrameworkCommands
{
    private static readonly IReadOnlyList<Column<FrameworkLine>> Columns =
    [
        new("code", f => f.Code), new("version", f => f.Version), new("title", f => f.Title), new("publisher", f => f.Publisher),
        new("first_year", f => f.FirstYear), new("last_year", f => f.LastYear), new("commitments", f => f.Commitments), new("topics", f => f.Topics),
        new("indicators", f => f.Indicators), new("priority_indicators", f => f.Prioritary), new("variables", f => f.Variables),
    ];

    public static Command Group() => new("framework", Words.Of("framework")) { Check(), List() };

    private static Command Check()
    {
        var file = new Argument<FileInfo>("FILE") { Description = Words.Of("framework.check.file") };
        var command = new Command("check", Words.Of("framework.check")) { file };
        command.SetAction((parsed, cancel) => Exit.GuardAsync(async () =>
        {
            var reading = FrameworkReader.Read(await File.ReadAllTextAsync(parsed.GetValue(file)!.FullName, cancel));
            if (reading.Framework is not { } framework)
            {
                return Exit.Tell([.. reading.Faults.Select(f => FrameworkPlace.Told(f))]);
            }

            await Listing.WriteAsync(ListFormat.Json, Columns, FrameworkLine.Of(framework));
            return Exit.Done;
        }));
        return command;
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
