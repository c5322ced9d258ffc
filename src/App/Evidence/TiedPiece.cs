using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Evidence;

/// <summary>Whether a piece came after an approval that stands: the approval was not given on it.</summary>
public enum EvidenceLateness
{
    InTime,
    AfterSignature,
    AfterValidation,
}

/// <summary>A piece beside an answer, as it is shown.</summary>
public sealed record TiedPiece(EvidenceTie Tie, EvidenceLateness Lateness)
{
    public EvidencePiece Piece => Tie.Piece;

    public bool IsRemoved => Tie.RemovedAt is not null;
}

/// <summary>When the approvals that stand on a dossier were given.</summary>
internal sealed class ApprovalDates
{
    private readonly Dictionary<Guid, DateTimeOffset> signed;
    private readonly Dictionary<Guid, DateTimeOffset> reviewed;
    private readonly Dossier dossier;

    private ApprovalDates(Dossier dossier, Dictionary<Guid, DateTimeOffset> signed, Dictionary<Guid, DateTimeOffset> reviewed) =>
        (this.dossier, this.signed, this.reviewed) = (dossier, signed, reviewed);

    public static async Task<ApprovalDates> OfAsync(AppDb db, Dossier dossier, CancellationToken cancel)
    {
        var id = dossier.Submission.Id;
        return new ApprovalDates(
            dossier,
            await db.Signatures.Where(s => s.SubmissionId == id).Select(s => new { s.Id, s.At }).ToDictionaryAsync(s => s.Id, s => s.At, cancel),
            await db.Reviews.Where(r => r.SubmissionId == id).Select(r => new { r.Id, r.At }).ToDictionaryAsync(r => r.Id, r => r.At, cancel));
    }

    public EvidenceLateness Of(EvidenceTie tie) =>
        dossier.Questionnaire.BlocksOf(tie.Variable).Select(b => Of(b, tie.At)).DefaultIfEmpty(EvidenceLateness.InTime).Max();

    private EvidenceLateness Of(BlockKey block, DateTimeOffset at)
    {
        if (!dossier.Blocks.TryGetValue(block, out var row) || row.Standing.IsOpen)
        {
            return EvidenceLateness.InTime;
        }

        var isValidated = row.Standing.State is BlockState.Validated or BlockState.Accepted;
        return isValidated && row.ReviewId is { } review && reviewed.TryGetValue(review, out var validatedAt) && at > validatedAt ? EvidenceLateness.AfterValidation
            : row.SignatureId is { } signature && signed.TryGetValue(signature, out var signedAt) && at > signedAt ? EvidenceLateness.AfterSignature
            : EvidenceLateness.InTime;
    }
}
