using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Accounts;
using Responsables.App.Database;
using Responsables.App.Demonstration;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

internal static class InitCommands
{
    private static readonly IReadOnlyList<Column<FrameworkLoaded>> Columns =
        [new("framework", f => f.Code), new("version", f => f.Version), new("loaded", f => f.IsNew)];

    public static Command Init()
    {
        var demo = new Option<bool>("--demo") { Description = Words.Of("init.demo") };
        var command = new Command("init", Words.Of("init")) { demo };
        command.SetAction((parsed, cancel) => Session.OpenAsync(parsed, async services =>
        {
            await DatabaseState.PrepareAsync(services.GetRequiredService<AppDb>(), cancel);
            var loaded = await services.GetRequiredService<LoadFrameworks>()
                .RunAsync(Actor.Command, LoadFrameworks.Folder, Guid.CreateVersion7(), cancel);
            return loaded is Outcome<IReadOnlyList<FrameworkLoaded>>.Done && parsed.GetValue(demo)
                ? await DemonstrationAsync(services, cancel)
                : await Exit.OfAsync(loaded, rows => Listing.WriteAsync(ListFormat.Json, Columns, rows));
        }));
        return command;
    }

    private static async Task<int> DemonstrationAsync(IServiceProvider services, CancellationToken cancel)
    {
        // Looked at before anything is made: a password that is too short would leave a demonstration without accounts.
        var password = DemonstrationAccounts.PasswordOrNew();
        if (Passwords.Refusing(password, null!, "", "").ToList() is { Count: > 0 } problems)
        {
            return Exit.Tell(problems);
        }

        var created = await services.GetRequiredService<CreateDemonstration>()
            .RunAsync(Actor.Command, CreateDemonstration.OrganizationsFile, cancel);
        if (created is not Outcome<DemonstrationCreated>.Done made)
        {
            return await Exit.OfAsync(created, _ => Task.CompletedTask);
        }

        await services.GetRequiredService<PlayEditions>().RunAsync(cancel);
        var accounts = await services.GetRequiredService<DemonstrationAccounts>().CreateAsync(made.Value.Body, made.Value.Fund, password, cancel);
        return await Exit.OfAsync(accounts, async people =>
        {
            await Console.Out.WriteLineAsync(Words.Of(
                "init.made", made.Value.Bodies, string.Join(", ", made.Value.Years), string.Join(", ", people.Select(p => p.Email))));
            await Console.Out.WriteLineAsync(Words.Of("init.password", password));
        });
    }
}
