using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reviews;

/// <summary>What is asked of the desk; all of it stands in its address.</summary>
public sealed record DeskRequest
{
    public int? Year { get; init; }

    public SubmissionState? State { get; init; }

    /// <summary>Only the submissions with something to review.</summary>
    public bool Waiting { get; init; }

    public bool Late { get; init; }

    /// <summary>Only those with something to be looked at before the rest; with a figure that moved far; with acts not seen yet.</summary>
    public bool FirstLooks { get; init; }

    public bool MovedFar { get; init; }

    public bool News { get; init; }

    public string? Branch { get; init; }

    public string? Network { get; init; }

    public string? Region { get; init; }

    public string? Department { get; init; }

    public string? Text { get; init; }

    /// <summary>A column, with <c>-</c> before it for the other way; null: those that wait first.</summary>
    public string? Sort { get; init; }

    public int Page { get; init; } = 1;
}

/// <summary>What is new on the desk: acts of others since its person last said they had seen everything.</summary>
/// <param name="Look">How far they had seen; null when they never said so.</param>
/// <param name="Head">Last row of the trail when this was read.</param>
/// <param name="Acts">How many acts by submission that has some.</param>
public sealed record DeskNews(DeskLook? Look, long Head, DateTimeOffset At, IReadOnlyDictionary<Guid, int> Acts)
{
    public int Of(SubmissionLine line) => Acts.GetValueOrDefault(line.Id);
}

/// <summary>The desk of whoever reviews: the whole in numbers, then one page of what was asked for.</summary>
/// <param name="Against">Why nothing may be decided at this instant.</param>
public sealed record ReviewDesk(
    Campaign Campaign, IReadOnlyList<int> Years, IReadOnlyList<SubmissionLine> All, IReadOnlyList<SubmissionLine> Found, int Page, DeskNews News,
    IReadOnlyList<DeskFilter> Filters, IReadOnlyList<ReviewBatch> Batches, IReadOnlyList<Problem> Against)
{
    public const int PageSize = 50;

    public IEnumerable<SubmissionLine> Lines => Found.Skip((Page - 1) * PageSize).Take(PageSize);

    public int Waiting => All.Count(IsWaiting);

    public int In(SubmissionState state) => All.Count(l => l.State == state);

    /// <summary>Whether a submission has something to review.</summary>
    public static bool IsWaiting(SubmissionLine line) => line.Blocks.Signed > 0;
}

/// <summary>Reads the desk: the campaigns, the submissions that this person reviews, then what they keep for themselves.</summary>
public sealed class ReviewDeskQuery(AppDb db, SubmissionList submissions, DeskNewsQuery news, UndoBatch batches, TimeProvider clock)
{
    private const int MostBatches = 5;

    /// <summary>The desk of a year, by default the latest; null when there is no such campaign.</summary>
    public async Task<ReviewDesk?> RunAsync(Actor actor, DeskRequest request, CancellationToken cancel)
    {
        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).ToListAsync(cancel);
        var campaign = request.Year is { } year ? campaigns.Find(c => c.Year == year) : campaigns.FirstOrDefault();
        if (campaign is null)
        {
            return null;
        }

        var all = await AllAsync(actor, campaign, cancel);
        var now = clock.GetUtcNow();
        var seen = await news.RunAsync(actor, campaign, cancel);
        var found = Sorted(all.Where(line => Matches(line, request, seen)), request.Sort).ToList();
        return new ReviewDesk(
            campaign, [.. campaigns.Select(c => c.Year)], all, found,
            Math.Clamp(request.Page, 1, Math.Max(1, (found.Count + ReviewDesk.PageSize - 1) / ReviewDesk.PageSize)), seen,
            await db.DeskFilters.AsNoTracking().Where(f => f.AccountId == actor.Id).OrderBy(f => f.Name).ToListAsync(cancel),
            await batches.LastAsync(actor, campaign, MostBatches, cancel),
            all.Any(l => !ReviewGuards.Reviewing(campaign, l.CalendarIn(campaign), now).Any()) ? [] : [.. ReviewGuards.Reviewing(campaign, now)]);
    }

    /// <summary>The submissions that this person reviews, by name.</summary>
    public Task<IReadOnlyList<SubmissionLine>> AllAsync(Actor actor, Campaign campaign, CancellationToken cancel) =>
        submissions.RunAsync(actor, campaign, s => ReviewScope.ReviewedBy(db, actor, s), cancel);

    private static bool Matches(SubmissionLine line, DeskRequest request, DeskNews news) =>
        (request.State is not { } state || line.State == state)
        && (!request.Waiting || ReviewDesk.IsWaiting(line))
        && (!request.Late || line.Late)
        && (!request.FirstLooks || line.FirstLooks > 0)
        && (!request.MovedFar || line.MovedFar > 0)
        && (!request.News || news.Of(line) > 0)
        && Is(request.Branch, line.Branch) && Is(request.Network, line.Network) && Is(request.Region, line.Region) && Is(request.Department, line.Department)
        && (request.Text is not { Length: > 0 } text || Holds(line.Name, text) || Holds(line.ShortName, text) || Holds(line.Organization.Value, text));

    private static bool Is(string? asked, string? value) => string.IsNullOrEmpty(asked) || asked == value;

    private static bool Holds(string name, string text) => System.Globalization.CultureInfo.InvariantCulture.CompareInfo.IndexOf(
        name, text, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0;

    private static IEnumerable<SubmissionLine> Sorted(IEnumerable<SubmissionLine> lines, string? sort)
    {
        Func<SubmissionLine, IComparable?>? by = sort?.TrimStart('-') switch
        {
            "nom" => l => l.ShortName,
            "etat" => l => l.State,
            "reponses" => l => l.Required == 0 ? 1m : (decimal)l.Answered / l.Required,
            "examiner" => l => l.Blocks.Signed,
            "erreurs" => l => l.Blocking + l.ToExplain,
            "regarder" => l => l.FirstLooks,
            "varie" => l => l.MovedFar,
            "renvois" => l => l.Blocks.Returned,
            "acte" => l => l.ChangedAt ?? DateTimeOffset.MinValue,
            _ => null,
        };
        // The lines come by name, and both sorts keep that order among equals.
        return by is null ? lines.OrderByDescending(ReviewDesk.IsWaiting) : sort![0] == '-' ? lines.OrderByDescending(by) : lines.OrderBy(by);
    }
}
