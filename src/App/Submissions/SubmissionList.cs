using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>A line of a list of submissions.</summary>
/// <param name="Late">Whether the term of the body is over and it has never been signed.</param>
/// <param name="EntryUntil">The later end of entry that the body was given; null: the campaign's.</param>
public sealed record SubmissionLine(
    Guid Id, OrganizationCode Organization, string ShortName, string Name, string Network, string Branch, OrganizationCode Reviewer, SubmissionState State,
    BlockCounts Blocks, int Required, int Answered, int Blocking, int ToExplain, DateTimeOffset? ChangedAt, DateTimeOffset? FirstSignedAt, bool Late, DateTimeOffset? EntryUntil = null)
{
    /// <summary>The later end of review that the body was given; null: the campaign's.</summary>
    public DateTimeOffset? ReviewUntil { get; init; }

    /// <summary>The windows of the body.</summary>
    public CampaignCalendar CalendarIn(Campaign campaign) => campaign.Calendar.WithEntryUntil(EntryUntil).WithReviewUntil(ReviewUntil);

    /// <summary>When its branch expects it to have signed, and to have been reviewed; null: at the end of the windows.</summary>
    public DateTimeOffset? EntryBy { get; init; }

    public DateTimeOffset? ReviewBy { get; init; }

    /// <summary>When it is to have signed: by its own delay, else by its branch's term, else by the end of the window.</summary>
    public DateTimeOffset EntryTermIn(Campaign campaign) => Deadline.TermOf(EntryUntil, EntryBy, campaign.EntryTo);

    /// <summary>When it is to have been reviewed.</summary>
    public DateTimeOffset ReviewTermIn(Campaign campaign) => Deadline.TermOf(ReviewUntil, ReviewBy, campaign.ReviewTo);

    public string? Region { get; init; }

    public string? Department { get; init; }

    public SizeClass Size { get; init; }

    /// <summary>Last validated staff when the campaign opened: what the body weighs; null: not known.</summary>
    public decimal? Staff { get; init; }

    /// <summary>Of the blocks that wait for a review: those to be looked at before the rest, and among them those whose figure moved far.</summary>
    public int FirstLooks { get; init; }

    public int MovedFar { get; init; }
}

/// <summary>The submissions of a campaign that a person may follow, with how far each is. Two statements whatever their number.</summary>
public sealed class SubmissionList(AppDb db, FrameworkCatalog frameworks, Questionnaires questionnaires, TimeProvider clock)
{
    /// <param name="only">Narrows the list further; null: all that the person may follow.</param>
    public async Task<IReadOnlyList<SubmissionLine>> RunAsync(
        Actor actor, Campaign campaign, Func<IQueryable<Submission>, IQueryable<Submission>>? only, CancellationToken cancel)
    {
        var visible = VisibleTo(actor, db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign.Id));
        var submissions = await (only?.Invoke(visible) ?? visible).OrderBy(s => s.ShortName).ToListAsync(cancel);
        var counted = from block in db.SubmissionBlocks
            join submission in only?.Invoke(visible) ?? visible on block.SubmissionId equals submission.Id
            group block by block.SubmissionId into blocks
            select new
            {
                blocks.Key,
                Returned = blocks.Count(b => b.IsReturned),
                Signed = blocks.Count(b => !b.IsReturned && b.SignedSeal == b.Seal),
                Validated = blocks.Count(b => !b.IsReturned && b.SignedSeal == b.Seal && b.ValidatedSeal == b.Seal),
                Accepted = blocks.Count(b => !b.IsReturned && b.SignedSeal == b.Seal && b.ValidatedSeal == b.Seal && b.AcceptedSeal == b.Seal),
            };
        var counts = await counted.ToDictionaryAsync(c => c.Key, cancel);
        var framework = (await frameworks.OfAsync(db, campaign, cancel)).Framework;
        var now = clock.GetUtcNow();
        var lines = new List<SubmissionLine>(submissions.Count);
        foreach (var s in submissions)
        {
            var total = (await questionnaires.OfAsync(db, campaign, framework, s.Branch, cancel)).Blocks.Count;
            var c = counts.GetValueOrDefault(s.Id);
            var blocks = c is null
                ? new BlockCounts(total, 0, 0, 0, 0)
                : new BlockCounts(total, c.Returned, c.Signed - c.Validated, c.Validated - c.Accepted, c.Accepted);
            var state = blocks.State(s.StartedAt is not null, s.FirstSignedAt is not null, s.Required == s.Answered && s.Blocking == 0 && s.ToExplain == 0);
            var line = new SubmissionLine(
                s.Id, s.Organization, s.ShortName, s.Name, s.Network, s.Branch, s.Reviewer, state, blocks, s.Required, s.Answered, s.Blocking, s.ToExplain,
                s.ChangedAt, s.FirstSignedAt, Late: false, s.EntryUntil)
            {
                ReviewUntil = s.ReviewUntil, EntryBy = s.EntryBy, ReviewBy = s.ReviewBy, Region = s.Region, Department = s.Department, Size = s.Size, Staff = s.Weights.Staff, FirstLooks = s.FirstLooks,
                MovedFar = s.MovedFar,
            };
            lines.Add(line with { Late = s.FirstSignedAt is null && now >= line.EntryTermIn(campaign).AddSeconds(1) });
        }

        return lines;
    }

    /// <summary>When several bodies are to have been reviewed: by the first day that is still to come, else by the end of the window.</summary>
    public static DateTimeOffset ReviewTermOf(IEnumerable<SubmissionLine> lines, Campaign campaign, DateTimeOffset now) =>
        lines.Select(l => l.ReviewTermIn(campaign)).Where(t => t > now && t < campaign.ReviewTo).DefaultIfEmpty(campaign.ReviewTo).Min();

    /// <summary>The submissions whose progress a person may see.</summary>
    public static IQueryable<Submission> VisibleTo(Actor actor, IQueryable<Submission> submissions)
    {
        if (actor.May(Permission.ReadProgress))
        {
            return submissions;
        }

        var bodies = actor.ScopesOf(Permission.ReadProgress).Select(s => s.Code).ToList();
        var funds = actor.ScopesOf(Permission.ReadProgress).Where(s => s.WithBelow).Select(s => s.Code).ToList();
        return submissions.Where(s => bodies.Contains(s.Organization) || funds.Contains(s.Reviewer));
    }
}
