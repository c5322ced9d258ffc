using System.CommandLine;
using Responsables.App.Workbooks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Workbooks;
using Responsables.Reports.Spreadsheets;

namespace Responsables.Cli;

/// <summary>Answers by workbook: made for bodies, and taken back by the verb of the other files.</summary>
internal static class WorkbookCommands
{
    /// <summary>Bytes by which a workbook is told from a text.</summary>
    private const int Signature = 4;

    public static Command Template()
    {
        var year = CampaignCommands.Year();
        var organization = new Option<string?>("--organization") { Description = Words.Of("template.organization"), HelpName = "CODE" };
        var under = new Option<string?>("--under") { Description = Words.Of("organizations.under"), HelpName = "CODE" };
        var output = new Option<FileInfo>("--output", "-o") { Description = Words.Of("template.output"), HelpName = "FILE.xlsx", Required = true };
        var command = new Command("template", Words.Of("template")) { year, organization, under, output };
        command.Validators.Add(result =>
        {
            if (result.GetValue(organization) is null == result.GetValue(under) is null)
            {
                result.AddError(Words.Of("usage.organization-or-under"));
            }
        });
        command.SetAction((parsed, cancel) => Session.RunAsync<MakeWorkbook>(
            parsed,
            async (make, stop) =>
            {
                FileStream? file = null;
                try
                {
                    Stream Open() => file = parsed.GetValue(output)!.Create();
                    var outcome = parsed.GetValue(organization) is { } code
                        ? await make.RunAsync(Actor.Command, parsed.GetValue(year), new OrganizationCode(code), Open, stop, alone: true)
                        : await make.RunAsync(Actor.Command, parsed.GetValue(year), new OrganizationCode(parsed.GetValue(under)!), Open, stop);
                    return await Exit.OfAsync(outcome, _ => Task.CompletedTask);
                }
                finally
                {
                    if (file is not null)
                    {
                        await file.DisposeAsync();
                    }
                }
            },
            cancel));
        return command;
    }

    public static bool IsOne(FileInfo file)
    {
        if (!file.Exists)
        {
            return false;
        }

        using var content = file.OpenRead();
        var first = new byte[Signature];
        return ImportWorkbook.IsOne(first.AsSpan(0, content.ReadAtLeast(first, Signature, throwOnEndOfStream: false)));
    }

    public static Task<int> ImportAsync(
        ParseResult parsed, FileInfo file, int year, bool dryRun, bool sign, bool mine, bool theirs, CancellationToken cancel) => Session.RunAsync<ImportWorkbook>(
        parsed,
        async (import, stop) =>
        {
            if (sign)
            {
                return Exit.Tell(new Problem("workbooks.sign-with-workbook", null));
            }

            if (file.Length > SpreadsheetLimits.ManyBodies.MostBytes)
            {
                return Exit.Tell(new Problem("workbooks.too-large", null, SpreadsheetLimits.ManyBodies.MostBytes / (1024 * 1024)));
            }

            MergeSide? all = mine ? MergeSide.Mine : theirs ? MergeSide.Theirs : null;
            return await Exit.OfAsync(
                await import.RunAsync(Actor.Command, await File.ReadAllBytesAsync(file.FullName, stop), year, all, dryRun, Guid.CreateVersion7(), stop),
                done => Listing.WriteAsync(
                    ListFormat.Json,
                    [
                        new Column<WorkbookImported>("bodies", i => i.Bodies), new("changed", i => i.Taken), new("kept", i => i.Kept), new("agreed", i => i.Agreed),
                        new("unchanged", i => i.Untouched), new("dry_run", i => i.DryRun),
                    ],
                    done));
        },
        cancel);
}
