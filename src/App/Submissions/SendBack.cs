using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;

namespace Responsables.App.Submissions;

/// <summary>The direction hands the dossier back to those who enter it, before signing. Written once; it stands until the next signature.</summary>
public sealed class SendBack
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SubmissionId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public Guid? ById { get; init; }

    public required string Reason { get; init; }
}

/// <summary>Those that still stand: the dossier was not signed since.</summary>
internal static class StandingSendBacks
{
    /// <summary>The last one of each dossier that has one.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SendBack>> StandingSendBacksAsync(this AppDb db, IReadOnlyCollection<Guid> submissions, CancellationToken cancel) =>
        (await db.SendBacks.AsNoTracking()
            .Where(b => submissions.Contains(b.SubmissionId) && !db.Signatures.Any(s => s.SubmissionId == b.SubmissionId && s.At >= b.At))
            .ToListAsync(cancel))
        .GroupBy(b => b.SubmissionId).ToDictionary(g => g.Key, g => g.MaxBy(b => b.At)!);
}
