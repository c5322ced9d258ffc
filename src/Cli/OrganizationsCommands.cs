using System.CommandLine;
using Responsables.App.Organizations;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.Cli;

internal static class OrganizationsCommands
{
    private static readonly IReadOnlyList<Column<OrganizationPeriod>> Columns =
    [
        new("code", o => o.Code.Value), new("name", o => o.Name), new("short_name", o => o.ShortName), new("kind", o => OrganizationsCsv.Kind(o.Kind)),
        new("network", o => o.Network), new("branch", o => o.Branch), new("parent", o => o.Parent?.Value), new("region", o => o.Region),
        new("department", o => o.Department), new("valid_from", o => o.ValidFrom), new("valid_to", o => o.ValidTo),
        new("successors", o => string.Join(';', o.Successors)),
    ];

    public static Command Group() => new("organizations", Words.Of("organizations")) { List(), Import() };

    private static Command List()
    {
        var at = Days.Option("--at", Words.Of("organizations.at"));
        var under = new Option<string?>("--under") { Description = Words.Of("organizations.under"), HelpName = "CODE" };
        var format = Listing.Format(ListFormat.Json);
        var command = new Command("list", Words.Of("organizations.list")) { at, under, format };
        command.SetAction((parsed, cancel) => Session.RunAsync<OrganizationList>(
            parsed,
            async (organizations, stop) => await Exit.OfAsync(
                await organizations.AtAsync(
                    parsed.GetValue(at) ?? Days.Today(), parsed.GetValue(under) is { } code ? new OrganizationCode(code) : null, stop),
                found => Listing.WriteAsync(parsed.GetValue(format), Columns, found)),
            cancel));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("FILE.csv") { Description = Words.Of("organizations.file") };
        var dryRun = new Option<bool>("--dry-run") { Description = Words.Of("option.dry-run") };
        var command = new Command("import", Words.Of("organizations.import")) { file, dryRun };
        command.SetAction((parsed, cancel) => Session.RunAsync<ImportOrganizations>(
            parsed,
            async (import, stop) =>
            {
                await using var content = parsed.GetValue(file)!.OpenRead();
                return await Exit.OfAsync(
                    await import.RunAsync(Actor.Command, content, parsed.GetValue(dryRun), Guid.CreateVersion7(), stop),
                    done => Listing.WriteAsync(
                        ListFormat.Json,
                        [
                            new Column<OrganizationsImported>("created", i => i.Created), new("changed", i => i.Changed),
                            new("unchanged", i => i.Unchanged), new("dry_run", i => i.DryRun),
                        ],
                        done));
            },
            cancel));
        return command;
    }
}
