using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Accounts;

/// <summary>A role of an account.</summary>
public sealed record GrantLine(Guid Id, Grant Grant);

/// <summary>An account in the list.</summary>
public sealed record AccountLine(
    Guid Id, string Name, string Email, DateTimeOffset? DisabledAt, DateTimeOffset? LastSignInAt, DateTimeOffset? SecondFactorSince, bool IsDemonstration, IReadOnlyList<GrantLine> Grants)
{
    /// <summary>Bodies that assigned questions to it: a right that ends with them, and is given nowhere else.</summary>
    public IReadOnlyList<OrganizationCode> Helps { get; init; } = [];
}

/// <summary>A link that was not used yet.</summary>
public sealed record InvitationLine(Guid Id, string Email, Grant? Grant, DateTimeOffset ExpiresAt);

/// <summary>A page of the list.</summary>
public sealed record AccountsFound(IReadOnlyList<AccountLine> Accounts, int Total, int Page, IReadOnlyList<InvitationLine> Waiting);

/// <summary>An organisation that a role may be given over.</summary>
public sealed record ScopeChoice(OrganizationCode Code, string Name, OrganizationKind Kind);

/// <summary>Accounts as their administrators see them.</summary>
public sealed class AccountList(AppDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    private const int MostWaiting = 100;

    public async Task<AccountsFound?> RunAsync(Actor actor, string search, int page, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageAccounts))
        {
            return null;
        }

        var query = db.Users.AsNoTracking();
        if (search.Length > 0)
        {
            var upper = search.ToUpperInvariant();
            query = query.Where(a => a.NormalizedEmail!.Contains(upper) || a.DisplayName.Contains(search));
        }

        var total = await query.CountAsync(cancel);
        var current = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await query.OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Skip((current - 1) * PageSize).Take(PageSize).Include(a => a.Grants).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        var waiting = await db.Invitations.AsNoTracking().Where(i => i.UsedAt == null && i.ExpiresAt > now && i.Role != null)
            .OrderByDescending(i => i.CreatedAt).Take(MostWaiting).ToListAsync(cancel);
        var helps = await HelpsAsync([.. rows.Select(r => r.Id)], cancel);
        return new AccountsFound([.. rows.Select(r => LineOf(r) with { Helps = [.. helps[r.Id]] })], total, current, [.. waiting.Select(LineOf)]);
    }

    public async Task<AccountLine?> FindAsync(Actor actor, Guid id, CancellationToken cancel) =>
        actor.May(Permission.ManageAccounts)
        && await db.Users.AsNoTracking().Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == id, cancel) is { } account
            ? LineOf(account) with { Helps = [.. (await HelpsAsync([id], cancel))[id]] }
            : null;

    /// <summary>The organisations active today, by name.</summary>
    public async Task<IReadOnlyList<ScopeChoice>> ScopesAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageAccounts))
        {
            return [];
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await db.Organizations.AsNoTracking()
            .Where(o => (o.ValidFrom == null || o.ValidFrom <= today) && (o.ValidTo == null || o.ValidTo >= today))
            .OrderBy(o => o.Name).Select(o => new ScopeChoice(o.Code, o.Name, o.Kind)).ToListAsync(cancel);
    }

    private async Task<ILookup<Guid, OrganizationCode>> HelpsAsync(IReadOnlyList<Guid> accounts, CancellationToken cancel) =>
        (await db.Assignments.AsNoTracking().Where(a => a.EndedAt == null && a.AccountId != null && accounts.Contains(a.AccountId.Value))
            .Select(a => new { Account = a.AccountId!.Value, a.Organization }).Distinct().ToListAsync(cancel)).ToLookup(a => a.Account, a => a.Organization);

    private static AccountLine LineOf(Account a) =>
        new(a.Id, a.DisplayName, a.Email!, a.DisabledAt, a.LastSignInAt, a.SecondFactorSince, a.IsDemonstration, [.. a.Grants.OrderBy(g => g.GrantedAt).Select(g => new GrantLine(g.Id, new Grant(g.Role, g.Scope)))]);

    private static InvitationLine LineOf(Invitation i) => new(i.Id, i.Email, i.Role is { } role ? new Grant(role, i.Scope) : null, i.ExpiresAt);
}
