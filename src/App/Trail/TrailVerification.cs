using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;

namespace Responsables.App.Trail;

/// <summary>A place where the trail is not what was written.</summary>
/// <param name="Sequence">Row concerned, or where it should be.</param>
/// <param name="Code"><c>trail.altered</c>, <c>trail.missing</c>, <c>trail.cut</c>, <c>trail.extra</c> or <c>trail.no-head</c>.</param>
public sealed record TrailFault(long Sequence, string Code);

/// <summary>What the verification found.</summary>
public sealed record TrailReport(long Rows, string Seal, IReadOnlyList<TrailFault> Faults);

/// <summary>Walks the whole trail and recomputes every seal.</summary>
public static class TrailVerification
{
    /// <summary>Faults listed at most: after an alteration, the rest of a chain says little more.</summary>
    private const int MostFaults = 100;

    public static async Task<TrailReport> RunAsync(AppDb db, CancellationToken cancel)
    {
        var faults = new List<TrailFault>();
        var head = await db.TrailHeads.AsNoTracking().SingleOrDefaultAsync(cancel);
        var seal = TrailWriter.Origin;
        var expected = 1L;
        var rows = 0L;
        await foreach (var row in db.Trail.AsNoTracking().OrderBy(t => t.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            rows++;
            for (; expected < row.Sequence && faults.Count < MostFaults; expected++)
            {
                faults.Add(new TrailFault(expected, "trail.missing"));
            }

            if (head is not null && row.Sequence > head.Sequence)
            {
                faults.Add(new TrailFault(row.Sequence, "trail.extra"));
            }
            else if (TrailWriter.SealOf(row, seal) != row.Seal)
            {
                faults.Add(new TrailFault(row.Sequence, "trail.altered"));
            }

            // Going on from the stored seal names each altered row by itself instead of every row after the first.
            seal = row.Seal;
            expected = row.Sequence + 1;
            if (faults.Count >= MostFaults)
            {
                break;
            }
        }

        if (head is null)
        {
            faults.Add(new TrailFault(0, "trail.no-head"));
        }
        else if (expected <= head.Sequence || (faults.Count == 0 && head.Seal != seal))
        {
            faults.Add(new TrailFault(expected, "trail.cut"));
        }

        return new TrailReport(rows, seal, faults);
    }
}
