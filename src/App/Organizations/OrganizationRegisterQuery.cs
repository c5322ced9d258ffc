using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Organizations;

/// <summary>Reads every organisation with its dates. One statement; anyone with a role may read them.</summary>
public sealed class OrganizationRegisterQuery(AppDb db)
{
    public async Task<OrganizationRegister> RunAsync(CancellationToken cancel)
    {
        var rows = await db.Organizations.AsNoTracking().ToListAsync(cancel);
        return OrganizationRegister.Of([.. rows.Select(r => r.ToPeriod())]) is Outcome<OrganizationRegister>.Done register
            ? register.Value
            : throw new InvalidDataException("The stored organisations no longer make a tree.");
    }
}
