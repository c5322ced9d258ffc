using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Evidence;
using Responsables.Domain.Shared;

namespace Responsables.App.Evidence;

/// <summary>A file given back.</summary>
public sealed record EvidenceFile(string Name, string Media, byte[] Content);

/// <summary>Gives back the file beside an answer, to whoever may read that answer, when its bytes are still those that came.</summary>
public sealed partial class EvidenceDownload(AppDb db, EvidenceAccess access, ILogger<EvidenceDownload> log)
{
    public async Task<Outcome<EvidenceFile>> RunAsync(Actor actor, Guid tieId, CancellationToken cancel)
    {
        var tie = await db.EvidenceTies.AsNoTracking().Include(t => t.Piece).SingleOrDefaultAsync(t => t.Id == tieId, cancel);
        if (tie is not { Piece: { Kind: EvidenceKind.File } piece } || await access.OpenAsync(actor, tie.SubmissionId, cancel) is not { } readable || !readable.Shows(tie.Variable)
            // Taken away from the answer: for those who read its drafts, while the bytes are kept.
            || (tie.RemovedAt is not null && !actor.May(Permission.ReadDraft, readable.Dossier.Place))
            || await db.EvidenceContents.AsNoTracking().Where(c => c.PieceId == piece.Id).Select(c => c.Bytes).SingleOrDefaultAsync(cancel) is not { } content)
        {
            return Outcome.Missing<EvidenceFile>();
        }

        if (Convert.ToHexStringLower(SHA256.HashData(content)) != piece.Sha256)
        {
            Altered(log, piece.Id);
            return Outcome.Refused<EvidenceFile>(new Problem("evidence.altered", null, piece.Title));
        }

        var type = EvidenceType.All.First(t => t.Extension == piece.Extension);
        return Outcome.Done(new EvidenceFile(EvidenceName.ForDownload(piece.FileName!, type.Extension), type.Media, content));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The bytes of the piece {Piece} are no longer those that came: it was not given")]
    private static partial void Altered(ILogger log, Guid piece);
}
