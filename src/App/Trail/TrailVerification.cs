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
public sealed class TrailVerification
{
    /// <summary>Faults listed at most: after an alteration, the rest of a chain says little more.</summary>
    private const int MostFaults = 100;

    private readonly AppDb db;
    private readonly TrailHead? head;
    private readonly List<TrailFault> faults = [];
    private string seal = TrailWriter.Origin;
    private long expected = 1;
    private long rows;

    private TrailVerification(AppDb db, TrailHead? head)
    {
        this.db = db;
        this.head = head;
    }

    public static async Task<TrailReport> RunAsync(AppDb db, CancellationToken cancel)
    {
        var walk = new TrailVerification(db, await db.TrailHeads.AsNoTracking().SingleOrDefaultAsync(cancel));
        long? from = long.MinValue;
        while (from is { } start && walk.faults.Count < MostFaults)
        {
            from = await walk.WalkAsync(start, cancel);
        }

        walk.End();
        return new TrailReport(walk.rows, walk.seal, walk.faults);
    }

    /// <summary>Walks from a row on; gives where to go on when a row cannot even be read, null at the end.</summary>
    private async Task<long?> WalkAsync(long from, CancellationToken cancel)
    {
        var reached = from;
        try
        {
            var read = db.Trail.AsNoTracking().Where(t => t.Sequence >= from).OrderBy(t => t.Sequence);
            await foreach (var row in read.AsAsyncEnumerable().WithCancellation(cancel))
            {
                See(row.Sequence, row.Seal, row);
                reached = row.Sequence + 1;
                if (faults.Count >= MostFaults)
                {
                    break;
                }
            }

            return null;
        }
        catch (Exception broken) when (broken is FormatException or InvalidCastException or ArgumentException or OverflowException)
        {
            // An instant or an identifier that is none any more: its row is named, then stepped over.
            var row = await db.Trail.Where(t => t.Sequence >= reached).OrderBy(t => t.Sequence).Select(t => new { t.Sequence, t.Seal }).FirstAsync(cancel);
            See(row.Sequence, row.Seal, null);
            return row.Sequence + 1;
        }
    }

    private void See(long sequence, string stored, TrailRow? row)
    {
        rows++;
        if (sequence < 1 || (head is not null && sequence > head.Sequence))
        {
            faults.Add(new TrailFault(sequence, "trail.extra"));
        }
        else
        {
            for (; expected < sequence && faults.Count < MostFaults; expected++)
            {
                faults.Add(new TrailFault(expected, "trail.missing"));
            }

            if (row is null || TrailWriter.SealOf(row, seal) != stored)
            {
                faults.Add(new TrailFault(sequence, "trail.altered"));
            }

            // Going on from the stored seal names each altered row by itself instead of every row after the first.
            seal = stored;
            expected = sequence + 1;
        }
    }

    private void End()
    {
        if (head is null)
        {
            faults.Add(new TrailFault(0, "trail.no-head"));
        }
        else if (expected <= head.Sequence || (faults.Count == 0 && head.Seal != seal))
        {
            faults.Add(new TrailFault(expected, "trail.cut"));
        }
    }
}
