using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Responsables.App.Database;

/// <summary>Registers the context of the chosen engine.</summary>
public static class DatabaseRoom
{
    /// <summary>Connections a node keeps at most: several nodes share one server.</summary>
    private const int MostConnections = 30;

    public static IServiceCollection AddAppDb(this IServiceCollection services, DatabaseChoice choice)
    {
        services.AddSingleton(choice);
        switch (choice)
        {
            case DatabaseChoice.Sqlite sqlite:
                services.AddDbContextPool<SqliteDb>(options => Configure(options, sqlite));
                services.AddScoped<AppDb>(provider => provider.GetRequiredService<SqliteDb>());
                break;
            case DatabaseChoice.Postgres postgres:
                services.AddSingleton(_ => Source(postgres));
                services.AddDbContextPool<PostgresDb>((provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
                services.AddScoped<AppDb>(provider => provider.GetRequiredService<PostgresDb>());
                break;
        }

        services.AddScoped<Writing>();
        return services;
    }

    private static void Configure(DbContextOptionsBuilder options, DatabaseChoice.Sqlite sqlite)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(sqlite.File)!);
        options.UseSqlite(sqlite.ConnectionString).AddInterceptors(SqliteDurability.Instance);
    }

    private static NpgsqlDataSource Source(DatabaseChoice.Postgres postgres)
    {
        var builder = new NpgsqlDataSourceBuilder(postgres.ConnectionString);
        builder.ConnectionStringBuilder.MaxPoolSize = Math.Min(builder.ConnectionStringBuilder.MaxPoolSize, MostConnections);
        // A reply is given only after what it acknowledges is on disk.
        builder.ConnectionStringBuilder.Options = $"{builder.ConnectionStringBuilder.Options} -c synchronous_commit=on".Trim();
        return builder.Build();
    }
}
