using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.Domain.Campaigns;

namespace Responsables.App.Home;

/// <summary>Reads what was done on the dossiers of a campaign since the day before: three statements.</summary>
public sealed class ProgressNews(AppDb db)
{
    public async Task<RecentActs> ReadAsync(Campaign campaign, DateTimeOffset now, CancellationToken cancel)
    {
        var since = DaysLeft.StartOfYesterday(now);
        var ids = db.Submissions.Where(s => s.CampaignId == campaign.Id).Select(s => s.Id);
        var signed = await db.Signatures.AsNoTracking()
            .Where(s => s.At >= since && s.WithdrawnAt == null && ids.Contains(s.SubmissionId)).Select(s => s.SubmissionId).Distinct().ToListAsync(cancel);
        var reviews = await db.Reviews.AsNoTracking()
            .Where(r => r.At >= since && r.UndoneAt == null && ids.Contains(r.SubmissionId)).Select(r => new { r.SubmissionId, r.Decision }).Distinct().ToListAsync(cancel);
        var accepted = await db.Acceptances.AsNoTracking()
            .Where(a => a.At >= since && a.UndoneAt == null && ids.Contains(a.SubmissionId)).Select(a => a.SubmissionId).Distinct().ToListAsync(cancel);
        return new RecentActs(
            since, signed.ToHashSet(), accepted.ToHashSet(),
            reviews.Where(r => r.Decision == ReviewDecision.Validated).Select(r => r.SubmissionId).ToHashSet(),
            reviews.Where(r => r.Decision == ReviewDecision.Returned).Select(r => r.SubmissionId).ToHashSet());
    }
}

/// <summary>The dossiers on which something was done.</summary>
public sealed record RecentActs(
    DateTimeOffset Since, IReadOnlySet<Guid> Signed, IReadOnlySet<Guid> Accepted, IReadOnlySet<Guid> Validated, IReadOnlySet<Guid> Returned)
{
    /// <summary>What concerns some dossiers. A return is told before the rest: it waits for somebody.</summary>
    public DossierNews Of(IReadOnlyList<SubmissionLine> lines)
    {
        var left = lines.ToList();
        var returned = Take(l => Returned.Contains(l.Id));
        var accepted = Take(l => Accepted.Contains(l.Id));
        var validated = Take(l => Validated.Contains(l.Id));
        var signed = Take(l => Signed.Contains(l.Id));
        return new DossierNews(Since, signed, accepted, validated, returned, Take(l => l.ChangedAt >= Since));

        List<SubmissionLine> Take(Func<SubmissionLine, bool> told)
        {
            var found = left.Where(told).ToList();
            left.RemoveAll(found.Contains);
            return found;
        }
    }
}
