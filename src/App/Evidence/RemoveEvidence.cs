using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Evidence;

/// <summary>A piece that was taken away from an answer.</summary>
public sealed record EvidenceRemoved(Guid Submission, string Variable, string Title, bool IsErased);

/// <summary>
/// Takes a piece away from an answer that may still be changed. The row stays; the bytes go when no answer has the piece any more and nothing
/// was ever signed with it.
/// </summary>
public sealed class RemoveEvidence(AppDb db, EvidenceDesk desk, Writing writing)
{
    public Task<Outcome<EvidenceRemoved>> RunAsync(Actor actor, Guid tieId, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => RemoveAsync(actor, tieId, now, cancel), cancel);

    private async Task<Outcome<EvidenceRemoved>> RemoveAsync(Actor actor, Guid tieId, DateTimeOffset now, CancellationToken cancel)
    {
        var place = await db.EvidenceTies.AsNoTracking().Where(t => t.Id == tieId).Select(t => new { t.SubmissionId, t.Variable, t.PieceId }).SingleOrDefaultAsync(cancel);
        if (place is null || await desk.LockAsync(actor, place.SubmissionId, place.Variable, cancel) is not { } dossier)
        {
            return Outcome.Missing<EvidenceRemoved>();
        }

        await desk.LockPieceAsync(place.PieceId, cancel);
        var tie = await db.EvidenceTies.Include(t => t.Piece).SingleAsync(t => t.Id == tieId, cancel);
        var problems = EvidenceGuards.Removing(dossier, tie.Variable, now).ToList();
        if (tie.RemovedAt is not null)
        {
            problems.Add(new Problem("evidence.removed-already", null));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<EvidenceRemoved>(problems);
        }

        tie.RemovedAt = now;
        tie.RemovedBy = actor.Name;
        if (!await IsHeldAsync(tie, now, cancel))
        {
            tie.Piece.ErasedAt = now;
            await db.EvidenceContents.Where(c => c.PieceId == tie.PieceId).ExecuteDeleteAsync(cancel);
        }

        await TrailWriter.AppendAsync(db, actor, now, [EvidenceDesk.Entry("evidence.remove", dossier, tie.Variable, tie.Piece, removed: true)], cancel);
        return Outcome.Done(new EvidenceRemoved(tie.SubmissionId, tie.Variable.Value, tie.Piece.Title, tie.Piece.ErasedAt is not null));
    }

    // Another answer has it, or something was signed while it was there: withdrawn or not, that signature was given on it.
    private async Task<bool> IsHeldAsync(EvidenceTie removed, DateTimeOffset now, CancellationToken cancel)
    {
        var ties = await db.EvidenceTies.AsNoTracking().Where(t => t.PieceId == removed.PieceId).ToListAsync(cancel);
        if (ties.Exists(t => t.Id != removed.Id && t.RemovedAt is null))
        {
            return true;
        }

        var dossiers = ties.Select(t => t.SubmissionId).Distinct().ToList();
        var signed = await db.Signatures.AsNoTracking().Where(s => dossiers.Contains(s.SubmissionId)).Select(s => new { s.SubmissionId, s.At }).ToListAsync(cancel);
        return ties.Exists(t => signed.Exists(s => s.SubmissionId == t.SubmissionId && s.At >= t.At && s.At <= (t.RemovedAt ?? now)));
    }
}
