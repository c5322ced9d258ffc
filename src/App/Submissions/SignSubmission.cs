using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>A signature that was given.</summary>
public sealed record Signed(Guid Id, DateTimeOffset At, string Seal, int Blocks);

/// <summary>The director signs what is open, at its present content; and withdraws the signature until the level above has acted.</summary>
public sealed class SignSubmission(AppDb db, DossierStore dossiers, OutboxWriter outbox, Writing writing)
{
    /// <param name="version">Version of the dossier that the director read; another one is stale.</param>
    public Task<Outcome<Signed>> RunAsync(Actor actor, Guid submissionId, int version, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => SignAsync(actor, submissionId, version, now, cancel), cancel);

    public Task<Outcome<Signed>> WithdrawAsync(Actor actor, Guid submissionId, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => WithdrawAsync(actor, submissionId, now, cancel), cancel);

    private async Task<Outcome<Signed>> SignAsync(Actor actor, Guid submissionId, int version, DateTimeOffset now, CancellationToken cancel)
    {
        var dossier = await dossiers.LockAsync(submissionId, cancel);
        if (dossier is null || !actor.May(Permission.SignSubmission, dossier.Place))
        {
            return Outcome.Missing<Signed>();
        }

        if (dossier.Submission.Version != version)
        {
            return new Outcome<Signed>.Stale([new Problem("submissions.changed-since-read", null)]);
        }

        var carried = await db.Analyses.CountAsync(a => a.SubmissionId == submissionId && a.CarriedFrom != null, cancel);
        if (SubmissionGuards.Signing(dossier, carried, now).Concat(SubmissionGuards.SigningAs(dossier, actor)).ToList() is { Count: > 0 } problems)
        {
            return Outcome.Refused<Signed>(problems);
        }

        var signature = SignatureAct.Sign(db, dossier, actor, now, isReprise: false);
        await dossiers.SettleAsync([dossier], now, cancel);
        await TrailWriter.AppendAsync(
            db, actor, now,
            [new TrailEntry("submissions.sign", dossier.Place.Code, dossier.Submission.Id, null, new { signature.Id, signature.Content, signature.OnBehalfOf })], cancel);
        await outbox.TellAsync(actor, DossierNews.Of(dossier, "signed", Audience.Body | Audience.Reviewer, actor), now, cancel);
        return Outcome.Done(Told(signature));
    }

    private async Task<Outcome<Signed>> WithdrawAsync(Actor actor, Guid submissionId, DateTimeOffset now, CancellationToken cancel)
    {
        var dossier = await dossiers.LockAsync(submissionId, cancel);
        if (dossier is null || !actor.May(Permission.SignSubmission, dossier.Place))
        {
            return Outcome.Missing<Signed>();
        }

        var signature = await db.Signatures.Where(s => s.SubmissionId == submissionId).OrderByDescending(s => s.At).FirstOrDefaultAsync(cancel);
        if (SubmissionGuards.Withdrawing(dossier, signature, now).ToList() is { Count: > 0 } problems)
        {
            return Outcome.Refused<Signed>(problems);
        }

        signature!.WithdrawnAt = now;
        signature.WithdrawnBy = actor.Name;
        foreach (var block in dossier.Blocks.Values.Where(b => b.SignatureId == signature.Id))
        {
            block.SignedSeal = null;
            block.SignatureId = null;
        }

        await dossiers.SettleAsync([dossier], now, cancel);
        await TrailWriter.AppendAsync(
            db, actor, now,
            [new TrailEntry("submissions.withdraw", dossier.Place.Code, dossier.Submission.Id, new { signature.Id, signature.Content }, null)], cancel);
        return Outcome.Done(Told(signature));
    }

    private static Signed Told(Signature signature) =>
        new(signature.Id, signature.At, signature.ToSeal(), signature.BlockCount);
}
