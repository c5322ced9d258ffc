using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App;
using Responsables.App.Accounts;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

/// <summary>One run of the command on the chosen database.</summary>
internal static class Session
{
    public static readonly Option<string?> Data = new("--data") { Description = Words.Of("option.data"), Recursive = true };

    public static readonly Option<string?> Database = new("--database") { Description = Words.Of("option.database"), Recursive = true };

    /// <summary>Carries out an act on a database that is ready for use.</summary>
    public static Task<int> RunAsync<TUse>(ParseResult parsed, Func<TUse, CancellationToken, Task<int>> act, CancellationToken cancel)
        where TUse : notnull =>
        OpenAsync(parsed, async services =>
        {
            var state = await DatabaseState.OfAsync(services.GetRequiredService<AppDb>(), cancel);
            return state == DatabaseReadiness.Ready
                ? await act(services.GetRequiredService<TUse>(), cancel)
                : Exit.Tell(Problem(state, services.GetRequiredService<DatabaseChoice>()));
        });

    /// <summary>Carries out an act on whatever database there is.</summary>
    public static Task<int> OpenAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> act) => Exit.GuardAsync(async () =>
    {
        var services = new ServiceCollection().AddLogging();
        services.AddAppDb(DatabaseChoice.Of(parsed.GetValue(Data), parsed.GetValue(Database)));
        services.AddLogging();
        services.AddSingleton(MailSettings.Of(Environment.GetEnvironmentVariable));
        AppRooms.Add(services);
        AccountsRoom.Add(services);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    });

    public static Problem Problem(DatabaseReadiness state, DatabaseChoice choice) => state switch
    {
        DatabaseReadiness.NotInitialised => new Problem("shared.not-initialised", null, choice),
        DatabaseReadiness.Outdated => new Problem("shared.outdated", null, choice),
        _ => new Problem("shared.not-durable", null, choice),
    };
}
