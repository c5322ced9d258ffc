using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Shared;

namespace Responsables.App.Workbooks;

/// <summary>The secret that signs the workbooks of an instance: made on first use, kept in the database, shown nowhere.</summary>
public sealed class WorkbookSecret(AppDb db, Writing writing)
{
    private const string Name = "workbooks.secret";
    private const int Length = 32;

    /// <summary>The secret; null when no workbook was ever made here.</summary>
    public async Task<byte[]?> FindAsync(CancellationToken cancel) =>
        await db.Settings.AsNoTracking().Where(s => s.Name == Name).Select(s => s.Value).SingleOrDefaultAsync(cancel) is { } kept ? Convert.FromBase64String(kept) : null;

    public async Task<byte[]> GetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } kept)
        {
            return kept;
        }

        // Two who come first at once: one of them makes it.
        var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length));
        await writing.OnceAsync(
            Guid.CreateVersion7(),
            async _ =>
            {
                await db.Database.ExecuteSqlAsync($"""INSERT INTO settings ("Name", "Value") VALUES ({Name}, {made}) ON CONFLICT DO NOTHING""", cancel);
                return Outcome.Done(true);
            },
            cancel);
        return (await FindAsync(cancel))!;
    }
}
