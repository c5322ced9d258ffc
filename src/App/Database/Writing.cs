using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Shared;

namespace Responsables.App.Database;

/// <summary>
/// Carries out an act once, in one transaction. The key comes with the form or the call: sent again after an unknown outcome, the act is
/// not done twice and its first outcome is given again. A refusal leaves no trace, so the same key may be used to try again.
/// </summary>
public sealed class Writing(AppDb db, TimeProvider clock)
{
    /// <param name="act">Told the instant of the act; changes the context and returns what it gives (kept as JSON: a plain record).</param>
    public async Task<Outcome<T>> OnceAsync<T>(Guid key, Func<DateTimeOffset, Task<Outcome<T>>> act, CancellationToken cancel)
    {
        using var turn = await WriterTurn.WaitAsync(db, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        if (await FindAsync<T>(key, cancel) is { } before)
        {
            return before;
        }

        var now = clock.GetUtcNow();
        var outcome = await act(now);
        if (outcome is not Outcome<T>.Done done)
        {
            // Refused perhaps because the same request, sent twice at once, was carried out while this one waited for its turn.
            db.ChangeTracker.Clear();
            return await FindAsync<T>(key, cancel) ?? outcome;
        }

        db.ProcessedRequests.Add(new ProcessedRequest { Key = key, At = now, Outcome = JsonSerializer.Serialize(done.Value) });
        try
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            await transaction.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            return await FindAsync<T>(key, cancel) ?? new Outcome<T>.Stale([new Problem("shared.changed-meanwhile", null)]);
        }
        catch (DbUpdateException)
        {
            // The same request sent twice at once: the other one may have come first. Anything else is a real fault.
            await transaction.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            if (await FindAsync<T>(key, cancel) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    /// <summary>Carries out an act and takes it all back: what it would give, or every reason for which it would be refused.</summary>
    public async Task<Outcome<T>> RehearseAsync<T>(Func<DateTimeOffset, Task<Outcome<T>>> act, CancellationToken cancel)
    {
        using var turn = await WriterTurn.WaitAsync(db, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        var outcome = await act(clock.GetUtcNow());
        await transaction.RollbackAsync(cancel);
        db.ChangeTracker.Clear();
        return outcome;
    }

    private async Task<Outcome<T>?> FindAsync<T>(Guid key, CancellationToken cancel) =>
        await db.ProcessedRequests.AsNoTracking().Where(r => r.Key == key).Select(r => r.Outcome).SingleOrDefaultAsync(cancel) is { } json
            ? Outcome.Done(JsonSerializer.Deserialize<T>(json)!)
            : null;
}
