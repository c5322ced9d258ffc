using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Publications.Texts;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;

namespace Responsables.App.Publications.Identities;

/// <summary>The identity of a report opened to be written.</summary>
/// <param name="Owner">Whose reports they are.</param>
/// <param name="Identity">Null: none was set, its documents are the federation's.</param>
public sealed record IdentityRead(Place Owner, ReportIdentity? Identity);

/// <summary>Reads identities and logos.</summary>
public sealed class IdentitiesQuery(AppDb db, ReportOutline outline)
{
    /// <summary>The identity of a node; null when this person does not write its reports.</summary>
    public async Task<IdentityRead?> FindAsync(Actor actor, int year, NodeKey node, CancellationToken cancel) =>
        await outline.FindAsync(actor, year, node, cancel) is { } report
            ? new IdentityRead(report.Owner, await db.ReportIdentities.AsNoTracking().SingleOrDefaultAsync(i => i.Node == node, cancel))
            : null;

    /// <summary>The logo of a node as it stands; null when there is none or this person does not write its reports.</summary>
    public async Task<byte[]?> LogoAsync(Actor actor, int year, NodeKey node, CancellationToken cancel) =>
        (await FindAsync(actor, year, node, cancel))?.Identity?.Logo is { } logo ? (await LogosAsync([logo], cancel))[logo] : null;

    /// <summary>Every identity that is set, for an edition.</summary>
    public async Task<IReadOnlyList<EditionIdentity>> OfEditionAsync(CancellationToken cancel) =>
        [.. (await db.ReportIdentities.AsNoTracking().ToListAsync(cancel)).OrderBy(i => i.Node.Value, StringComparer.Ordinal).Select(i => i.ToEdition())];

    /// <summary>Logos by their hash.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> LogosAsync(IEnumerable<string> hashes, CancellationToken cancel)
    {
        var asked = hashes.Distinct().ToList();
        return asked.Count == 0 ? new Dictionary<string, byte[]>()
            : await db.ReportLogos.AsNoTracking().Where(l => asked.Contains(l.Sha256)).ToDictionaryAsync(l => l.Sha256, l => l.Bytes, cancel);
    }
}
