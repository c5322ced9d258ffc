using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Accounts;

/// <summary>A link that may be used.</summary>
/// <param name="Role">Null for a reset of the password.</param>
/// <param name="ScopeName">Name of the body or fund.</param>
/// <param name="AccountId">The account that has this address already.</param>
public sealed record OpenLink(Guid Id, string Email, Role? Role, OrganizationCode? Scope, string? ScopeName, DateTimeOffset ExpiresAt, Guid? AccountId);

/// <summary>Finds what a link is for.</summary>
public sealed class LinkQuery(AppDb db, TimeProvider clock)
{
    /// <summary>The link; null when it is unknown, used or over.</summary>
    public async Task<OpenLink?> FindAsync(string token, CancellationToken cancel)
    {
        var hash = LinkToken.HashOf(token);
        var now = clock.GetUtcNow();
        var row = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.TokenHash == hash && i.UsedAt == null && i.ExpiresAt > now, cancel);
        if (row is null)
        {
            return null;
        }

        var normalized = row.Email.ToUpperInvariant();
        var account = await db.Users.AsNoTracking().Where(a => a.NormalizedEmail == normalized).Select(a => new { a.Id, a.DisabledAt }).SingleOrDefaultAsync(cancel);
        if (account?.DisabledAt is not null || (account is null && row.Role is null))
        {
            return null;
        }

        var name = row.Scope is null ? null : await db.Organizations.AsNoTracking().Where(o => o.Code == row.Scope)
            .OrderByDescending(o => o.ValidFrom).Select(o => o.Name).FirstOrDefaultAsync(cancel);
        return new OpenLink(row.Id, row.Email, row.Role, row.Scope, name, row.ExpiresAt, account?.Id);
    }

    /// <summary>Marks the link used, within the caller's transaction; false when somebody was faster.</summary>
    internal async Task<bool> UseAsync(OpenLink link, DateTimeOffset now, CancellationToken cancel) =>
        await db.Invitations.Where(i => i.Id == link.Id && i.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancel) == 1;
}
