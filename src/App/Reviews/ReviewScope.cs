using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;

namespace Responsables.App.Reviews;

/// <summary>The submissions that a person reviews: the same rule as <see cref="ReviewGuards.IsReviewer"/>, for lists.</summary>
internal static class ReviewScope
{
    public static IQueryable<Submission> ReviewedBy(AppDb db, Actor actor, IQueryable<Submission> submissions)
    {
        var funds = actor.Grants.Where(g => g.Role == Role.Coordinator && g.Scope is not null).Select(g => g.Scope!.Value).ToList();
        var federation = actor.Has(Role.Federation);
        return submissions.Where(s =>
            (s.Reviewer != s.Organization && funds.Contains(s.Reviewer))
            || (federation && (s.Reviewer == s.Organization || !db.Grants.Any(g => g.Role == Role.Coordinator && g.Scope == s.Reviewer))));
    }
}
