using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Submissions;

/// <summary>The dossier of a year.</summary>
public sealed record YearlyDossier(int Year, SubmissionLine Line);

/// <summary>The dossiers of one organisation over the years, for those who may follow it; none for the others.</summary>
public sealed class OrganizationDossiers(AppDb db, SubmissionList list)
{
    public async Task<IReadOnlyList<YearlyDossier>> RunAsync(Actor actor, OrganizationCode code, CancellationToken cancel)
    {
        if (!actor.MaySomewhere(Permission.ReadProgress))
        {
            return [];
        }

        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).ToListAsync(cancel);
        var found = new List<YearlyDossier>();
        foreach (var campaign in campaigns)
        {
            var lines = await list.RunAsync(actor, campaign, s => s.Where(x => x.Organization == code), cancel);
            found.AddRange(lines.Select(l => new YearlyDossier(campaign.Year, l)));
        }

        return found;
    }
}
