using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Responsables.App.Database;

namespace Responsables.Engines;

/// <summary>The engines that everything must run on.</summary>
public enum Engine { Sqlite, Postgres }

/// <summary>
/// Databases of one kind for the tests of a run: migrations take most of the time that a database takes to make, so they are applied once, to
/// a template that each test copies.
/// </summary>
/// <param name="fill">What the template holds besides the schema.</param>
public sealed class DatabaseTemplate(Engine engine, Func<AppDb, Task>? fill = null) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("responsables-essai-");
    private readonly SemaphoreSlim copying = new(1);
    private DatabaseChoice? template;

    /// <summary>The engine that <c>RESPONSABLES_TEST_ENGINE</c> names, for the projects that run once on each; SQLite without it.</summary>
    public static Engine AskedFor => Enum.Parse<Engine>(Environment.GetEnvironmentVariable("RESPONSABLES_TEST_ENGINE") is { Length: > 0 } asked ? asked : nameof(Engine.Sqlite));

    /// <summary>A place where there is no database yet (SQLite), or one without a table (PostgreSQL).</summary>
    public static async Task<DatabaseChoice> EmptyAsync(Engine engine, string folder)
    {
        if (engine == Engine.Sqlite)
        {
            return new DatabaseChoice.Sqlite(Path.Combine(folder, "responsables.db"));
        }

        var name = NewName();
        await AdministerAsync($"CREATE DATABASE {name}");
        return Postgres(name);
    }

    /// <summary>A copy, to be dropped after use.</summary>
    public async Task<DatabaseChoice> CopyAsync()
    {
        // One at a time: PostgreSQL refuses two copies of one template at once.
        await copying.WaitAsync();
        try
        {
            template ??= await MakeAsync();
            var name = NewName();
            if (template is DatabaseChoice.Sqlite made)
            {
                var file = Path.Combine(folder.CreateSubdirectory(name).FullName, "responsables.db");
                File.Copy(made.File, file);
                return new DatabaseChoice.Sqlite(file);
            }

            await AdministerAsync($"CREATE DATABASE {name} TEMPLATE {NameOf(template)}");
            return Postgres(name);
        }
        finally
        {
            copying.Release();
        }
    }

    public static async Task DropAsync(DatabaseChoice choice)
    {
        if (choice is DatabaseChoice.Sqlite sqlite)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Path.GetDirectoryName(sqlite.File)!, recursive: true);
        }
        else
        {
            await AdministerAsync($"DROP DATABASE {NameOf(choice)} WITH (FORCE)");
        }
    }

    public void Dispose()
    {
        copying.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static DatabaseChoice.Postgres Postgres(string name) => new($"{PostgresServer.ConnectionString};Database={name};Maximum Pool Size=10");

    private static string NameOf(DatabaseChoice choice) => new NpgsqlConnectionStringBuilder(((DatabaseChoice.Postgres)choice).ConnectionString).Database!;

    private static string NewName() => $"essai_{Guid.NewGuid():N}";

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

    private async Task<DatabaseChoice> MakeAsync()
    {
        var made = await EmptyAsync(engine, folder.FullName);
        // PostgreSQL copies no database that a pooled connection still holds.
        var choice = made is DatabaseChoice.Postgres postgres ? new DatabaseChoice.Postgres($"{postgres.ConnectionString};Pooling=false") : made;
        await using (var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddAppDb(choice).BuildServiceProvider())
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await DatabaseState.PrepareAsync(db, CancellationToken.None);
            await (fill?.Invoke(db) ?? Task.CompletedTask);
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
            await connection.CloseAsync();
            SqliteConnection.ClearAllPools();
        }

        return choice;
    }
}
