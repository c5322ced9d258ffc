using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;

namespace Responsables.App.Publications;

/// <summary>The figures that an edition holds, read without the rest of it.</summary>
internal static class FrozenFigures
{
    public static async Task<ILookup<NodeKey, EditionFigure>> OfAsync(AppDb db, int edition, IEnumerable<NodeKey> nodes, CancellationToken cancel)
    {
        var names = nodes.Select(EditionSection.NameOf).ToList();
        var parts = await db.EditionParts.AsNoTracking().Where(p => p.Edition == edition && names.Contains(p.Name)).ToListAsync(cancel);
        return parts.SelectMany(p => EditionSections.ReadNode(p.ToSection()).Figures).ToLookup(f => f.Node);
    }
}
