using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>Some questions that a person has in a dossier.</summary>
/// <param name="Dossier">The dossier with these questions and nothing else.</param>
public sealed record AssignedToMe(Dossier Dossier, IReadOnlyList<Assignment> Assignments)
{
    /// <summary>Every question, in the order of the framework.</summary>
    public IEnumerable<Variable> Questions => Dossier.Questionnaire.Variables;

    /// <summary>The first day by which answers are wanted.</summary>
    public DateOnly? DueOn => Assignments.Min(a => a.DueOn);
}

/// <summary>Reads what was assigned.</summary>
public sealed class AssignmentQuery(AppDb db, DossierStore dossiers, SubmissionQuery submissions)
{
    /// <summary>Dossiers shown to somebody at once.</summary>
    private const int Most = 10;

    /// <summary>What a person has, the latest year first.</summary>
    public async Task<IReadOnlyList<AssignedToMe>> MineAsync(Actor actor, CancellationToken cancel)
    {
        var mine = (await db.Assignments.AsNoTracking().Include(a => a.Questions).Where(a => a.AccountId == actor.Id && a.EndedAt == null).ToListAsync(cancel))
            .ToLookup(a => a.SubmissionId);
        var found = new List<AssignedToMe>();
        foreach (var work in mine.OrderByDescending(g => g.Max(a => a.At)).Take(Most))
        {
            if (await dossiers.ReadAsync(work.Key, cancel) is { } dossier)
            {
                found.Add(new AssignedToMe(dossier.Only(work.SelectMany(a => a.Questions).Select(q => q.Variable).ToHashSet()), [.. work.OrderBy(a => a.At)]));
            }
        }

        return [.. found.OrderByDescending(f => f.Dossier.Campaign.Year)];
    }

    /// <summary>One assignment with its dossier, for those who may change it; null for others, and once it is over.</summary>
    public async Task<(SubmissionView View, Assignment Assignment)?> FindAsync(Actor actor, Guid submissionId, Guid id, CancellationToken cancel) =>
        await ForAssigningAsync(actor, submissionId, cancel) is { } view && view.Assignments.FirstOrDefault(a => a.Id == id) is { } assignment ? (view, assignment) : null;

    /// <summary>A dossier for those who may assign its questions; null for others.</summary>
    public async Task<SubmissionView?> ForAssigningAsync(Actor actor, Guid submissionId, CancellationToken cancel) =>
        await submissions.RunAsync(actor, submissionId, cancel) is { } view && actor.May(Permission.AssignQuestions, view.Dossier.Place) ? view : null;
}

/// <summary>Assignments that are not over.</summary>
public static class RunningAssignments
{
    /// <summary>Those of a dossier, in the order in which they were made.</summary>
    internal static async Task<List<Assignment>> RunningAssignmentsAsync(this AppDb db, Guid submissionId, CancellationToken cancel) =>
        await db.Assignments.AsNoTracking().Include(a => a.Questions).Where(a => a.SubmissionId == submissionId && a.EndedAt == null)
            .OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(cancel);

    /// <summary>How many questions of an assignment have an answer, all of them counted: « 3 sur 8 ».</summary>
    public static int Answered(this IEnumerable<AssignedQuestion> questions, Dossier dossier) =>
        questions.Count(q => dossier.Questionnaire.Asks(q.Variable) && Assessment.IsAnswered(dossier.Compiled.Framework.Variable(q.Variable), dossier.Answers));
}
