using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

internal static class InitCommands
{
    public static Command Init()
    {
        var demo = new Option<bool>("--demo") { Description = Words.Of("init.demo") };
        var command = new Command("init", Words.Of("init")) { demo };
        command.SetAction((parsed, cancel) => Session.OpenAsync(parsed, async services =>
        {
            await DatabaseState.PrepareAsync(services.GetRequiredService<AppDb>(), cancel);
            var outcome = await services.GetRequiredService<LoadFrameworks>()
                .RunAsync(Actor.Command, LoadFrameworks.Folder, Guid.CreateVersion7(), cancel);
            if (parsed.GetValue(demo) && outcome is Outcome<IReadOnlyList<FrameworkLoaded>>.Done)
            {
                return await DemonstrationInit.RunAsync(services, cancel);
            }

            return await Exit.OfAsync(outcome, loaded => Listing.WriteAsync(
                ListFormat.Json,
                [new Column<FrameworkLoaded>("framework", f => f.Code), new("version", f => f.Version), new("loaded", f => f.IsNew)],
                loaded));
        }));
        return command;
    }
}
