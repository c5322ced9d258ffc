using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.Domain.Accounts;

namespace Responsables.App.Home;

/// <summary>Reads what waits for whoever administers the accounts. The caller has checked that this is who asks.</summary>
public sealed class AccountsWaiting(AppDb db)
{
    internal async Task<AccountsHome> RunAsync(Campaign? campaign, DateTimeOffset now, CancellationToken cancel)
    {
        var unused = await db.Invitations.AsNoTracking().Where(i => i.UsedAt == null && i.Role != null)
            .Select(i => new { i.Id, i.Email, i.Role, i.Scope, i.ExpiresAt }).ToListAsync(cancel);
        var active = await db.Users.AsNoTracking().Where(a => a.DisabledAt == null)
            .Select(a => a.Grants.Count == 0 && !db.Assignments.Any(q => q.AccountId == a.Id && q.EndedAt == null)).GroupBy(none => none).Select(g => new { WithoutRole = g.Key, Count = g.Count() }).ToListAsync(cancel);
        var held = await db.Users.AsNoTracking().Where(a => a.DisabledAt == null).SelectMany(a => a.Grants)
            .Where(g => g.Scope != null && (g.Role == Role.Contributor || g.Role == Role.Director)).Select(g => new { g.Role, g.Scope }).ToListAsync(cancel);
        var bodies = campaign is null ? [] : await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign.Id).Select(s => s.Organization).ToListAsync(cancel);
        var entered = held.Where(g => g.Role == Role.Contributor).Select(g => g.Scope!.Value).ToHashSet();
        var signed = held.Where(g => g.Role == Role.Director).Select(g => g.Scope!.Value).ToHashSet();
        var last = await db.Trail.AsNoTracking().OrderByDescending(t => t.Sequence).Select(t => (DateTimeOffset?)t.At).FirstOrDefaultAsync(cancel);
        return new AccountsHome(
            [.. unused.Where(i => i.ExpiresAt > now).OrderBy(i => i.ExpiresAt).Select(i => new InvitationLine(i.Id, i.Email, new Grant(i.Role!.Value, i.Scope), i.ExpiresAt))],
            unused.Count(i => i.ExpiresAt <= now),
            active.Sum(a => a.Count),
            active.Where(a => a.WithoutRole).Sum(a => a.Count),
            bodies.Count(b => !entered.Contains(b)),
            bodies.Count(b => !signed.Contains(b)),
            bodies.Count,
            last);
    }
}
