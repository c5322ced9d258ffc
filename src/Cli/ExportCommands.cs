using System.CommandLine;
using Responsables.App.Publications;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

/// <summary>The files of an edition.</summary>
internal static class ExportCommands
{
    private enum ExportFormat { Json }

    public static Command Export()
    {
        var number = EditionCommands.Number();
        var format = Choices.Option("--format", Words.Of("edition.format"), ExportFormat.Json);
        var folder = new Option<DirectoryInfo>("--output", "-o") { Description = Words.Of("edition.folder"), HelpName = "DIR", Required = true };
        var command = new Command("export", Words.Of("edition.export")) { number, format, folder };
        command.SetAction((parsed, cancel) => Session.RunAsync<EditionsQuery>(
            parsed,
            async (editions, stop) =>
            {
                if (await editions.FindAsync(Actor.Command, parsed.GetValue(number), stop) is not { } read)
                {
                    return Exit.Tell(new Problem("publications.edition-unknown", null, parsed.GetValue(number)));
                }

                var directory = parsed.GetValue(folder)!;
                directory.Create();
                var path = Path.Combine(directory.FullName, $"edition-{read.Edition.Number}.json");
                await File.WriteAllBytesAsync(path, await editions.JsonAsync(read.Edition, withBodies: true, stop), stop);
                await Console.Out.WriteLineAsync(path);
                return Exit.Done;
            },
            cancel));
        return command;
    }
}
