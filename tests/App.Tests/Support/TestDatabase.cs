using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Database;

namespace Responsables.App.Tests.Support;

/// <summary>A database of its own, migrated and empty, with every use case: one per test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Dictionary<Engine, DatabaseTemplate> Templates = Enum.GetValues<Engine>().ToDictionary(e => e, e => new DatabaseTemplate(e));

    private readonly ServiceProvider services;
    private readonly DatabaseChoice choice;

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var template in Templates.Values)
        {
            template.Dispose();
        }
    };

    private TestDatabase(DatabaseChoice choice)
    {
        this.choice = choice;
        services = Services(choice, Clock);
    }

    /// <summary>The clock of every use case; noon of 15 February 2025 until it is set, in the entry window of 2024.</summary>
    public SettableClock Clock { get; } = new(new DateTimeOffset(2025, 2, 15, 12, 0, 0, TimeSpan.Zero));

    public static async Task<TestDatabase> NewAsync(Engine engine) => new(await Templates[engine].CopyAsync());

    /// <summary>Does something with a use case, or the context, in a scope of its own.</summary>
    public async Task<TResult> WithAsync<TUse, TResult>(Func<TUse, Task<TResult>> act)
        where TUse : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUse>());
    }

    public Task<TResult> ReadAsync<TResult>(Func<AppDb, Task<TResult>> act) => WithAsync(act);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await DatabaseTemplate.DropAsync(choice);
    }

    private static ServiceProvider Services(DatabaseChoice choice, TimeProvider clock)
    {
        Statements.Listen();
        var services = new ServiceCollection().AddLogging().AddSingleton(clock);
        services.AddAppDb(choice);
        return AppRooms.Add(services).BuildServiceProvider();
    }
}

/// <summary>A clock that stands where it was set.</summary>
public sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public void Set(DateTimeOffset instant) => now = instant;

    public override DateTimeOffset GetUtcNow() => now;
}
