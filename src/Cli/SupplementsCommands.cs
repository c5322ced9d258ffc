using System.CommandLine;
using Responsables.App.Campaigns;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;

namespace Responsables.Cli;

/// <summary>What branches add to frameworks.</summary>
internal static class SupplementsCommands
{
    private static readonly IReadOnlyList<Column<SupplementVersion>> Columns =
    [
        new("framework", s => s.FrameworkCode.Value), new("branch", s => s.Branch), new("version", s => s.Version), new("at", s => s.At), new("by", s => s.By), new("seal", s => s.Seal),
    ];

    private static readonly IReadOnlyList<Column<SupplementChanged>> Kept =
        [new("branch", k => k.Branch), new("version", k => k.Version), new("indicators", k => k.Indicators), new("variables", k => k.Variables)];

    public static Command Group() => new("supplements", Words.Of("supplements")) { List(), Set(), Withdraw() };

    private static Command List()
    {
        var framework = Text("--framework", "supplements.framework", "CODE");
        var format = Listing.Format(ListFormat.Json);
        var command = new Command("list", Words.Of("supplements.list")) { framework, format };
        command.SetAction((parsed, cancel) => Session.RunAsync<SupplementQuery>(
            parsed,
            async (query, stop) =>
            {
                await Listing.WriteAsync(
                    parsed.GetValue(format), Columns, await query.AllAsync(new(parsed.GetValue(framework)!), stop));
                return Exit.Done;
            },
            cancel));
        return command;
    }

    private static Command Set()
    {
        var file = new Argument<FileInfo>("FILE.yaml") { Description = Words.Of("supplements.file") }.AcceptExistingOnly();
        var (framework, branch) = (Text("--framework", "supplements.framework", "CODE"), Text("--branch", "supplements.branch", "NAME"));
        var dryRun = new Option<bool>("--dry-run") { Description = Words.Of("option.dry-run") };
        var command = new Command("set", Words.Of("supplements.set")) { file, framework, branch, dryRun };
        command.SetAction((parsed, cancel) => Session.RunAsync<ChangeSupplement>(
            parsed,
            async (change, stop) =>
            {
                var yaml = await File.ReadAllTextAsync(parsed.GetValue(file)!.FullName, stop);
                var wanted = new SupplementWanted(new(parsed.GetValue(framework)!), parsed.GetValue(branch)!, null, yaml);
                var outcome = parsed.GetValue(dryRun)
                    ? await change.PreviewAsync(Actor.Command, wanted, stop)
                    : await change.RunAsync(Actor.Command, wanted, Guid.CreateVersion7(), stop);
                return await Exit.OfAsync(outcome, kept => Listing.WriteAsync(ListFormat.Json, Kept, kept));
            },
            cancel));
        return command;
    }

    private static Command Withdraw()
    {
        var (framework, branch) = (Text("--framework", "supplements.framework", "CODE"), Text("--branch", "supplements.branch", "NAME"));
        var command = new Command("withdraw", Words.Of("supplements.withdraw")) { framework, branch };
        command.SetAction((parsed, cancel) => Session.RunAsync<ChangeSupplement>(
            parsed,
            async (change, stop) => await Exit.OfAsync(
                await change.RunAsync(
                    Actor.Command, new SupplementWanted(new(parsed.GetValue(framework)!), parsed.GetValue(branch)!, null, null), Guid.CreateVersion7(), stop),
                kept => Listing.WriteAsync(ListFormat.Json, Kept, kept)),
            cancel));
        return command;
    }

    private static Option<string> Text(string name, string description, string help) => new(name) { Description = Words.Of(description), HelpName = help, Required = true };
}
