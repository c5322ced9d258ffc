using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;

namespace Responsables.App.Publications;

/// <summary>An edition and where it stands.</summary>
public sealed record EditionRead(Edition Edition, EditionState State);

/// <summary>Reads editions for those who prepare them and, once they are public, for everybody.</summary>
public sealed class EditionsQuery(AppDb db, SigningKeys keys, TimeProvider clock)
{
    /// <summary>Every edition, the latest first; only the public ones for whoever may not see what is prepared.</summary>
    public async Task<IReadOnlyList<EditionRead>> ListAsync(Actor? actor, CancellationToken cancel)
    {
        var editions = await db.Editions.AsNoTracking().Include(e => e.Acts).OrderByDescending(e => e.Number).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        var latest = editions.Where(e => e.Publication?.PublicFrom <= now).GroupBy(e => e.Year).ToDictionary(y => y.Key, y => y.Max(e => e.Number));
        return [.. editions.Select(e => new EditionRead(e, e.StateAt(now, latest.GetValueOrDefault(e.Year) > e.Number)))
            .Where(e => MaySee(actor, e.State))];
    }

    /// <summary>An edition; null when there is none or it is not for this person.</summary>
    public async Task<EditionRead?> FindAsync(Actor? actor, int number, CancellationToken cancel) =>
        (await ListAsync(actor, cancel)).FirstOrDefault(e => e.Edition.Number == number);

    /// <summary>The hash of each section by name.</summary>
    public Task<Dictionary<string, string>> HashesAsync(int number, CancellationToken cancel) =>
        db.EditionParts.AsNoTracking().Where(p => p.Edition == number).ToDictionaryAsync(p => p.Name, p => p.Sha256, cancel);

    /// <summary>Its content, with what it says of some nodes: those there are.</summary>
    public async Task<EditionContent> ContentAsync(int number, IEnumerable<NodeKey> nodes, CancellationToken cancel)
    {
        var wanted = nodes.Select(EditionSection.NameOf).ToList();
        var prefix = EditionSection.NodePrefix;
        var parts = await db.EditionParts.AsNoTracking().Where(p => p.Edition == number && (!p.Name.StartsWith(prefix) || wanted.Contains(p.Name))).ToListAsync(cancel);
        return EditionSections.Read(parts.Select(p => p.ToSection()));
    }

    /// <summary>The figures of a node.</summary>
    public async Task<IReadOnlyList<EditionFigure>> FiguresAsync(int number, NodeKey node, CancellationToken cancel) =>
        [.. (await FrozenFigures.OfAsync(db, number, [node], cancel))[node]];

    /// <summary>What it says of each node, one after the other.</summary>
    /// <param name="withBodies">Whether nodes of one body are told too.</param>
    public async Task<EditionContent> WholeAsync(int number, bool withBodies, CancellationToken cancel)
    {
        var content = await ContentAsync(number, [], cancel);
        return await ContentAsync(number, content.Perimeter.Nodes.Where(n => n.IsTold(withBodies)).Select(n => n.Node), cancel);
    }

    /// <summary>The file of an edition, in canonical form.</summary>
    public async Task<byte[]> JsonAsync(Edition edition, bool withBodies, CancellationToken cancel)
    {
        var nodes = (await ContentAsync(edition.Number, [], cancel)).Perimeter.Nodes;
        return await JsonAsync(edition, [.. nodes.Where(n => n.IsTold(withBodies)).Select(n => n.Node)], cancel);
    }

    /// <summary>The file of an edition with what it says of some nodes; the others are left out, which its hashes show.</summary>
    public async Task<byte[]> JsonAsync(Edition edition, IReadOnlyCollection<NodeKey> nodes, CancellationToken cancel)
    {
        var hashes = await HashesAsync(edition.Number, cancel);
        var kept = nodes.Select(EditionSection.NameOf).ToHashSet();
        var sections = new List<EditionSection>();
        await foreach (var part in db.EditionParts.AsNoTracking().Where(p => p.Edition == edition.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!part.Name.StartsWith(EditionSection.NodePrefix, StringComparison.Ordinal) || kept.Contains(part.Name))
            {
                sections.Add(part.ToSection());
            }
        }

        return EditionJson.Write(sections, hashes, await keys.OfAsync(edition, cancel));
    }

    /// <summary>What an edition restates of the one it corrects.</summary>
    public async Task<IReadOnlyList<Restatement>> RestatementsAsync(int number, CancellationToken cancel) =>
        [.. (await db.Restatements.AsNoTracking().Where(r => r.Edition == number).ToListAsync(cancel)).Select(r => r.ToRestatement())
            .OrderBy(r => r.Node.Value, StringComparer.Ordinal).ThenBy(r => r.Indicator.Value, StringComparer.Ordinal).ThenBy(r => r.Breakdown, StringComparer.Ordinal)];

    private static bool MaySee(Actor? actor, EditionState state) =>
        state is EditionState.Public or EditionState.Corrected || actor?.May(Permission.PreviewPublication) == true;
}
