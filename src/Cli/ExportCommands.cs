using System.CommandLine;
using Responsables.App.Publications;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.Cli;

/// <summary>The files of an edition.</summary>
internal static class ExportCommands
{
    public static Command Export()
    {
        var number = EditionCommands.Number();
        var format = Choices.Option("--format", Words.Of("edition.format"), EditionFormat.Json);
        var node = new Option<string?>("--node") { Description = Words.Of("edition.node"), HelpName = "CODE" };
        var folder = new Option<DirectoryInfo>("--output", "-o") { Description = Words.Of("edition.folder"), HelpName = "DIR", Required = true };
        var command = new Command("export", Words.Of("edition.export")) { number, format, node, folder };
        command.SetAction((parsed, cancel) => Session.RunAsync<ExportEdition>(
            parsed,
            async (export, stop) => await EditionCommands.OfAsync(
                parsed.GetValue(number),
                await export.RunAsync(
                    Actor.Command, new EditionRequest(parsed.GetValue(number), parsed.GetValue(format), parsed.GetValue(node) is { } code ? new NodeKey(code) : null), stop),
                async files =>
                {
                    var directory = parsed.GetValue(folder)!;
                    directory.Create();
                    foreach (var file in files)
                    {
                        var path = Path.Combine(directory.FullName, file.Name);
                        await File.WriteAllBytesAsync(path, file.Bytes, stop);
                        await Console.Out.WriteLineAsync(path);
                    }
                }),
            cancel));
        return command;
    }
}
