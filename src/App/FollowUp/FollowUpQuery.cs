using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.FollowUp;

/// <summary>
/// Reads how complete a campaign is, for those who follow bodies: a fund its own, the federation and the auditor all. Never a value: states,
/// counts, dates and people; how indicators are answered comes from what is signed alone. Its number of statements does not grow with the bodies.
/// </summary>
public sealed class FollowUpQuery(AppDb db, SubmissionList submissions, ConsolidationSources sources)
{
    /// <summary>The follow-up; null when there is no such campaign or this person follows nobody.</summary>
    /// <param name="filter">By bodies for all of it; by situation and delay for the list of who to call alone.</param>
    public async Task<FollowUpView?> RunAsync(Actor actor, int year, SubmissionFilter filter, Gathering by, CancellationToken cancel)
    {
        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).ToListAsync(cancel);
        if (!actor.MaySomewhere(Permission.FollowCampaign) || campaigns.Find(c => c.Year == year) is not { } campaign)
        {
            return null;
        }

        var all = await submissions.RunAsync(actor, campaign, s => ReachOf(actor, s), cancel);
        var lines = all.Where(filter.Holds).ToList();
        var whole = new Completeness("", lines, campaign);
        return new FollowUpView(
            campaign, [.. campaigns.Select(c => c.Year)], all, whole,
            [.. lines.GroupBy(l => KeyOf(l, by)).OrderBy(g => g.Key, StringComparer.CurrentCulture).Select(g => new Completeness(g.Key, [.. g], campaign))],
            await DaysAsync(campaign, lines, cancel),
            await IndicatorsAsync(campaign, lines, cancel),
            await CallsAsync(campaign, [.. lines.Where(l => filter.Matches(l) && (filter.Situation is not null || IsToCall(l)))], cancel));
    }

    /// <summary>Without a situation asked for: those that still have something to do.</summary>
    private static bool IsToCall(SubmissionLine line) =>
        line.State is SubmissionState.NotStarted or SubmissionState.InProgress or SubmissionState.ReadyToSign or SubmissionState.Returned;

    private static string KeyOf(SubmissionLine line, Gathering by) => by switch
    {
        Gathering.Network => line.Network,
        Gathering.Region => line.Region ?? "",
        Gathering.Size => line.Size.ToString(),
        _ => line.Branch,
    };

    private static IQueryable<Submission> ReachOf(Actor actor, IQueryable<Submission> all)
    {
        if (actor.May(Permission.FollowCampaign))
        {
            return all;
        }

        var funds = actor.ScopesOf(Permission.FollowCampaign).Select(s => s.Code).ToList();
        return all.Where(s => funds.Contains(s.Reviewer) || funds.Contains(s.Organization));
    }

    // Those that are there now, by the day of the act that brought them there: what was taken back is not counted.
    private async Task<IReadOnlyList<ProgressDay>> DaysAsync(Campaign campaign, IReadOnlyList<SubmissionLine> lines, CancellationToken cancel)
    {
        var ids = lines.Select(l => l.Id).ToHashSet();
        var inCampaign = db.Submissions.Where(s => s.CampaignId == campaign.Id).Select(s => s.Id);
        var started = await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign.Id && s.StartedAt != null)
            .Select(s => new { s.Id, At = s.StartedAt!.Value }).ToDictionaryAsync(s => s.Id, s => s.At, cancel);
        var reviewed = await db.Reviews.AsNoTracking().Where(r => r.UndoneAt == null && r.Decision == ReviewDecision.Validated && inCampaign.Contains(r.SubmissionId))
            .GroupBy(r => r.SubmissionId).Select(g => new { g.Key, At = g.Max(r => r.At) }).ToDictionaryAsync(g => g.Key, g => g.At, cancel);
        var accepted = await db.Acceptances.AsNoTracking().Where(a => a.UndoneAt == null && inCampaign.Contains(a.SubmissionId))
            .GroupBy(a => a.SubmissionId).Select(g => new { g.Key, At = g.Max(a => a.At) }).ToDictionaryAsync(g => g.Key, g => g.At, cancel);
        var days = new SortedDictionary<DateOnly, (int Started, int Signed, int Validated, int Accepted)>();
        foreach (var line in lines)
        {
            Count(started.TryGetValue(line.Id, out var s) ? s : null, d => d with { Started = d.Started + 1 });
            Count(line.FirstSignedAt, d => d with { Signed = d.Signed + 1 });
            Count(line.State is SubmissionState.Validated or SubmissionState.Accepted && reviewed.TryGetValue(line.Id, out var v) ? v : null, d => d with { Validated = d.Validated + 1 });
            Count(line.State == SubmissionState.Accepted && accepted.TryGetValue(line.Id, out var a) ? a : null, d => d with { Accepted = d.Accepted + 1 });
        }

        var sum = new ProgressDay(default, 0, 0, 0, 0);
        return [.. days.Select(d => sum = new ProgressDay(
            d.Key, sum.Started + d.Value.Started, sum.Signed + d.Value.Signed, sum.Validated + d.Value.Validated, sum.Accepted + d.Value.Accepted))];

        void Count(DateTimeOffset? at, Func<(int Started, int Signed, int Validated, int Accepted), (int, int, int, int)> one)
        {
            if (at is { } instant)
            {
                days[Deadline.DayAt(instant)] = one(days.GetValueOrDefault(Deadline.DayAt(instant)));
            }
        }
    }

    private async Task<IReadOnlyList<IndicatorAnswers>> IndicatorsAsync(Campaign campaign, IReadOnlyList<SubmissionLine> lines, CancellationToken cancel)
    {
        var compiled = await sources.FrameworkOfAsync(campaign, cancel);
        var parts = new Parts(compiled.Layout);
        foreach (var own in (await sources.Store.OwnAsync(campaign.Id, compiled.Layout, FigureLevel.Submitted, lines.Select(l => new NodeKey(l.Organization.Value)), cancel)).Values)
        {
            parts.Add(own);
        }

        return [.. compiled.Framework.Indicators.Select(i => new IndicatorAnswers(i, Figure.Of(parts, compiled.Layout.Main(i)))).Where(i => i.Figure.Expected > 0)];
    }

    private async Task<IReadOnlyList<CallLine>> CallsAsync(Campaign campaign, IReadOnlyList<SubmissionLine> lines, CancellationToken cancel)
    {
        var codes = lines.Select(l => (OrganizationCode?)l.Organization).ToList();
        var people = (await (
            from account in db.Users.AsNoTracking()
            where account.DisabledAt == null
            from grant in account.Grants
            where codes.Contains(grant.Scope) && (grant.Role == Role.Contributor || grant.Role == Role.Director)
            select new { account.DisplayName, account.Email, grant.Role, grant.Scope }).ToListAsync(cancel)).ToLookup(p => p.Scope);
        return [.. lines.Select(l => new CallLine(
                l, l.EntryTermIn(campaign),
                [.. people[l.Organization].OrderBy(p => p.Role).ThenBy(p => p.DisplayName, StringComparer.CurrentCultureIgnoreCase).Select(p => new CallPerson(p.DisplayName, p.Email!, p.Role))]))
            .OrderByDescending(c => c.Line.Late).ThenBy(c => c.Term).ThenBy(c => c.Line.ShortName, StringComparer.CurrentCultureIgnoreCase)];
    }
}
