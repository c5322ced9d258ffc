using Responsables.App.Database;
using Responsables.Domain.Accounts;

namespace Responsables.App.Submissions;

/// <summary>Writes a signature and points the blocks it covers to it.</summary>
internal static class SignatureAct
{
    /// <param name="rows">Receives new rows instead of the context when they are written in bulk.</param>
    public static Signature Sign(AppDb db, Dossier dossier, Actor actor, DateTimeOffset now, bool isReprise, NewRows? rows = null)
    {
        SealBlocks(db, dossier, rows);
        var open = dossier.Questionnaire.Blocks.Select(b => dossier.Blocks[b.Key]).Where(b => b.Standing.IsOpen).ToList();
        var signature = new Signature
        {
            SubmissionId = dossier.Submission.Id,
            At = now,
            By = actor.Name,
            ById = actor.IsCommand ? null : actor.Id,
            OnBehalfOf = isReprise ? null : actor.DelegatedBy(Permission.SignSubmission, dossier.Place),
            IsReprise = isReprise,
            Content = string.Join('\n', open.Select(b => $"{b.Block} {b.Seal}")),
        };
        if (rows is null)
        {
            db.Signatures.Add(signature);
        }
        else
        {
            rows.Signatures.Add(signature);
        }

        foreach (var block in open)
        {
            block.SignedSeal = block.Seal;
            block.SignatureId = signature.Id;
            block.IsReturned = false;
            block.ReviewId = null;
            block.ValidatedSeal = null;
            block.AcceptedSeal = null;
        }

        dossier.Submission.FirstSignedAt ??= now;
        return signature;
    }

    // A block that nobody has touched has no row yet: a signature covers it all the same.
    private static void SealBlocks(AppDb db, Dossier dossier, NewRows? rows)
    {
        foreach (var block in dossier.Questionnaire.Blocks)
        {
            if (!dossier.Blocks.ContainsKey(block.Key))
            {
                DossierStore.Seal(db, dossier, block, rows);
            }
        }
    }
}
