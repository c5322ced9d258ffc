using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reviews;

/// <summary>What the federation may accept, and what is not ready.</summary>
/// <param name="Ready">Every indicator is validated.</param>
/// <param name="Against">Why nothing may be accepted at this instant.</param>
public sealed record AcceptanceView(
    Campaign Campaign, IReadOnlyList<int> Years, IReadOnlyList<SubmissionLine> All, IReadOnlyList<SubmissionLine> Ready,
    IReadOnlyList<SubmissionLine> NotReady, IReadOnlyList<Problem> Against)
{
    /// <summary>The last acceptances, which may be taken back from their page.</summary>
    public IReadOnlyList<AcceptanceBatch> Last { get; init; } = [];

    public int Accepted => All.Count(l => l.State == SubmissionState.Accepted);

    public IReadOnlyList<BranchProgress> Branches => BranchProgress.Of(All);
}

/// <summary>Reads every submission of a year for its acceptance.</summary>
public sealed class AcceptanceQuery(AppDb db, SubmissionList submissions, UndoAcceptance undo, TimeProvider clock)
{
    private const int MostLast = 20;

    /// <summary>The submissions of a year, by default the latest; null when there is no such campaign or this person does not accept.</summary>
    public async Task<AcceptanceView?> RunAsync(Actor actor, int? year, CancellationToken cancel)
    {
        if (!actor.May(Permission.AcceptSubmission))
        {
            return null;
        }

        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).ToListAsync(cancel);
        var campaign = year is { } asked ? campaigns.Find(c => c.Year == asked) : campaigns.FirstOrDefault();
        if (campaign is null)
        {
            return null;
        }

        var all = await submissions.RunAsync(actor, campaign, null, cancel);
        return new AcceptanceView(
            campaign,
            [.. campaigns.Select(c => c.Year)],
            all,
            [.. all.Where(l => l.State == SubmissionState.Validated)],
            [.. all.Where(l => l.State is not (SubmissionState.Validated or SubmissionState.Accepted))],
            [.. ReviewGuards.Reviewing(campaign, clock.GetUtcNow())])
        {
            Last = await undo.LastAsync(actor, campaign.Id, MostLast, cancel),
        };
    }
}
