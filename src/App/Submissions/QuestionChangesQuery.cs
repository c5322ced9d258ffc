using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>A question that is no longer asked, with last year's answers for whoever may read them.</summary>
public sealed record GoneQuestion(Variable Variable, Answers? Answers);

/// <summary>Reads what a dossier is asked otherwise than the year before.</summary>
public sealed class QuestionChangesQuery(AppDb db, YearChanges changes, DossierStore dossiers)
{
    public ValueTask<QuestionChanges> OfAsync(Dossier dossier, CancellationToken cancel) => changes.OfAsync(db, dossier.Campaign, dossier.Submission.Branch, cancel);

    /// <summary>The questions that are gone; none for whoever has some questions only.</summary>
    public async Task<IReadOnlyList<GoneQuestion>> GoneAsync(SubmissionView view, CancellationToken cancel)
    {
        var now = view.Dossier;
        if (view.Assigned is not null || await OfAsync(now, cancel) is not { Gone: { Count: > 0 } gone })
        {
            return [];
        }

        var id = await db.Submissions.AsNoTracking()
            .Where(s => s.Organization == now.Submission.Organization && s.Campaign.Year == now.Campaign.Year - 1).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancel);
        var before = id is { } earlier && await dossiers.ReadAsync(earlier, cancel) is { } read ? view.AsFor(read) : null;
        return [.. gone.Select(v => new GoneQuestion(v, before?.Shows(v.Code) == true ? before.Dossier.Answers : null))];
    }
}
