using Responsables.App.Accounts;
using Responsables.App.Database;
using Responsables.Web.Platform;

namespace Responsables.Web;

/// <summary>Serves the site; the command <c>responsables serve</c> calls it in its own process.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => RunAsync(args);

    /// <summary>Serves until it is stopped. 0: stopped in order; 1: the database cannot be served, and the reason has been written.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var choice = DatabaseChoice.From(args);
        await using var site = Host.Build(choice, args);
        if (await Host.RefusalAsync(site) is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return 1;
        }

        await site.StartAsync();
        await SayAsync(site);
        await site.WaitForShutdownAsync();
        return 0;
    }

    // Where it is and, on a demonstration, how to sign in.
    private static async Task SayAsync(WebApplication site)
    {
        await Console.Out.WriteLineAsync(Texts.T["platform.serving", string.Join(", ", site.Urls)]);
        await using var scope = site.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<DemonstrationAccounts>().AnnounceAsync(CancellationToken.None) is { } demonstration)
        {
            await Console.Out.WriteLineAsync(Texts.T["platform.demonstration.people", string.Join(", ", demonstration.Emails)]);
            await Console.Out.WriteLineAsync(Texts.T["platform.demonstration.password", demonstration.Password]);
        }
    }
}
