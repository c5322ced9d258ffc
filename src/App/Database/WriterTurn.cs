using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Responsables.App.Database;

/// <summary>
/// Turns of the writers of one SQLite file within this program, first come first served. SQLite has one writer at a time and those who wait
/// poll for its lock, so that under load one of them may never get it before its patience ends. PostgreSQL queues by itself.
/// </summary>
internal sealed class WriterTurn : IDisposable
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Queues = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim? queue;

    private WriterTurn(SemaphoreSlim? queue) => this.queue = queue;

    /// <summary>Waits for this context's turn to write; given back when disposed, after the transaction.</summary>
    public static async Task<WriterTurn> WaitAsync(AppDb db, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("An act is being carried out within another: it would wait for its own turn.");
        }

        if (db is not SqliteDb)
        {
            return new WriterTurn(null);
        }

        var queue = Queues.GetOrAdd(db.Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1, 1));
        await queue.WaitAsync(cancel);
        return new WriterTurn(queue);
    }

    public void Dispose() => queue?.Release();
}
