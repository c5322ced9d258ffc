using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Database;

namespace Responsables.Cli;

internal static class ServeCommands
{
    /// <summary>Hands over to the site, which reads the same options.</summary>
    public static Command Serve()
    {
        var urls = new Option<string?>("--urls") { Description = Words.Of("serve.urls") };
        var command = new Command("serve", Words.Of("serve")) { urls };
        command.SetAction((parsed, _) =>
        {
            (string Name, string? Value)[] options =
                [("--urls", parsed.GetValue(urls)), ("--data", parsed.GetValue(Session.Data)), ("--database", parsed.GetValue(Session.Database))];
            return Web.Program.RunAsync([.. options.Where(o => o.Value is not null).SelectMany(o => (string[])[o.Name, o.Value!])]);
        });
        return command;
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
