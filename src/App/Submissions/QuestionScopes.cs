using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Submissions;

/// <summary>Over which questions of a dossier a permission is held.</summary>
/// <param name="Only">The questions; null: all of it.</param>
public sealed record QuestionScope(IReadOnlySet<VariableCode>? Only)
{
    public static readonly QuestionScope Whole = new((IReadOnlySet<VariableCode>?)null);

    public bool IsWhole => Only is null;

    public bool Includes(VariableCode variable) => Only is null || Only.Contains(variable);
}

/// <summary>The one place that says which questions somebody may see or answer: all of a body of theirs, or those that were assigned to them.</summary>
public sealed class QuestionScopes(AppDb db)
{
    /// <summary>Null when the permission is held over nothing of this dossier.</summary>
    public async Task<QuestionScope?> OfAsync(Actor actor, Permission permission, Guid submissionId, Place body, CancellationToken cancel)
    {
        if (actor.May(permission, body))
        {
            return QuestionScope.Whole;
        }

        if (!actor.MayOnAssigned(permission, body.Code))
        {
            return null;
        }

        var codes = await db.Assignments.AsNoTracking().Where(a => a.SubmissionId == submissionId && a.AccountId == actor.Id && a.EndedAt == null)
            .SelectMany(a => a.Questions).Select(q => q.Variable).Distinct().ToListAsync(cancel);
        return codes.Count == 0 ? null : new QuestionScope(codes.ToHashSet());
    }
}
