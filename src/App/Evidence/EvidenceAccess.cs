using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Evidence;

/// <summary>A dossier, and the questions of it whose evidence somebody may read: those whose answer they may read as it now stands.</summary>
public sealed record ReadableEvidence(Dossier Dossier, Func<VariableCode, bool> Shows);

/// <summary>The one place that says who reads a piece: whoever reads the answer beside which it stands, and nobody else.</summary>
public sealed class EvidenceAccess(AppDb db, SubmissionQuery submissions, DossierStore dossiers)
{
    /// <summary>Null when nothing of the dossier may be read.</summary>
    public async Task<ReadableEvidence?> OpenAsync(Actor actor, Guid submission, CancellationToken cancel)
    {
        if (await submissions.RunAsync(actor, submission, cancel) is { } view)
        {
            return new ReadableEvidence(view.Dossier, view.Shows);
        }

        if (await dossiers.ReadAsync(submission, cancel) is not { } dossier)
        {
            return null;
        }

        // The committee reads what is validated of every body, not its dossiers.
        if (actor.May(Permission.ReadValidated, dossier.Place))
        {
            return new ReadableEvidence(dossier, v => dossier.Questionnaire.Asks(v) && dossier.Questionnaire.BlocksOf(v).Any(b => dossier.StateOf(b) is BlockState.Validated or BlockState.Accepted));
        }

        // Whoever has a question this year reads what the body answered to it before.
        var mine = await AssignedAsync(actor, dossier.Submission.Organization, dossier.Campaign.Year, cancel);
        return mine.Count == 0 ? null : new ReadableEvidence(dossier.Only(mine), v => mine.Contains(v) && dossier.Questionnaire.Asks(v));
    }

    /// <summary>Whether somebody who may answer for a body, or for some questions of it, knows a piece of it.</summary>
    internal async Task<bool> KnowsAsync(Actor actor, Place body, Guid piece, CancellationToken cancel)
    {
        var ties = await db.EvidenceTies.AsNoTracking().Where(t => t.PieceId == piece && t.RemovedAt == null).Select(t => t.Variable).Distinct().ToListAsync(cancel);
        return ties.Count > 0 && (actor.May(Permission.EnterAnswers, body) || (await AssignedAsync(actor, body.Code, 0, cancel)).Overlaps(ties));
    }

    /// <summary>The questions of a body that somebody has, in a dossier of that year or later.</summary>
    internal async Task<HashSet<VariableCode>> AssignedAsync(Actor actor, OrganizationCode body, int since, CancellationToken cancel) => actor.MayOnAssigned(Permission.ReadDraft, body)
        ? [.. await (from assignment in db.Assignments.AsNoTracking()
            join submission in db.Submissions on assignment.SubmissionId equals submission.Id
            where assignment.AccountId == actor.Id && assignment.EndedAt == null && assignment.Organization == body && submission.Campaign.Year >= since
            from question in assignment.Questions
            select question.Variable).ToListAsync(cancel)]
        : [];
}
