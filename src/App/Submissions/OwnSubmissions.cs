using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Submissions;

/// <summary>A dossier of somebody's own body, in its campaign.</summary>
/// <param name="SentBack">The last time the direction handed it back, unless it was signed since.</param>
public sealed record OwnSubmission(Campaign Campaign, SubmissionLine Line, string? Department, SendBack? SentBack = null);

/// <summary>The dossiers of the bodies that a person answers or signs for, the latest year first.</summary>
public sealed class OwnSubmissions(AppDb db, SubmissionList list)
{
    /// <summary>Bodies that a person answers or signs for.</summary>
    public static IReadOnlyList<OrganizationCode> BodiesOf(Actor actor) =>
        [.. actor.ScopesOf(Permission.EnterAnswers).Concat(actor.ScopesOf(Permission.SignSubmission)).Select(s => s.Code).Distinct()];

    /// <param name="years">How many campaigns at most.</param>
    public async Task<IReadOnlyList<OwnSubmission>> RunAsync(Actor actor, int years, CancellationToken cancel)
    {
        var bodies = BodiesOf(actor);
        if (bodies.Count == 0)
        {
            return [];
        }

        var mine = db.Submissions.AsNoTracking().Where(s => bodies.Contains(s.Organization));
        var departments = await mine.Select(s => new { s.Id, s.Department, s.CampaignId }).ToListAsync(cancel);
        var ids = departments.Select(d => d.CampaignId).Distinct().ToList();
        var campaigns = await db.Campaigns.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderByDescending(c => c.Year).Take(years).ToListAsync(cancel);
        var sentBack = await db.StandingSendBacksAsync([.. departments.Select(d => d.Id)], cancel);
        var found = new List<OwnSubmission>();
        foreach (var campaign in campaigns)
        {
            var lines = await list.RunAsync(actor, campaign, s => s.Where(x => bodies.Contains(x.Organization)), cancel);
            found.AddRange(lines.Select(line => new OwnSubmission(campaign, line, departments.Find(d => d.Id == line.Id)?.Department, sentBack.GetValueOrDefault(line.Id))));
        }

        return found;
    }
}
