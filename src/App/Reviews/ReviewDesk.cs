using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reviews;

/// <summary>What is asked of the desk; all of it stands in its address.</summary>
/// <param name="Waiting">Only the submissions with something to review.</param>
/// <param name="Sort">A column, with <c>-</c> before it for the other way; null: those that wait first.</param>
public sealed record DeskRequest(
    int? Year, SubmissionState? State, bool Waiting, bool Late, string? Network, string? Text, string? Sort, int Page);

/// <summary>The desk of whoever reviews: the whole in numbers, then one page of what was asked for.</summary>
public sealed record ReviewDesk(
    Campaign Campaign, IReadOnlyList<int> Years, IReadOnlyList<SubmissionLine> All, IReadOnlyList<SubmissionLine> Lines, int Found, int Page)
{
    public const int PageSize = 50;

    public int Waiting => All.Count(IsWaiting);

    public int Late => All.Count(l => l.Late);

    public int In(SubmissionState state) => All.Count(l => l.State == state);

    /// <summary>Whether a submission has something to review.</summary>
    public static bool IsWaiting(SubmissionLine line) => line.Blocks.Signed > 0;
}

/// <summary>Reads the desk: the campaigns, then the submissions that this person reviews.</summary>
public sealed class ReviewDeskQuery(AppDb db, SubmissionList submissions)
{
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
        var found = Sorted(all.Where(line => Matches(line, request)), request.Sort).ToList();
        var page = Math.Clamp(request.Page, 1, Math.Max(1, (found.Count + ReviewDesk.PageSize - 1) / ReviewDesk.PageSize));
        return new ReviewDesk(
            campaign, [.. campaigns.Select(c => c.Year)], all, [.. found.Skip((page - 1) * ReviewDesk.PageSize).Take(ReviewDesk.PageSize)], found.Count, page);
    }

    /// <summary>The submissions that this person reviews, by name.</summary>
    public Task<IReadOnlyList<SubmissionLine>> AllAsync(Actor actor, Campaign campaign, CancellationToken cancel) =>
        submissions.RunAsync(actor, campaign, s => ReviewScope.ReviewedBy(db, actor, s), cancel);

    private static bool Matches(SubmissionLine line, DeskRequest request) =>
        (request.State is not { } state || line.State == state)
        && (!request.Waiting || ReviewDesk.IsWaiting(line))
        && (!request.Late || line.Late)
        && (request.Network is not { Length: > 0 } network || line.Network == network)
        && (request.Text is not { Length: > 0 } text || Holds(line.Name, text) || Holds(line.ShortName, text) || Holds(line.Organization.Value, text));

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
            "renvois" => l => l.Blocks.Returned,
            "acte" => l => l.ChangedAt ?? DateTimeOffset.MinValue,
            _ => null,
        };
        // The lines come by name, and both sorts keep that order among equals.
        return by is null ? lines.OrderByDescending(ReviewDesk.IsWaiting) : sort![0] == '-' ? lines.OrderByDescending(by) : lines.OrderBy(by);
    }
}
