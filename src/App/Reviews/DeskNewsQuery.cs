using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;

namespace Responsables.App.Reviews;

/// <summary>Reads what others did on the dossiers that a person reviews since they last said they had seen everything. Reading changes nothing.</summary>
public sealed class DeskNewsQuery(AppDb db, TimeProvider clock)
{
    /// <summary>Acts told at most for one dossier.</summary>
    private const int MostActs = 20;

    /// <summary>What is no news to a reviewer: each save of an entry that goes on, and what a body settles with its own direction.</summary>
    private static readonly string[] Inside = ["submissions.save", "submissions.send-back"];

    public async Task<DeskNews> RunAsync(Actor actor, Campaign campaign, CancellationToken cancel)
    {
        var head = await db.TrailHeads.AsNoTracking().Select(h => h.Sequence).SingleAsync(cancel);
        var look = await LookAsync(actor, campaign.Id, cancel);
        var acts = look is null
            ? []
            : await (from row in After(actor, look)
                join submission in ReviewScope.ReviewedBy(db, actor, db.Submissions.Where(s => s.CampaignId == campaign.Id)) on row.SubjectId equals (Guid?)submission.Id
                group row by submission.Id into rows
                select new { rows.Key, Count = rows.Count() }).ToDictionaryAsync(r => r.Key, r => r.Count, cancel);
        return new DeskNews(look, head, clock.GetUtcNow(), acts);
    }

    /// <summary>The same for one dossier, act by act, the last first, without what they hold.</summary>
    public async Task<IReadOnlyList<TrailRow>> OfAsync(Actor actor, Guid campaign, Guid submission, CancellationToken cancel) =>
        await LookAsync(actor, campaign, cancel) is { } look
            ? await After(actor, look).Where(t => t.SubjectId == submission).OrderByDescending(t => t.Sequence).Take(MostActs).ToListAsync(cancel)
            : [];

    private Task<DeskLook?> LookAsync(Actor actor, Guid campaign, CancellationToken cancel) =>
        db.DeskLooks.AsNoTracking().SingleOrDefaultAsync(l => l.AccountId == actor.Id && l.CampaignId == campaign, cancel);

    private IQueryable<TrailRow> After(Actor actor, DeskLook look) =>
        db.Trail.AsNoTracking().Where(t => t.Sequence > look.Sequence && (t.ActorId == null || t.ActorId != actor.Id) && !Inside.Contains(t.Act));
}
