using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>Which questions, with what is said about them. The day is as it was typed: <c>2026-02-15</c>, or nothing.</summary>
public sealed record AssignedWork(IReadOnlyList<VariableCode> Questions, string Message, string Due);

/// <summary>Questions that were assigned.</summary>
/// <param name="Name">Whoever has them already; null while an invitation waits.</param>
/// <param name="Link">The invitation that was made; null when the person has an account of the body.</param>
public sealed record AssignmentMade(Guid Id, string Email, string? Name, int Questions, LinkMade? Link);

/// <summary>A body assigns questions of its dossier to somebody by their address, and changes it.</summary>
public sealed class AssignQuestions(AppDb db, DossierStore dossiers, InvitationGuards addresses, OutboxWriter outbox, Writing writing)
{
    /// <summary>Names of the fields, where problems are shown.</summary>
    public const string Email = "email";
    public const string Message = "message";
    public const string Due = "due";
    public const string Questions = "question";

    /// <param name="token">The secret of the invitation, if one has to be made.</param>
    public Task<Outcome<AssignmentMade>> RunAsync(
        Actor actor, Guid submissionId, string email, AssignedWork work, LinkToken token, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => AssignAsync(actor, submissionId, email.Trim(), Clean(work), token, now, cancel), cancel);

    /// <param name="version">Version that the form showed; another one is stale.</param>
    public Task<Outcome<AssignmentMade>> ChangeAsync(Actor actor, Guid id, int version, AssignedWork work, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => ChangeAsync(actor, id, version, Clean(work), now, cancel), cancel);

    private async Task<Outcome<AssignmentMade>> AssignAsync(
        Actor actor, Guid submissionId, string email, AssignedWork work, LinkToken token, DateTimeOffset now, CancellationToken cancel)
    {
        var dossier = await dossiers.LockAsync(submissionId, cancel);
        if (dossier is null || !actor.May(Permission.AssignQuestions, dossier.Place))
        {
            return Outcome.Missing<AssignmentMade>();
        }

        var invitation = new NewInvitation(email, Role.Helper, dossier.Place.Code);
        var problems = await addresses.AddressAsync(invitation, cancel);
        var known = problems.Count == 0 ? await FindAsync(email, cancel) : null;
        if (known?.ToActor() is { } person && person.May(Permission.ReadSubmitted, dossier.Place) && !person.May(Permission.EnterAnswers, dossier.Place))
        {
            problems.Add(new Problem("submissions.assign-reader", Email, person.Name));
        }

        problems.AddRange(await RefusingAsync(dossier, null, work, now, cancel));
        if (problems.Count > 0)
        {
            return Outcome.Refused<AssignmentMade>(problems);
        }

        // An account of the body has them at once; any other address says by its link that it is the person's.
        var isOfBody = known is not null && (known.Grants.Any(g => g.Scope == dossier.Place.Code)
            || await db.Assignments.AnyAsync(a => a.AccountId == known.Id && a.Organization == dossier.Place.Code, cancel));
        var link = isOfBody ? null : InvitePerson.RowOf(actor, invitation, token, now);
        var row = new Assignment
        {
            SubmissionId = submissionId,
            Organization = dossier.Place.Code,
            Email = email,
            AccountId = isOfBody ? known!.Id : null,
            Name = isOfBody ? known!.ToActor().Name : null,
            InvitationId = link?.Id,
            Message = work.Message.Length == 0 ? null : work.Message,
            DueOn = IsoDay.Read(work.Due),
            At = now,
            By = actor.Name,
            ById = actor.IsCommand ? null : actor.Id,
            Version = 1,
        };
        row.Questions.AddRange(work.Questions.Select(v => new AssignedQuestion { AssignmentId = row.Id, Variable = v }));
        db.Assignments.Add(row);
        List<TrailEntry> entries = [new TrailEntry("submissions.assign", row.Organization, submissionId, null, Told(row))];
        if (link is not null)
        {
            db.Invitations.Add(link);
            entries.Add(InvitePerson.EntryOf(link));
        }

        await TrailWriter.AppendAsync(db, actor, now, entries, cancel);
        if (link is null)
        {
            await TellAsync(actor, dossier, row, now, cancel);
            return Outcome.Done(Made(row, null));
        }

        var isMailed = outbox.AddLink(actor, AssignmentNews.LinkOf(dossier, actor, row, link, token), now);
        return Outcome.Done(Made(row, new LinkMade(link.Id, link.Email, link.TokenHash, link.ExpiresAt, isMailed)));
    }

    private async Task<Outcome<AssignmentMade>> ChangeAsync(Actor actor, Guid id, int version, AssignedWork work, DateTimeOffset now, CancellationToken cancel)
    {
        var submission = await db.Assignments.Where(a => a.Id == id).Select(a => (Guid?)a.SubmissionId).SingleOrDefaultAsync(cancel);
        var dossier = submission is { } found ? await dossiers.LockAsync(found, cancel) : null;
        if (dossier is null || !actor.May(Permission.AssignQuestions, dossier.Place))
        {
            return Outcome.Missing<AssignmentMade>();
        }

        var row = await db.Assignments.Include(a => a.Questions).SingleAsync(a => a.Id == id, cancel);
        if (row.Version != version || row.EndedAt is not null)
        {
            return new Outcome<AssignmentMade>.Stale([new Problem("shared.changed-meanwhile", null)]);
        }

        if (await RefusingAsync(dossier, row, work, now, cancel) is { Count: > 0 } problems)
        {
            return Outcome.Refused<AssignmentMade>(problems);
        }

        var (before, said) = (Told(row), row.Message);
        row.Questions.RemoveAll(q => !work.Questions.Contains(q.Variable));
        row.Questions.AddRange(work.Questions.Where(v => row.Questions.TrueForAll(q => q.Variable != v)).ToList()
            .ConvertAll(v => new AssignedQuestion { AssignmentId = row.Id, Variable = v }));
        row.Message = work.Message.Length == 0 ? null : work.Message;
        row.DueOn = IsoDay.Read(work.Due);
        row.Version++;
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("submissions.change-assignment", row.Organization, row.SubmissionId, before, Told(row))], cancel);
        if (row is { AccountId: not null, Message: not null } && row.Message != said)
        {
            await TellAsync(actor, dossier, row, now, cancel);
        }

        return Outcome.Done(Made(row, null));
    }

    private Task TellAsync(Actor actor, Dossier dossier, Assignment row, DateTimeOffset now, CancellationToken cancel) =>
        outbox.TellAsync(actor, AssignmentNews.Of(dossier, actor, row), now, cancel);

    private async Task<List<Problem>> RefusingAsync(Dossier dossier, Assignment? changed, AssignedWork work, DateTimeOffset now, CancellationToken cancel)
    {
        var problems = SubmissionGuards.Assigning(dossier.Campaign, now).ToList();
        problems.AddRange(Refusing(work, changed, now));
        var taken = (await db.RunningAssignmentsAsync(dossier.Submission.Id, cancel)).Where(a => a.Id != changed?.Id)
            .SelectMany(a => a.Questions.Select(q => (q.Variable, a.Person))).ToDictionary();
        foreach (var code in work.Questions)
        {
            if (!dossier.Questionnaire.Asks(code))
            {
                problems.Add(new Problem("submissions.not-asked", code.Value));
            }
            else if (taken.TryGetValue(code, out var person))
            {
                problems.Add(new Problem("submissions.assigned-already", code.Value, dossier.Compiled.Framework.Variable(code).Label, person));
            }
        }

        return problems;
    }

    private static IEnumerable<Problem> Refusing(AssignedWork work, Assignment? changed, DateTimeOffset now)
    {
        var day = IsoDay.Read(work.Due);
        if (work.Due.Length > 0 && day is null)
        {
            yield return new Problem("submissions.assign-day", Due);
        }
        else if (day < Deadline.DayAt(now) && day != changed?.DueOn)
        {
            yield return new Problem("submissions.assign-past", Due);
        }

        if (WrittenText.Refusal(work.Message, Message, AnswerInput.MaxComment) is { } unkept)
        {
            yield return unkept;
        }

        if (work.Questions.Count == 0)
        {
            yield return new Problem("submissions.assign-nothing", Questions);
        }
    }

    private Task<Account?> FindAsync(string email, CancellationToken cancel)
    {
        var normalized = email.ToUpperInvariant();
        return db.Users.AsNoTracking().Include(a => a.Grants).SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, cancel);
    }

    private static AssignedWork Clean(AssignedWork work) =>
        new([.. work.Questions.Distinct()], WrittenText.Clean(work.Message), work.Due.Trim());

    private static AssignmentMade Made(Assignment row, LinkMade? link) => new(row.Id, row.Email, row.Name, row.Questions.Count, link);

    internal static object Told(Assignment row) => new
    {
        Assignment = row.Id, row.Email, row.DueOn, row.Message, Questions = row.Questions.Select(q => q.Variable.Value).Order(StringComparer.Ordinal).ToList(),
    };
}
