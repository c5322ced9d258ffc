using System.CommandLine;
using System.Text;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.Cli;

internal static class AnswersCommands
{
    public static Command Group() => new("answers", Words.Of("answers")) { Import(), Export(), WorkbookCommands.Template() };

    private static Command Import()
    {
        var file = new Argument<FileInfo>("FILE") { Description = Words.Of("answers.file") };
        var year = CampaignCommands.Year();
        var dryRun = new Option<bool>("--dry-run") { Description = Words.Of("option.dry-run") };
        var sign = new Option<bool>("--sign") { Description = Words.Of("answers.sign") };
        var validate = new Option<bool>("--validate") { Description = Words.Of("answers.validate") };
        var mine = new Option<bool>("--mine") { Description = Words.Of("answers.mine") };
        var theirs = new Option<bool>("--theirs") { Description = Words.Of("answers.theirs") };
        var command = new Command("import", Words.Of("answers.import")) { file, year, dryRun, sign, validate, mine, theirs };
        command.Validators.Add(result =>
        {
            if (result.GetValue(validate) && !result.GetValue(sign))
            {
                result.AddError(Words.Of("usage.validate-without-sign"));
            }

            if (result.GetValue(mine) && result.GetValue(theirs))
            {
                result.AddError(Words.Of("usage.mine-and-theirs"));
            }
        });
        command.SetAction((parsed, cancel) => WorkbookCommands.IsOne(parsed.GetValue(file)!)
            ? WorkbookCommands.ImportAsync(
                parsed, parsed.GetValue(file)!, parsed.GetValue(year), parsed.GetValue(dryRun), parsed.GetValue(sign), parsed.GetValue(mine), parsed.GetValue(theirs), cancel)
            : parsed.GetValue(mine) || parsed.GetValue(theirs)
                ? Task.FromResult(Exit.Tell(new Domain.Shared.Problem("workbooks.choice-without-workbook", null)))
            : Session.RunAsync<ImportAnswers>(
            parsed,
            async (import, stop) =>
            {
                await using var content = parsed.GetValue(file)!.OpenRead();
                var wanted = new AnswersImport(parsed.GetValue(year), parsed.GetValue(dryRun), parsed.GetValue(sign), parsed.GetValue(validate));
                return await Exit.OfAsync(
                    await import.RunAsync(Actor.Command, content, wanted, Guid.CreateVersion7(), stop),
                    done => Listing.WriteAsync(
                        ListFormat.Json,
                        [
                            new Column<AnswersImported>("bodies", i => i.Bodies), new("created", i => i.Created), new("changed", i => i.Changed),
                            new("unchanged", i => i.Unchanged), new("signed", i => i.Signed), new("validated", i => i.Validated),
                            new("dry_run", i => i.DryRun),
                        ],
                        done));
            },
            cancel));
        return command;
    }

    private static Command Export()
    {
        var year = CampaignCommands.Year();
        var under = new Option<string?>("--under") { Description = Words.Of("organizations.under"), HelpName = "CODE" };
        var status = Choices.Option("--status", Words.Of("answers.status"), ExportedStatus.All);
        var output = new Option<FileInfo?>("--output", "-o") { Description = Words.Of("answers.output"), HelpName = "FILE.csv" };
        var command = new Command("export", Words.Of("answers.export")) { year, under, status, output };
        command.SetAction((parsed, cancel) => Session.RunAsync<ExportAnswers>(
            parsed,
            async (export, stop) => await Exit.OfAsync(
                await export.RunAsync(
                    Actor.Command, parsed.GetValue(year), parsed.GetValue(under) is { } code ? new OrganizationCode(code) : null,
                    parsed.GetValue(status), () => Open(parsed.GetValue(output)), stop),
                _ => Task.CompletedTask),
            cancel));
        return command;
    }

    private static StreamWriter Open(FileInfo? file) =>
        new(file is null ? Console.OpenStandardOutput() : file.Create(), new UTF8Encoding(false), 1 << 16);
}
