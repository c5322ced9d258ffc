using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Frameworks;

/// <summary>A framework version, compiled: the tree and the layout of its additive parts.</summary>
public sealed record CompiledFramework(Framework Framework, PartsLayout Layout);

/// <summary>Framework versions read from the database, compiled once: a version never changes.</summary>
public sealed class FrameworkCatalog
{
    private readonly ConcurrentDictionary<(FrameworkCode, int), CompiledFramework> compiled = new();

    /// <summary>A version that is known to exist, since a campaign pins it.</summary>
    public async ValueTask<CompiledFramework> GetAsync(AppDb db, FrameworkCode code, int version, CancellationToken cancel)
    {
        if (compiled.TryGetValue((code, version), out var known))
        {
            return known;
        }

        var row = await db.FrameworkVersions.AsNoTracking().SingleAsync(f => f.Code == code && f.Version == version, cancel);
        return compiled.GetOrAdd((code, version), Compile(row));
    }

    /// <summary>The latest version of a framework; null when there is none.</summary>
    public async ValueTask<CompiledFramework?> LatestAsync(AppDb db, FrameworkCode code, CancellationToken cancel)
    {
        var version = await db.FrameworkVersions.AsNoTracking().Where(f => f.Code == code).MaxAsync(f => (int?)f.Version, cancel);
        return version is { } latest ? await GetAsync(db, code, latest, cancel) : null;
    }

    /// <summary>The latest version of every framework, by code.</summary>
    public async Task<IReadOnlyList<Framework>> LatestOfEachAsync(AppDb db, CancellationToken cancel)
    {
        var versions = await db.FrameworkVersions.AsNoTracking().GroupBy(f => f.Code).Select(f => new { f.Key, Version = f.Max(v => v.Version) }).ToListAsync(cancel);
        var frameworks = new List<Framework>();
        foreach (var latest in versions.OrderBy(v => v.Key.Value, StringComparer.Ordinal))
        {
            frameworks.Add((await GetAsync(db, latest.Key, latest.Version, cancel)).Framework);
        }

        return frameworks;
    }

    private static CompiledFramework Compile(FrameworkVersion row)
    {
        var reading = FrameworkReader.Read(row.Yaml);
        var framework = reading.Framework
            ?? throw new InvalidDataException($"The stored framework {row.Code} version {row.Version} no longer reads: {reading.Faults[0].Code}");
        return new CompiledFramework(framework, new PartsLayout(framework));
    }
}
