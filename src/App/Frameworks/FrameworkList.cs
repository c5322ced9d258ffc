using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Frameworks;

/// <summary>A framework version, in one line.</summary>
public sealed record FrameworkLine(
    string Code, int Version, string Title, string? Publisher, int? FirstYear, int? LastYear, int Commitments, int Topics, int Indicators, int Prioritary,
    int Variables)
{
    public static FrameworkLine Of(Framework framework) => new(
        framework.Code.Value, framework.Version, framework.Title, framework.Publisher, framework.FirstYear, framework.LastYear,
        framework.Commitments.Count, framework.Topics.Count(), framework.Indicators.Count(),
        framework.Indicators.Count(i => i.Priority == Priority.P1), framework.Variables.Count);
}

/// <summary>The framework versions that are known.</summary>
public sealed class FrameworkList(AppDb db, FrameworkCatalog catalog)
{
    public async Task<IReadOnlyList<FrameworkLine>> AllAsync(CancellationToken cancel)
    {
        var keys = await db.FrameworkVersions.AsNoTracking().Select(f => new { f.Code, f.Version }).ToListAsync(cancel);
        var lines = new List<FrameworkLine>();
        foreach (var key in keys.OrderBy(k => k.Code.Value, StringComparer.Ordinal).ThenBy(k => k.Version))
        {
            lines.Add(FrameworkLine.Of((await catalog.GetAsync(db, key.Code, key.Version, cancel)).Framework));
        }

        return lines;
    }
}
