using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Trail;

/// <summary>What is asked of the trail; all of it stands in its address. Days are those of Paris, the last one included.</summary>
public sealed record TrailRequest(DateOnly? From, DateOnly? To, string? Person, string? Act, string? Organization, Guid? Object, long? Sequence, int Page);

/// <summary>A row as it is read.</summary>
/// <param name="IsWithheld">Whether what it holds is kept from this reader: values of a draft, not signed yet.</param>
public sealed record TrailLine(
    long Sequence, DateTimeOffset At, string Actor, string Act, OrganizationCode? Organization, Guid? SubjectId, string? Before, string? After, bool IsWithheld = false);

/// <summary>A page of the trail, the last act first.</summary>
public sealed record TrailFound(IReadOnlyList<TrailLine> Lines, int Total, int Page, bool SeesDrafts);

/// <summary>Reads the trail for those who may.</summary>
public sealed class TrailQuery(AppDb db)
{
    public const int PageSize = 50;

    /// <summary>Acts whose rows hold values that are not signed yet: told to everyone who reads the trail, their content to who reads every draft.</summary>
    private static readonly string[] OnDrafts = ["submissions.save", "submissions.import", "submissions.comment", "submissions.send-back", "submissions.assign", "submissions.change-assignment", "submissions.end-assignment"];

    /// <summary>The page; null when this person may not read the trail.</summary>
    public async Task<TrailFound?> RunAsync(Actor actor, TrailRequest request, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadTrail))
        {
            return null;
        }

        var rows = Matching(request);
        var total = await rows.CountAsync(cancel);
        var seesDrafts = actor.May(Permission.ReadDraft);
        var page = Math.Clamp(request.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var lines = await rows.OrderByDescending(t => t.Sequence).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(t => new TrailLine(t.Sequence, t.At, t.Actor, t.Act, t.Organization, t.SubjectId, t.Before, t.After)).ToListAsync(cancel);
        return new TrailFound(seesDrafts ? lines : lines.ConvertAll(WithoutDraft), total, page, seesDrafts);
    }

    /// <summary>Walks the whole trail; null when this person may not read it.</summary>
    public async Task<TrailReport?> VerifyAsync(Actor actor, CancellationToken cancel) =>
        actor.May(Permission.ReadTrail) ? await TrailVerification.RunAsync(db, cancel) : null;

    private static TrailLine WithoutDraft(TrailLine line) => OnDrafts.Contains(line.Act) ? line with { Before = null, After = null, IsWithheld = true } : line;

    private IQueryable<TrailRow> Matching(TrailRequest request)
    {
        var rows = db.Trail.AsNoTracking();
        if (request.From is { } from && Deadline.StartOf(from, Deadline.Paris) is Outcome<DateTimeOffset>.Done start)
        {
            rows = rows.Where(t => t.At >= start.Value);
        }

        if (request.To is { } to && to < DateOnly.MaxValue && Deadline.StartOf(to.AddDays(1), Deadline.Paris) is Outcome<DateTimeOffset>.Done end)
        {
            rows = rows.Where(t => t.At < end.Value);
        }

        if (request.Person is { Length: > 0 } person)
        {
            // Each engine has its own way not to mind capitals.
            var pattern = $"%{person.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
            rows = db is PostgresDb
                ? rows.Where(t => EF.Functions.ILike(t.Actor, pattern, "!"))
                : rows.Where(t => EF.Functions.Like(t.Actor, pattern, "!"));
        }

        if (request.Act is { Length: > 0 } act)
        {
            rows = rows.Where(t => t.Act == act);
        }

        if (request.Sequence is { } sequence)
        {
            rows = rows.Where(t => t.Sequence == sequence);
        }

        if (request.Object is { } subject)
        {
            rows = rows.Where(t => t.SubjectId == subject);
        }

        if (request.Organization is { Length: > 0 } organization)
        {
            var code = new OrganizationCode(organization);
            rows = rows.Where(t => t.Organization == code);
        }

        return rows;
    }
}
