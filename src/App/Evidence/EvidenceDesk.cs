using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Evidence;

/// <summary>What the acts on evidence share: the locked dossier of whoever may answer the question, and what the trail is told.</summary>
public sealed class EvidenceDesk(AppDb db, DossierStore dossiers, QuestionScopes scopes)
{
    /// <summary>The dossier, locked; null when this person may not answer that question of it.</summary>
    internal async Task<Dossier?> LockAsync(Actor actor, Guid submission, VariableCode variable, CancellationToken cancel) =>
        await dossiers.LockAsync(submission, cancel) is { } dossier && dossier.Questionnaire.Asks(variable)
        && (await scopes.OfAsync(actor, Permission.EnterAnswers, submission, dossier.Place, cancel))?.Includes(variable) == true
            ? dossier
            : null;

    /// <summary>Whether this person may answer that question, before anything is read of what they sent.</summary>
    internal async Task<bool> MayAsync(Actor actor, Guid submission, VariableCode variable, CancellationToken cancel) =>
        await dossiers.AskedAsync(submission, cancel) is var (place, questionnaire) && questionnaire.Asks(variable)
        && (await scopes.OfAsync(actor, Permission.EnterAnswers, submission, place, cancel))?.Includes(variable) == true;

    /// <summary>A piece, locked: nobody ties it while its bytes go, nor the other way round.</summary>
    internal async Task<EvidencePiece?> LockPieceAsync(Guid id, CancellationToken cancel)
    {
        if (db is PostgresDb)
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM evidence WHERE \"Id\" = {id} FOR UPDATE", cancel);
        }

        return await db.Evidence.SingleOrDefaultAsync(p => p.Id == id, cancel);
    }

    /// <summary>How many pieces a question has, and how many bytes the body keeps for the year.</summary>
    internal async Task<(int Tied, long Kept)> UsedAsync(Dossier dossier, VariableCode variable, CancellationToken cancel) => (
        await db.EvidenceTies.CountAsync(t => t.SubmissionId == dossier.Submission.Id && t.Variable == variable && t.RemovedAt == null, cancel),
        await db.Evidence.Where(p => p.Organization == dossier.Submission.Organization && p.Year == dossier.Campaign.Year && p.ErasedAt == null).SumAsync(p => p.Size, cancel));

    /// <summary>Puts a piece beside an answer.</summary>
    internal EvidenceTie Tie(EvidencePiece piece, Dossier dossier, VariableCode variable, Actor actor, DateTimeOffset now)
    {
        var tie = new EvidenceTie
        {
            PieceId = piece.Id, SubmissionId = dossier.Submission.Id, Variable = variable, At = now, By = actor.Name, ById = actor.IsCommand ? null : actor.Id,
        };
        db.EvidenceTies.Add(tie);
        return tie;
    }

    /// <summary>A line of the trail: in which state the answer was says whether the piece came late.</summary>
    internal static TrailEntry Entry(string act, Dossier dossier, VariableCode variable, EvidencePiece piece, bool removed = false)
    {
        var told = new
        {
            Variable = variable.Value, piece.Title, piece.Kind, piece.FileName, piece.Url, piece.Size, piece.Sha256, piece.From, piece.Until, piece.Scan,
            Answer = StateOf(dossier, variable), Erased = removed ? piece.ErasedAt is not null : (bool?)null,
        };
        return new TrailEntry(act, dossier.Place.Code, dossier.Submission.Id, removed ? told : null, removed ? null : told);
    }

    private static BlockState StateOf(Dossier dossier, VariableCode variable) => dossier.Questionnaire.BlocksOf(variable).Select(dossier.StateOf).Max();
}
