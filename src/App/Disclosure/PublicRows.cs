using Microsoft.EntityFrameworkCore;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Disclosure;

/// <summary>The consolidated figures of a campaign, row by row, as the public would read them.</summary>
public sealed class PublicRows(AppDb db, ConsolidationRows rows, PublicReadings readings)
{
    /// <param name="query">At the level of what is published, or refused.</param>
    public async Task<Outcome<IAsyncEnumerable<ConsolidationRow>>> OfAsync(Actor actor, ConsolidationQuery query, CancellationToken cancel)
    {
        if (!actor.May(Permission.PreviewPublication))
        {
            return Outcome.Missing<IAsyncEnumerable<ConsolidationRow>>();
        }

        if (query.Level != PublicReadings.Level)
        {
            return Outcome.Refused<IAsyncEnumerable<ConsolidationRow>>(new Problem("disclosure.validated-only", null));
        }

        var campaign = await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == query.Year, cancel);
        return campaign is null
            ? Outcome.Refused<IAsyncEnumerable<ConsolidationRow>>(new Problem("campaigns.year-unknown", null, query.Year))
            : await rows.OfAsync(actor, query, (await readings.OfAsync(campaign, cancel)).Of, cancel);
    }
}
