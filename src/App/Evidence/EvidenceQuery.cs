using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Evidence;

/// <summary>The evidence of one question.</summary>
/// <param name="Pieces">Beside the answer, in the order in which they came.</param>
/// <param name="Removed">Those that were taken away, for who reads drafts.</param>
/// <param name="Reusable">Other pieces of the body that this person may put beside it.</param>
/// <param name="MayAnswer">Whether this person answers the question.</param>
/// <param name="AgainstAdding">Why nothing may be added now.</param>
/// <param name="AgainstRemoving">Why nothing may be taken away now.</param>
/// <param name="Kept">Bytes that the body keeps for the year.</param>
public sealed record QuestionEvidence(
    SubmissionView View, Variable Variable, IReadOnlyList<TiedPiece> Pieces, IReadOnlyList<TiedPiece> Removed, IReadOnlyList<EvidencePiece> Reusable, bool MayAnswer,
    IReadOnlyList<Problem> AgainstAdding, IReadOnlyList<Problem> AgainstRemoving, long Kept);

/// <summary>Reads the evidence of answers, for those who may read these answers.</summary>
public sealed class EvidenceQuery(AppDb db, SubmissionQuery submissions, QuestionScopes scopes, EvidenceAccess access, TimeProvider clock)
{
    /// <summary>How many pieces each question of a dossier has: one statement. The caller shows those of the questions that it may show.</summary>
    public Task<Dictionary<VariableCode, int>> CountsAsync(Guid submission, CancellationToken cancel) => db.EvidenceTies
        .Where(t => t.SubmissionId == submission && t.RemovedAt == null)
        .GroupBy(t => t.Variable).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    /// <summary>One question; null when there is none or this person may not read its answer.</summary>
    public async Task<QuestionEvidence?> OfQuestionAsync(Actor actor, Guid submission, VariableCode variable, CancellationToken cancel)
    {
        if (await submissions.RunAsync(actor, submission, cancel) is not { } view || !view.Shows(variable))
        {
            return null;
        }

        var dossier = view.Dossier;
        var body = dossier.Submission.Organization;
        var mayAnswer = (await scopes.OfAsync(actor, Permission.EnterAnswers, submission, dossier.Place, cancel))?.Includes(variable) == true;
        var ties = await TiesAsync(t => t.SubmissionId == submission && t.Variable == variable, cancel);
        var dates = await ApprovalDates.OfAsync(db, dossier, cancel);
        var pieces = ties.ConvertAll(t => new TiedPiece(t, dates.Of(t)));
        var now = clock.GetUtcNow();
        return new QuestionEvidence(
            view, dossier.Compiled.Framework.Variable(variable), pieces.FindAll(p => !p.IsRemoved), view.SeesDrafts ? pieces.FindAll(p => p.IsRemoved) : [],
            mayAnswer ? await ReusableAsync(actor, view, variable, [.. ties.Where(t => t.RemovedAt is null).Select(t => t.PieceId)], cancel) : [],
            mayAnswer, [.. EvidenceGuards.Adding(dossier, now)], [.. EvidenceGuards.Removing(dossier, variable, now)],
            mayAnswer ? await db.Evidence.Where(p => p.Organization == body && p.Year == dossier.Campaign.Year && p.ErasedAt == null).SumAsync(p => p.Size, cancel) : 0);
    }

    /// <summary>Beside which answer a piece stands.</summary>
    public async Task<(Guid Submission, VariableCode Variable)?> PlaceOfAsync(Guid tie, CancellationToken cancel) =>
        await db.EvidenceTies.Where(t => t.Id == tie).Select(t => new { t.SubmissionId, t.Variable }).SingleOrDefaultAsync(cancel) is { } place ? (place.SubmissionId, place.Variable) : null;

    /// <summary>All that stands beside the answers of a dossier that this view shows.</summary>
    public async Task<ILookup<VariableCode, TiedPiece>> OfDossierAsync(SubmissionView view, CancellationToken cancel) =>
        await ShownAsync(new ReadableEvidence(view.Dossier, view.Shows), null, cancel);

    /// <summary>What stands beside the answers that make an indicator of a body, for whoever may read them; they need not be able to open its dossier.</summary>
    public async Task<ILookup<VariableCode, TiedPiece>> OfIndicatorAsync(Actor actor, Guid submission, Indicator indicator, CancellationToken cancel) =>
        await access.OpenAsync(actor, submission, cancel) is { } readable
            ? await ShownAsync(readable, indicator.Uses.Select(u => u.Variable).ToHashSet(), cancel)
            : Array.Empty<TiedPiece>().ToLookup(p => p.Tie.Variable);

    internal async Task<ILookup<VariableCode, TiedPiece>> ShownAsync(ReadableEvidence readable, IReadOnlySet<VariableCode>? of, CancellationToken cancel)
    {
        var id = readable.Dossier.Submission.Id;
        var ties = (await TiesAsync(t => t.SubmissionId == id && t.RemovedAt == null, cancel)).FindAll(t => of?.Contains(t.Variable) != false && readable.Shows(t.Variable));
        var dates = ties.Count == 0 ? null : await ApprovalDates.OfAsync(db, readable.Dossier, cancel);
        return ties.ToLookup(t => t.Variable, t => new TiedPiece(t, dates!.Of(t)));
    }

    private Task<List<EvidenceTie>> TiesAsync(System.Linq.Expressions.Expression<Func<EvidenceTie, bool>> which, CancellationToken cancel) =>
        db.EvidenceTies.AsNoTracking().Include(t => t.Piece).Where(which).OrderBy(t => t.At).ThenBy(t => t.Id).ToListAsync(cancel);

    // Those of the same question first, the latest before the others.
    private async Task<List<EvidencePiece>> ReusableAsync(Actor actor, SubmissionView view, VariableCode variable, HashSet<Guid> here, CancellationToken cancel)
    {
        var body = view.Dossier.Submission.Organization;
        var known = await TiesAsync(t => t.Piece.Organization == body && t.RemovedAt == null, cancel);
        var mine = view.Assigned is null ? null : await access.AssignedAsync(actor, body, 0, cancel);
        return [.. known.Where(t => !here.Contains(t.PieceId) && mine?.Contains(t.Variable) != false)
            .OrderByDescending(t => t.Variable == variable).ThenByDescending(t => t.At).Select(t => t.Piece).DistinctBy(p => p.Id)];
    }
}
