using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Responsables.App.Database;

namespace Responsables.App.Tests.Support;

/// <summary>A database of its own, migrated and empty, with every use case: one per test, copied from a template made once per run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Dictionary<Engine, Lazy<Task<DatabaseChoice>>> Templates = new()
    {
        [Engine.Sqlite] = new(async () => await PrepareAsync(new DatabaseChoice.Sqlite(Path.Combine(NewFolder(), "template.db")))),
        [Engine.Postgres] = new(async () =>
        {
            var name = NewName();
            await AdministerAsync($"CREATE DATABASE {name}");
            return await PrepareAsync(new DatabaseChoice.Postgres($"{PostgresServer.ConnectionString};Database={name};Pooling=false"));
        }),
    };

    private static readonly SemaphoreSlim Copying = new(1);

    private readonly ServiceProvider services;
    private readonly DatabaseChoice choice;

    private TestDatabase(DatabaseChoice choice)
    {
        this.choice = choice;
        services = Services(choice, Clock);
    }

    /// <summary>The clock of every use case; noon of 15 February 2025 until it is set, in the entry window of 2024.</summary>
    public SettableClock Clock { get; } = new(new DateTimeOffset(2025, 2, 15, 12, 0, 0, TimeSpan.Zero));

    public static async Task<TestDatabase> NewAsync(Engine engine)
    {
        var template = await Templates[engine].Value;
        switch (template)
        {
            case DatabaseChoice.Sqlite sqlite:
                var file = Path.Combine(NewFolder(), "responsables.db");
                File.Copy(sqlite.File, file);
                return new TestDatabase(new DatabaseChoice.Sqlite(file));
            case DatabaseChoice.Postgres postgres:
                var name = NewName();
                // Two copies of one template at once are refused.
                await Copying.WaitAsync();
                try
                {
                    await AdministerAsync($"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Database}");
                }
                finally
                {
                    Copying.Release();
                }

                return new TestDatabase(new DatabaseChoice.Postgres($"{PostgresServer.ConnectionString};Database={name};Maximum Pool Size=10"));
            default:
                throw new InvalidOperationException();
        }
    }

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
        if (choice is DatabaseChoice.Sqlite sqlite)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Path.GetDirectoryName(sqlite.File)!, recursive: true);
        }
        else if (choice is DatabaseChoice.Postgres postgres)
        {
            await AdministerAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Database} WITH (FORCE)");
        }
    }

    private static async Task<DatabaseChoice> PrepareAsync(DatabaseChoice choice)
    {
        await using var services = Services(choice, TimeProvider.System);
        await using (var scope = services.CreateAsyncScope())
        {
            await DatabaseState.PrepareAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), default);
        }

        if (choice is DatabaseChoice.Sqlite sqlite)
        {
            // The journal goes into the file, which can then be copied alone.
            SqliteConnection.ClearAllPools();
            await using var connection = new SqliteConnection(sqlite.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        return choice;
    }

    private static ServiceProvider Services(DatabaseChoice choice, TimeProvider clock)
    {
        Statements.Listen();
        var services = new ServiceCollection().AddLogging().AddSingleton(clock);
        services.AddAppDb(choice);
        return AppRooms.Add(services).BuildServiceProvider();
    }

    private static async Task AdministerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection($"{PostgresServer.ConnectionString};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names made here.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string NewName() => $"essai_{Guid.NewGuid():N}";

    private static string NewFolder() => Directory.CreateTempSubdirectory("responsables-essai-").FullName;
}

/// <summary>A clock that stands where it was set.</summary>
public sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public void Set(DateTimeOffset instant) => now = instant;

    public override DateTimeOffset GetUtcNow() => now;
}
