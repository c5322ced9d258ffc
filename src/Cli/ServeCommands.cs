using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Database;

namespace Responsables.Cli;

internal static class ServeCommands
{
    /// <summary>Told in the help; the arguments are the site's (see <see cref="RunAsync"/>).</summary>
    public static Command Serve() =>
        new("serve", Words.Of("serve")) { new Option<string?>("--urls") { Description = Words.Of("serve.urls") } };

    public static Task<int> RunAsync(string[] args)
    {
        Web.Program.Main(args);
        return Task.FromResult(Exit.Done);
    }

    public static Command Health()
    {
        var command = new Command("health", Words.Of("health"));
        command.SetAction((parsed, cancel) => Session.OpenAsync(parsed, async services =>
        {
            var choice = services.GetRequiredService<DatabaseChoice>();
            var state = await DatabaseState.OfAsync(services.GetRequiredService<AppDb>(), cancel);
            if (state != DatabaseReadiness.Ready)
            {
                return Exit.Tell(Session.Problem(state, choice));
            }

            await Listing.WriteAsync(
                ListFormat.Json, [new Column<DatabaseReadiness>("status", s => "ok"), new("database", s => choice.ToString())], state);
            return Exit.Done;
        }));
        return command;
    }
}
