using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Organizations;

/// <summary>Reads every organisation with its dates; anyone with a role may read them. The last one read is given again as long as the rows are the same.</summary>
public sealed class OrganizationRegisterQuery(AppDb db, RegisterMemory memory)
{
    public async Task<OrganizationRegister> RunAsync(CancellationToken cancel)
    {
        // A row never changes: another content is another row.
        var ids = await db.Organizations.AsNoTracking().Select(o => o.Id).ToListAsync(cancel);
        return memory.Find(ids) ?? await ReadAsync(cancel);
    }

    private async Task<OrganizationRegister> ReadAsync(CancellationToken cancel)
    {
        var rows = await db.Organizations.AsNoTracking().ToListAsync(cancel);
        return OrganizationRegister.Of([.. rows.Select(r => r.ToPeriod())]) is Outcome<OrganizationRegister>.Done register
            ? memory.Keep([.. rows.Select(r => r.Id)], register.Value)
            : throw new InvalidDataException("The stored organisations no longer make a tree.");
    }
}

/// <summary>The register as it was read last, with the rows that it was made of.</summary>
public sealed class RegisterMemory
{
    private Known? last;

    /// <summary>The register of these rows; null when it is not the last one read.</summary>
    public OrganizationRegister? Find(IReadOnlyCollection<Guid> rows) => last is { } known && known.Rows.SetEquals(rows) ? known.Register : null;

    public OrganizationRegister Keep(HashSet<Guid> rows, OrganizationRegister register)
    {
        last = new Known(rows, register);
        return register;
    }

    private sealed record Known(HashSet<Guid> Rows, OrganizationRegister Register);
}
