using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Campaigns;

/// <summary>Closes a campaign: nothing is entered, signed or reviewed any more, except in its correction window.</summary>
public sealed class CloseCampaign(AppDb db, Writing writing)
{
    public Task<Outcome<int>> RunAsync(Actor actor, int year, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageCampaigns)
            ? writing.OnceAsync(key, now => CloseAsync(actor, year, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<int>());

    private async Task<Outcome<int>> CloseAsync(Actor actor, int year, DateTimeOffset now, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.SingleOrDefaultAsync(c => c.Year == year, cancel);
        if (campaign is null)
        {
            return Outcome.Refused<int>(new Problem("campaigns.year-unknown", null, year));
        }

        if (campaign.ClosedAt is not null)
        {
            return Outcome.Refused<int>(new Problem("campaigns.already-closed", null, year));
        }

        campaign.ClosedAt = now;
        campaign.ClosedBy = actor.Name;
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("campaigns.close", null, campaign.Id, null, new { year })], cancel);
        return Outcome.Done(year);
    }
}
