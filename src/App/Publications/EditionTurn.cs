using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;

namespace Responsables.App.Publications;

/// <summary>Editions are numbered and published one after the other: an act holds the others off until its transaction ends. On SQLite writers take turns anyway.</summary>
internal static class EditionTurn
{
    public static async Task TakeAsync(AppDb db, CancellationToken cancel)
    {
        if (db is PostgresDb)
        {
            await db.Database.ExecuteSqlAsync($"LOCK TABLE editions IN SHARE ROW EXCLUSIVE MODE", cancel);
        }
    }
}
