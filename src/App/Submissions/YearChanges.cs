using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>What each branch is asked otherwise than the year before: both campaigns pinned what they ask, so it is compared once.</summary>
public sealed class YearChanges(FrameworkCatalog frameworks, Questionnaires questionnaires)
{
    private readonly ConcurrentDictionary<(Guid, string), QuestionChanges> known = new();

    public async ValueTask<QuestionChanges> OfAsync(AppDb db, Campaign campaign, string branch, CancellationToken cancel)
    {
        if (known.TryGetValue((campaign.Id, branch), out var changes))
        {
            return changes;
        }

        // A year before that is opened later is found then.
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == campaign.Year - 1, cancel) is not { } before)
        {
            return QuestionChanges.None;
        }

        var asked = await questionnaires.OfAsync(db, before, (await frameworks.OfAsync(db, before, cancel)).Framework, branch, cancel);
        var asks = await questionnaires.OfAsync(db, campaign, (await frameworks.OfAsync(db, campaign, cancel)).Framework, branch, cancel);
        return known.GetOrAdd((campaign.Id, branch), QuestionChanges.Between(asked, asks));
    }
}
