using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Submissions;

/// <summary>An assignment that was ended.</summary>
public sealed record AssignmentEnded(Guid Submission, string Person, int Questions);

/// <summary>Ends an assignment: the person loses its questions at once, what they answered stays. The invitation that waits is no longer good.</summary>
public sealed class EndAssignment(AppDb db, DossierStore dossiers, Writing writing)
{
    public Task<Outcome<AssignmentEnded>> RunAsync(Actor actor, Guid id, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => EndAsync(actor, id, now, cancel), cancel);

    private async Task<Outcome<AssignmentEnded>> EndAsync(Actor actor, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        var submission = await db.Assignments.Where(a => a.Id == id).Select(a => (Guid?)a.SubmissionId).SingleOrDefaultAsync(cancel);
        if (submission is not { } found || await dossiers.LockAsync(found, cancel) is not { } dossier || !actor.May(Permission.AssignQuestions, dossier.Place))
        {
            return Outcome.Missing<AssignmentEnded>();
        }

        var row = await db.Assignments.Include(a => a.Questions).SingleAsync(a => a.Id == id, cancel);
        if (row.EndedAt is not null)
        {
            return Outcome.Refused<AssignmentEnded>(new Problem("submissions.assignment-over", null, row.Person));
        }

        row.EndedAt = now;
        row.EndedBy = actor.Name;
        row.Version++;
        if (row.InvitationId is { } waiting)
        {
            await db.Invitations.Where(i => i.Id == waiting && i.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancel);
        }

        await TrailWriter.AppendAsync(
            db, actor, now, [new TrailEntry("submissions.end-assignment", row.Organization, row.SubmissionId, AssignQuestions.Told(row), null)], cancel);
        return Outcome.Done(new AssignmentEnded(row.SubmissionId, row.Person, row.Questions.Count));
    }
}
