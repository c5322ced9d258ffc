using Responsables.App.Database;

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

        await site.RunAsync();
        return 0;
    }
}
