using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Responsables.App.Database;

/// <summary>A transaction that only reads: what it reads is of one instant, and nobody who writes waits for it.</summary>
public static class ReadSnapshot
{
    /// <summary>Begins it; ended when it is disposed.</summary>
    public static async Task<IDbContextTransaction> BeginAsync(AppDb db, CancellationToken cancel)
    {
        if (db is not SqliteDb)
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        }

        await db.Database.OpenConnectionAsync(cancel);
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(transaction, cancel))!;
    }
}
