using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Outbox;

/// <summary>What is asked of the log; all of it stands in its address.</summary>
public sealed record LogRequest(MessageKind? Kind, MessageState? State, string? Person, string? Organization, Guid? Batch, int Page);

/// <summary>A message in the log: what it is about, to whom, what became of it. Never its text, nor the secret of a link.</summary>
public sealed record LogLine(
    Guid Id, DateTimeOffset At, DateTimeOffset DueAt, MessageKind Kind, string Subject, string Email, string? Name, IReadOnlyList<OrganizationCode> Bodies, string By, Guid? Batch,
    MessageState State, DateTimeOffset? SentAt, int Attempts, string? Error);

/// <summary>A page of the log, the last written first.</summary>
public sealed record LogFound(IReadOnlyList<LogLine> Lines, int Total, int Page, int Waiting, int Failed);

/// <summary>Reads the messages that were written, for those who may: of their own fund's bodies, or of all; links and warnings of accounts, for who reads all.</summary>
public sealed class MessageLog(AppDb db)
{
    public const int PageSize = 50;

    /// <summary>A page; null when this person may not read any.</summary>
    public async Task<LogFound?> RunAsync(Actor actor, LogRequest request, CancellationToken cancel)
    {
        if (!actor.MaySomewhere(Permission.ReadMessages))
        {
            return null;
        }

        var visible = VisibleTo(actor);
        var rows = Matching(visible, request);
        var counts = await rows.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var total = counts.Values.Sum();
        var page = Math.Clamp(request.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        return new LogFound(
            await LinesAsync(rows.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Skip((page - 1) * PageSize).Take(PageSize), cancel), total, page,
            counts.GetValueOrDefault(MessageState.Waiting), counts.GetValueOrDefault(MessageState.Failed));
    }

    /// <summary>The last messages about a body; null when this person may not read them.</summary>
    public async Task<IReadOnlyList<LogLine>?> OfBodyAsync(Actor actor, OrganizationCode body, int most, CancellationToken cancel)
    {
        if (!actor.MaySomewhere(Permission.ReadMessages) || !await BodiesOf(actor).ContainsAsync(body, cancel))
        {
            return null;
        }

        return await LinesAsync(db.Outbox.AsNoTracking().Where(m => m.Bodies.Any(b => b.Organization == body)).OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(most), cancel);
    }

    private IQueryable<OutboxMessage> VisibleTo(Actor actor)
    {
        var all = db.Outbox.AsNoTracking();
        if (actor.May(Permission.ReadMessages))
        {
            return all;
        }

        // What one sent by hand, and what is about the bodies of one's fund: a message without a body is about an account.
        var bodies = BodiesOf(actor);
        return all.Where(m => m.ById == actor.Id || m.Bodies.Any(b => bodies.Contains(b.Organization)));
    }

    private IQueryable<OrganizationCode> BodiesOf(Actor actor)
    {
        var submissions = db.Submissions.AsNoTracking();
        if (actor.May(Permission.ReadMessages))
        {
            return submissions.Select(s => s.Organization).Distinct();
        }

        var funds = actor.ScopesOf(Permission.ReadMessages).Where(s => s.WithBelow).Select(s => s.Code).ToList();
        return submissions.Where(s => funds.Contains(s.Reviewer) || funds.Contains(s.Organization)).Select(s => s.Organization).Distinct();
    }

    private static IQueryable<OutboxMessage> Matching(IQueryable<OutboxMessage> rows, LogRequest request)
    {
        rows = request.Kind is { } kind ? rows.Where(m => m.Kind == kind) : rows;
        rows = request.State is { } state ? rows.Where(m => m.State == state) : rows;
        rows = request.Batch is { } batch ? rows.Where(m => m.BatchId == batch) : rows;
        if (request.Person is { Length: > 0 } person)
        {
            var lower = person.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Carried out by the database.
            rows = rows.Where(m => m.Email.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return request.Organization is { Length: > 0 } code ? rows.Where(m => m.Bodies.Any(b => b.Organization == new OrganizationCode(code))) : rows;
    }

    private async Task<IReadOnlyList<LogLine>> LinesAsync(IQueryable<OutboxMessage> rows, CancellationToken cancel)
    {
        var read = await rows.Include(m => m.Bodies).ToListAsync(cancel);
        var ids = read.Select(m => m.AccountId).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancel);
        return read.ConvertAll(m => new LogLine(
            m.Id, m.At, m.DueAt, m.Kind, MessageText.SubjectOf(m, System.Globalization.CultureInfo.CurrentUICulture), m.Email, m.AccountId is { } id ? names.GetValueOrDefault(id) : null, [.. m.Bodies.Select(b => b.Organization)], m.By, m.BatchId, m.State,
            m.SentAt, m.Attempts, m.Error));
    }
}
