using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Responsables.App.Database;

/// <summary>A transaction that only reads: what it reads is of one instant, and nobody who writes waits for it. Ended when it is disposed.</summary>
public sealed class ReadSnapshot : IAsyncDisposable
{
    private readonly AppDb db;
    private readonly DbTransaction transaction;

    private ReadSnapshot(AppDb db, DbTransaction transaction) => (this.db, this.transaction) = (db, transaction);

    /// <summary>Begins it.</summary>
    public static async Task<ReadSnapshot> BeginAsync(AppDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        // SQLite would take the turn of whoever writes, were it not deferred.
        var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return new ReadSnapshot(db, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        await db.Database.UseTransactionAsync(null);
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
