using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Shared;

namespace Responsables.App.Campaigns;

/// <summary>The terms of a branch as they were typed (<c>2026-03-15</c>); an empty day is the end of the window.</summary>
public sealed record BranchDays(string Branch, string Entry, string Review)
{
    /// <summary>Names of the fields, where problems are shown.</summary>
    public const string EntryName = "entry-by";
    public const string ReviewName = "review-by";

    public static BranchDays Of(string branch, BranchTerm? term, string zone) => new(branch, Day(term?.EntryBy, zone), Day(term?.ReviewBy, zone));

    private static string Day(DateTimeOffset? at, string zone) => at is { } instant ? IsoDay.Of(Deadline.DayAt(instant, zone)) : "";
}

/// <summary>What other terms do to the bodies of a branch.</summary>
/// <param name="Late">Those that have not signed and whose term has passed.</param>
public sealed record BranchTermsSet(string Branch, int Bodies, int Late);

/// <summary>A branch sets the days by which it expects its bodies and its fund, within the windows of the campaign.</summary>
public sealed class SetBranchTerms(AppDb db, OptionalQuery optional, Writing writing)
{
    /// <summary>The terms of a campaign, by branch.</summary>
    public async Task<IReadOnlyList<BranchTerm>> AllAsync(Guid campaignId, CancellationToken cancel) =>
        [.. (await db.BranchTerms.AsNoTracking().Where(t => t.CampaignId == campaignId).ToListAsync(cancel)).OrderBy(t => t.Branch, StringComparer.InvariantCulture)];

    /// <summary>The branches of a campaign whose terms a person sets.</summary>
    public async Task<IReadOnlyList<string>> BranchesAsync(Actor actor, Guid campaignId, CancellationToken cancel)
    {
        var own = (await optional.BranchesAsync(actor, cancel)).ToHashSet();
        var asked = await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaignId).Select(s => s.Branch).Distinct().ToListAsync(cancel);
        return [.. asked.Where(own.Contains).Order(StringComparer.InvariantCulture)];
    }

    public async Task<Outcome<BranchTermsSet>> RunAsync(Actor actor, int year, BranchDays days, Guid key, CancellationToken cancel) =>
        (await optional.BranchesAsync(actor, cancel)).Contains(days.Branch)
            ? await writing.OnceAsync(key, now => SetAsync(actor, year, days, now, cancel), cancel)
            : Outcome.Missing<BranchTermsSet>();

    private async Task<Outcome<BranchTermsSet>> SetAsync(Actor actor, int year, BranchDays days, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel) is not { } campaign
            || !await db.Submissions.AnyAsync(s => s.CampaignId == campaign.Id && s.Branch == days.Branch, cancel))
        {
            return Outcome.Missing<BranchTermsSet>();
        }

        var problems = new List<Problem>();
        var entry = Read(days.Entry, BranchDays.EntryName, campaign.EntryFrom, campaign.EntryTo, campaign.Zone, problems);
        var review = Read(days.Review, BranchDays.ReviewName, entry ?? campaign.EntryFrom, campaign.ReviewTo, campaign.Zone, problems);
        if (campaign.ClosedAt is not null)
        {
            problems.Insert(0, new Problem("campaigns.already-closed", null, year));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<BranchTermsSet>(problems);
        }

        var term = await db.BranchTerms.SingleOrDefaultAsync(t => t.CampaignId == campaign.Id && t.Branch == days.Branch, cancel);
        var before = term is null ? null : Told(year, term);
        if (term is null)
        {
            db.BranchTerms.Add(term = new BranchTerm { CampaignId = campaign.Id, Branch = days.Branch, At = now, By = actor.Name });
        }

        (term.EntryBy, term.ReviewBy, term.At, term.By) = (entry, review, now, actor.Name);
        await db.SaveChangesAsync(cancel);
        var bodies = db.Submissions.Where(s => s.CampaignId == campaign.Id && s.Branch == days.Branch);
        var count = await bodies.ExecuteUpdateAsync(s => s.SetProperty(b => b.EntryBy, entry).SetProperty(b => b.ReviewBy, review), cancel);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("campaigns.branch-terms", null, campaign.Id, before, Told(year, term))], cancel);
        return Outcome.Done(new BranchTermsSet(days.Branch, count, entry < now ? await bodies.CountAsync(s => s.FirstSignedAt == null, cancel) : 0));
    }

    // The last second of the day, within the window; nothing for no day.
    private static DateTimeOffset? Read(string typed, string name, DateTimeOffset from, DateTimeOffset to, string zone, List<Problem> problems)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        if (CalendarDays.DayOf(typed) is not { } day || Deadline.EndOf(day, zone) is not Outcome<DateTimeOffset>.Done { Value: var at })
        {
            problems.Add(new Problem("campaigns.day-unreadable", name, typed));
            return null;
        }

        if (at < from || at > to)
        {
            problems.Add(new Problem("campaigns.term-outside", name, from, to));
            return null;
        }

        return at;
    }

    private static object Told(int year, BranchTerm term) => new { year, term.Branch, term.EntryBy, term.ReviewBy };
}
