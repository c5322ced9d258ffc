using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Quality;
using Responsables.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Responsables.App.Quality;

/// <summary>What the quality desk is asked to show. All of it is in its address.</summary>
public sealed record AnomalyRequest
{
    public int? Year { get; init; }

    /// <summary>Null: what waits for whoever looks; every state where <see cref="IsWhole"/>.</summary>
    public AnomalyState? State { get; init; }

    public bool IsWhole { get; init; }

    public bool IsLate { get; init; }

    public string? Rule { get; init; }

    public AnomalySeverity? Severity { get; init; }

    public string? Branch { get; init; }

    public string? Network { get; init; }

    public string? Organization { get; init; }

    public int Page { get; init; } = 1;
}

/// <summary>How many anomalies of a rule, or of a branch, are where.</summary>
/// <param name="Title">Of the rule, or name of the branch.</param>
public sealed record AnomalyCount(string Code, string Title, int Found, int Asked, int Answered, int Explained, int FalseAlarms, int Mistakes, int Passed)
{
    public int Total => Found + Asked + Answered + Decided + Passed;

    public int Decided => Explained + FalseAlarms + Mistakes;

    /// <summary>Of the anomalies decided upon, the share whose answer was right and needed no question; null when none was.</summary>
    public decimal? FalseAlarmRate => Decided == 0 ? null : (decimal)FalseAlarms / Decided;

    internal static AnomalyCount Of(string code, string title, IReadOnlyCollection<AnomalyLine> lines)
    {
        int In(params AnomalyState[] states) => lines.Count(l => states.Contains(l.State));
        return new AnomalyCount(
            code, title, In(AnomalyState.Found), In(AnomalyState.Asked), In(AnomalyState.Answered), In(AnomalyState.Explained), In(AnomalyState.FalseAlarm),
            In(AnomalyState.Returned, AnomalyState.Corrected), In(AnomalyState.Passed));
    }
}

/// <summary>The quality desk of a year for one person.</summary>
/// <param name="IsBody">Whether they only answer: they see what was asked of their bodies.</param>
public sealed record AnomaliesView(
    Campaign Campaign, IReadOnlyList<int> Years, CampaignRules Rules, IReadOnlyList<AnomalyLine> All, IReadOnlyList<AnomalyLine> Found, int Page, bool IsBody, DateTimeOffset At)
{
    public const int PageSize = 50;

    public IEnumerable<AnomalyLine> Lines => Found.Skip((Page - 1) * PageSize).Take(PageSize);

    /// <summary>Those that this person is to do something about.</summary>
    public int Waiting => All.Count(IsWaiting);

    public int In(AnomalyState state) => All.Count(l => l.State == state);

    public int Late => All.Count(l => l.IsLate(At));

    public bool IsWaiting(AnomalyLine line) => IsBody ? line.State.WaitsForBody() : line.State.WaitsForReviewer();

    /// <summary>By rule, in the order of the file; rules that found nothing are there too.</summary>
    public IEnumerable<AnomalyCount> ByRule => (Rules.File?.All ?? []).Select(r => AnomalyCount.Of(r.Code, r.Title, [.. All.Where(l => l.Key.Rule == r.Code)]));

    public IEnumerable<AnomalyCount> ByBranch => All.GroupBy(l => l.Place.Branch).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => AnomalyCount.Of(g.Key, g.Key, [.. g]));
}

/// <summary>One anomaly opened.</summary>
/// <param name="Comment">What the body wrote beside the answer.</param>
/// <param name="Also">The anomalies of the same dossier that this person may read.</param>
public sealed record AnomalyView(Campaign Campaign, AnomalyLine Line, string? Comment, IReadOnlyList<AnomalyLine> Also, DateTimeOffset At);

/// <summary>Reads the quality desk.</summary>
public sealed class AnomaliesQuery(AppDb db, QualitySources sources, AnomalyList list, TimeProvider clock)
{
    /// <summary>Null when there is no such campaign.</summary>
    public async Task<AnomaliesView?> RunAsync(Actor actor, AnomalyRequest request, CancellationToken cancel)
    {
        if (await sources.CampaignAsync(request.Year, cancel) is not { } campaign)
        {
            return null;
        }

        var survey = await sources.SurveyAsync(campaign, cancel);
        var all = await list.RunAsync(actor, survey, cancel);
        var isBody = !actor.Grants.Any(g => PermissionTable.Of(Permission.FollowAnomalies, g.Role) is Reach.OwnFund or Reach.Everything) && !actor.IsCommand;
        var view = new AnomaliesView(
            campaign, await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).Select(c => c.Year).ToListAsync(cancel), survey.Rules, all, [], 1, isBody, clock.GetUtcNow());
        var found = all.Where(l => Matches(view, l, request)).ToList();
        return view with { Found = found, Page = Math.Clamp(request.Page, 1, Math.Max(1, (found.Count + AnomaliesView.PageSize - 1) / AnomaliesView.PageSize)) };
    }

    /// <summary>What waits for a person in the latest campaign; null when nothing does. Whoever only answers for bodies of which nothing was asked costs one statement.</summary>
    public async Task<AnomaliesView?> WaitingAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.MaySomewhere(Permission.FollowAnomalies) || await sources.CampaignAsync(null, cancel) is not { } campaign)
        {
            return null;
        }

        var bodies = actor.ScopesOf(Permission.AnswerAnomalies).Select(s => s.Code).ToList();
        return actor.MaySomewhere(Permission.ReviewSubmission) || await db.Anomalies.AnyAsync(a => a.CampaignId == campaign.Id && bodies.Contains(a.Organization), cancel)
            ? await RunAsync(actor, new AnomalyRequest { Year = campaign.Year }, cancel)
            : null;
    }

    /// <summary>The anomalies of one dossier that a person may read.</summary>
    public async Task<IReadOnlyList<AnomalyLine>> OfDossierAsync(Actor actor, Dossier dossier, CancellationToken cancel) =>
        [.. (await list.RunAsync(actor, await sources.SurveyAsync(dossier.Campaign, cancel), cancel)).Where(l => l.Key.Submission == dossier.Submission.Id)];

    /// <summary>Whether a body answers in a campaign.</summary>
    public Task<bool> HasAsync(Campaign campaign, string organization, CancellationToken cancel) =>
        db.Submissions.AnyAsync(s => s.CampaignId == campaign.Id && s.Organization == new OrganizationCode(organization), cancel);

    /// <summary>One anomaly; null when it is not there or not to be read by this person.</summary>
    public async Task<AnomalyView?> FindAsync(Actor actor, int year, AnomalyKey key, CancellationToken cancel)
    {
        if (await sources.CampaignAsync(year, cancel) is not { } campaign)
        {
            return null;
        }

        var lines = await list.RunAsync(actor, await sources.SurveyAsync(campaign, cancel), cancel);
        if (lines.FirstOrDefault(l => l.Key == key) is not { } line)
        {
            return null;
        }

        // The comment goes with the answer: it is read when the answer is.
        var comment = line.Value is null ? null : await db.Answers.AsNoTracking()
            .Where(a => a.SubmissionId == key.Submission && a.Variable == key.Variable && a.Cell == CellKey.Total).Select(a => a.Comment).SingleOrDefaultAsync(cancel);
        return new AnomalyView(campaign, line, comment, [.. lines.Where(l => l.Key.Submission == key.Submission && l.Key != key)], clock.GetUtcNow());
    }

    /// <summary>What the rules would say of a dossier if it were signed as it is, for those of the body: told beforehand, it can be mended or commented.</summary>
    public async Task<IReadOnlyList<AnomalyLine>> BeforehandAsync(Actor actor, Dossier dossier, CancellationToken cancel)
    {
        if (!actor.May(Permission.AnswerAnomalies, dossier.Place) || !actor.May(Permission.ReadDraft, dossier.Place))
        {
            return [];
        }

        var survey = await sources.SurveyAsync(dossier.Campaign, dossier.Submission.Id, cancel);
        return [.. from hit in survey.Hits
            where hit.Key.Submission == dossier.Submission.Id && dossier.IsOpen(hit.Key.Variable)
            let variable = survey.Framework.Variable(hit.Key.Variable)
            select new AnomalyLine(
                hit.Key, dossier.Place, hit.Value.Rule, variable, BlockKey.Context, AnomalyState.Found, hit.Value, null, hit.Value.Value is { } value ? NumberInput.Canonical(value) : null,
                null, false, false)];
    }

    private static bool Matches(AnomaliesView view, AnomalyLine line, AnomalyRequest request) =>
        (request.IsWhole || (request.State is { } state ? line.State == state : request.IsLate || view.IsWaiting(line)))
        && (!request.IsLate || line.IsLate(view.At))
        && (request.Rule is null || line.Key.Rule == request.Rule)
        && (request.Severity is null || line.Severity == request.Severity)
        && (request.Branch is null || line.Place.Branch == request.Branch)
        && (request.Network is null || line.Place.Network == request.Network)
        && (request.Organization is null || line.Place.Code.Value == request.Organization);
}
