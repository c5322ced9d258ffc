using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Workbooks;

/// <summary>An organisation whose bodies can be had as one workbook.</summary>
public sealed record WorkbookScope(OrganizationCode Code, string Name, int Bodies);

/// <summary>The organisations above several bodies that somebody reads, the widest first.</summary>
public sealed class WorkbookScopes(AppDb db)
{
    public async Task<IReadOnlyList<WorkbookScope>> RunAsync(Actor actor, int year, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel);
        // Somebody of a body has its own workbook.
        if (campaign is null || !(actor.May(Permission.ReadSubmitted) || actor.ScopesOf(Permission.ReadSubmitted).Any(s => s.WithBelow)))
        {
            return [];
        }

        var bodies = await SubmissionList.VisibleTo(actor, db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign.Id))
            .Select(s => new { s.Organization, s.Ancestors }).ToListAsync(cancel);
        var counts = bodies.SelectMany(b => b.Ancestors.Split(';', StringSplitOptions.RemoveEmptyEntries)).CountBy(a => a).ToDictionary(a => new OrganizationCode(a.Key), a => a.Value);
        var mine = actor.ScopesOf(Permission.ReadSubmitted).Select(s => s.Code).ToHashSet();
        var names = (await db.Organizations.AsNoTracking().Where(o => o.ValidFrom == null || o.ValidFrom <= campaign.TreeDate).Select(o => new { o.Code, o.Name, o.ValidFrom }).ToListAsync(cancel))
            .GroupBy(o => o.Code).ToDictionary(o => o.Key, o => o.MaxBy(p => p.ValidFrom)!.Name);
        return [.. counts.Where(c => actor.May(Permission.ReadSubmitted) || mine.Contains(c.Key))
            .Select(c => new WorkbookScope(c.Key, names.GetValueOrDefault(c.Key, c.Key.Value), c.Value)).OrderByDescending(s => s.Bodies).ThenBy(s => s.Name, StringComparer.CurrentCulture)];
    }
}
