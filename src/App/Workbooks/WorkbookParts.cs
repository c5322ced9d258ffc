using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;

namespace Responsables.App.Workbooks;

/// <summary>What making a workbook and taking it back have in common.</summary>
public sealed class WorkbookParts(AppDb db, WorkbookSecret secret, TimeProvider clock)
{
    /// <summary>First cell of the row of the signature, the last of the hidden sheet.</summary>
    internal const string SignatureRow = "signature";

    internal WorkbookSecret Secret => secret;

    internal DateTimeOffset Now() => clock.GetUtcNow();

    /// <summary>What branches added to the framework of a campaign, by version.</summary>
    internal async Task<string> SupplementsAsync(Guid campaign, CancellationToken cancel) =>
        string.Join(';', (await db.PinnedSupplements.AsNoTracking().Where(p => p.CampaignId == campaign).Select(p => new { p.Branch, p.Version }).ToListAsync(cancel))
            .OrderBy(p => p.Branch, StringComparer.Ordinal).Select(p => $"{p.Branch}={p.Version}"));
}
