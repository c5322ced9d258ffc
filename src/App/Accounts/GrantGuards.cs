using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>Which role may be given over what.</summary>
internal static class GrantGuards
{
    private const string ScopeField = "organization";

    /// <summary>Contributors and directors have a body, coordinators a national fund, the others everything.</summary>
    public static async Task<List<Problem>> RefusingAsync(AppDb db, Role? role, OrganizationCode? scope, DateTimeOffset now, CancellationToken cancel)
    {
        if (role is not { } given)
        {
            return [new Problem("accounts.role-missing", "role")];
        }

        if (given == Role.Helper)
        {
            return [new Problem("accounts.role-assigned", "role")];
        }

        if (given is not (Role.Contributor or Role.Director or Role.Coordinator))
        {
            return scope is null ? [] : [new Problem("accounts.scope-useless", ScopeField)];
        }

        if (scope is not { } code)
        {
            return [new Problem("accounts.scope-missing", ScopeField)];
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var periods = await db.Organizations.AsNoTracking().Where(o => o.Code == code).ToListAsync(cancel);
        if (periods.Select(p => p.ToPeriod()).SingleOrDefault(p => p.IsActiveAt(today)) is not { } organization)
        {
            return [new Problem("accounts.scope-unknown", ScopeField, code)];
        }

        return given == Role.Coordinator && organization.Kind != OrganizationKind.NationalFund
            ? [new Problem("accounts.scope-not-fund", ScopeField, organization.Name)]
            : [];
    }
}
