using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Evidence;

/// <summary>Puts a piece that the body has already beside another answer: of this year or of a later one. It is tied again, not copied.</summary>
public sealed class TieEvidence(AppDb db, EvidenceDesk desk, EvidenceAccess access, Writing writing)
{
    /// <summary>The field that names the piece.</summary>
    public const string Field = "piece";

    public Task<Outcome<EvidenceAdded>> RunAsync(Actor actor, Guid submission, VariableCode variable, Guid pieceId, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => TieAsync(actor, submission, variable, pieceId, now, cancel), cancel);

    private async Task<Outcome<EvidenceAdded>> TieAsync(
        Actor actor, Guid submission, VariableCode variable, Guid pieceId, DateTimeOffset now, CancellationToken cancel)
    {
        if (await desk.LockAsync(actor, submission, variable, cancel) is not { } dossier)
        {
            return Outcome.Missing<EvidenceAdded>();
        }

        var piece = await desk.LockPieceAsync(pieceId, cancel);
        // A helper knows the pieces of the questions that they have, no other.
        if (piece is not { ErasedAt: null } || piece.Organization != dossier.Submission.Organization || !await access.KnowsAsync(actor, dossier.Place, piece.Id, cancel))
        {
            return Outcome.Refused<EvidenceAdded>(new Problem("evidence.piece-unknown", Field));
        }

        var problems = EvidenceGuards.Adding(dossier, now).ToList();
        var (tied, _) = await desk.UsedAsync(dossier, variable, cancel);
        problems.AddRange(EvidenceGuards.Room(tied, 0, 0, Field));
        if (await db.EvidenceTies.AnyAsync(t => t.SubmissionId == submission && t.Variable == variable && t.PieceId == pieceId && t.RemovedAt == null, cancel))
        {
            problems.Add(new Problem("evidence.already-there", Field));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<EvidenceAdded>(problems);
        }

        var tie = desk.Tie(piece, dossier, variable, actor, now);
        await TrailWriter.AppendAsync(db, actor, now, [EvidenceDesk.Entry("evidence.tie", dossier, variable, piece)], cancel);
        return Outcome.Done(new EvidenceAdded(tie.Id, piece.Title));
    }
}
