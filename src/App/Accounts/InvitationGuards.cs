using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>Why somebody may not be invited to something.</summary>
public sealed class InvitationGuards(AppDb db)
{
    /// <summary>Every reason; <see cref="Problem.Place"/> is the field.</summary>
    public async Task<List<Problem>> RefusingAsync(NewInvitation invitation, DateTimeOffset now, CancellationToken cancel)
    {
        var problems = await AddressAsync(invitation, cancel);
        problems.AddRange(await GrantGuards.RefusingAsync(db, invitation.Role, invitation.Scope, now, cancel));
        return problems;
    }

    /// <summary>What is wrong with the address.</summary>
    internal async Task<List<Problem>> AddressAsync(NewInvitation invitation, CancellationToken cancel)
    {
        const string field = "email";
        if (!EmailAddress.IsValid(invitation.Email))
        {
            return [new Problem("accounts.email-invalid", field)];
        }

        if (EmailAddress.IsDemonstration(invitation.Email) && !await DatabaseState.IsDemonstrationAsync(db, cancel))
        {
            return [new Problem("accounts.email-demonstration", field, EmailAddress.DemonstrationDomain)];
        }

        var normalized = invitation.Email.ToUpperInvariant();
        var known = await db.Users.AsNoTracking().Include(a => a.Grants).SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, cancel);
        if (known?.DisabledAt is not null)
        {
            return [new Problem("accounts.disabled", field)];
        }

        return known?.Grants.Any(g => g.Role == invitation.Role && g.Scope == invitation.Scope) == true
            ? [new Problem("accounts.grant-already", field)]
            : [];
    }
}
