using Microsoft.EntityFrameworkCore;
using Responsables.App.Trail;

namespace Responsables.App.Database;

/// <summary>Whether a database may be served.</summary>
public enum DatabaseReadiness
{
    Ready,

    /// <summary>Nothing was ever put in it.</summary>
    NotInitialised,

    /// <summary>It was made by an older version.</summary>
    Outdated,

    /// <summary>It would acknowledge what a power cut may take away.</summary>
    NotDurable,
}

/// <summary>Looks at a database, or brings it to the present model.</summary>
public static class DatabaseState
{
    public static async Task<DatabaseReadiness> OfAsync(AppDb db, CancellationToken cancel)
    {
        if (!await db.Database.CanConnectAsync(cancel) || !(await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
        {
            return DatabaseReadiness.NotInitialised;
        }

        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            return DatabaseReadiness.Outdated;
        }

        if (!await db.TrailHeads.AnyAsync(cancel))
        {
            return DatabaseReadiness.NotInitialised;
        }

        return await IsDurableAsync(db, cancel) ? DatabaseReadiness.Ready : DatabaseReadiness.NotDurable;
    }

    /// <summary>Applies the migrations and starts the trail; does nothing more to a database that has both.</summary>
    public static async Task PrepareAsync(AppDb db, CancellationToken cancel)
    {
        await db.Database.MigrateAsync(cancel);
        if (!await db.TrailHeads.AnyAsync(cancel))
        {
            db.TrailHeads.Add(new TrailHead { Seal = TrailWriter.Origin });
            await db.SaveChangesAsync(cancel);
        }
    }

    public static Task<bool> IsDemonstrationAsync(AppDb db, CancellationToken cancel) =>
        db.Settings.AnyAsync(s => s.Name == Setting.Demonstration, cancel);

    private static async Task<bool> IsDurableAsync(AppDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = db is PostgresDb ? "SHOW synchronous_commit" : "PRAGMA synchronous";
            var value = Convert.ToString(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
            // SQLite: 2 is FULL, 3 is EXTRA.
            return db is PostgresDb ? value is "on" or "remote_apply" : value is "2" or "3";
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
