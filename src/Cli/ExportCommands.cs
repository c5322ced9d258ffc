using System.CommandLine;
using Responsables.App.Publications;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

/// <summary>The files of an edition.</summary>
internal static class ExportCommands
{
    public static Command Export()
    {
        var number = EditionCommands.Number();
        var format = Choices.Option("--format", Words.Of("edition.format"), EditionFormat.Json);
        var node = new Option<string?>("--node") { Description = Words.Of("edition.node"), HelpName = "CODE" };
        var sheets = new Option<bool>("--sheets") { Description = Words.Of("edition.sheets") };
        var folder = new Option<DirectoryInfo>("--output", "-o") { Description = Words.Of("edition.folder"), HelpName = "DIR", Required = true };
        var command = new Command("export", Words.Of("edition.export")) { number, format, node, sheets, folder };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(sheets) && parsed.GetValue(node) is not null)
            {
                parsed.AddError(Words.Of("edition.sheets-or-node"));
            }
        });
        command.SetAction((parsed, cancel) => Session.RunAsync<ExportEdition>(
            parsed,
            async (export, stop) =>
            {
                var (edition, kind, directory) = (parsed.GetValue(number), parsed.GetValue(format), parsed.GetValue(folder)!);
                return parsed.GetValue(sheets)
                    ? await SheetsAsync(export, edition, kind, directory, stop)
                    : await OneAsync(export, new EditionRequest(edition, kind, parsed.GetValue(node) is { } code ? new NodeKey(code) : null), directory, stop);
            },
            cancel));
        return command;
    }

    // One after the other: what was written stays if one cannot be made.
    private static async Task<int> SheetsAsync(ExportEdition export, int edition, EditionFormat format, DirectoryInfo folder, CancellationToken cancel)
    {
        var found = await export.SheetsAsync(Actor.Command, edition, cancel);
        if (found is not Outcome<IReadOnlyList<NodeKey>>.Done { Value: var bodies })
        {
            return await EditionCommands.OfAsync(edition, found, _ => Task.CompletedTask);
        }

        foreach (var body in bodies)
        {
            if (await OneAsync(export, new EditionRequest(edition, format, body), folder, cancel) is not Exit.Done and var failed)
            {
                return failed;
            }
        }

        return Exit.Done;
    }

    private static async Task<int> OneAsync(ExportEdition export, EditionRequest asked, DirectoryInfo folder, CancellationToken cancel) => await EditionCommands.OfAsync(
        asked.Number,
        await export.RunAsync(Actor.Command, asked, cancel),
        async files =>
        {
            folder.Create();
            foreach (var file in files)
            {
                var path = Path.Combine(folder.FullName, file.Name);
                await File.WriteAllBytesAsync(path, file.Bytes, cancel);
                await Console.Out.WriteLineAsync(path);
            }
        });
}
