using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Frameworks;

/// <summary>A framework version, compiled: the tree and the layout of its additive parts.</summary>
public sealed record CompiledFramework(Framework Framework, PartsLayout Layout);

/// <summary>A framework completed by what branches add to it.</summary>
/// <param name="Supplements">Those it was completed by.</param>
/// <param name="Unfit">Those that it cannot be completed by any longer: they were written for an earlier version.</param>
public sealed record CompletedFramework(
    CompiledFramework Compiled, IReadOnlyList<SupplementVersion> Supplements, IReadOnlyList<(SupplementVersion Supplement, FrameworkFault Fault)> Unfit)
{
    public Framework Framework => Compiled.Framework;
}

/// <summary>
/// Framework versions read from the database, alone or completed by what branches add to them; compiled once, since neither a version nor
/// what a campaign pins ever changes.
/// </summary>
public sealed class FrameworkCatalog
{
    private readonly ConcurrentDictionary<(FrameworkCode, int), CompiledFramework> compiled = new();
    private readonly ConcurrentDictionary<(FrameworkCode Code, int Version, string Supplements), CompletedFramework> completed = new();
    private readonly ConcurrentDictionary<Guid, CompiledFramework> pinned = new();

    /// <summary>A version that is known to exist, since a campaign pins it, without what branches add to it.</summary>
    public async ValueTask<CompiledFramework> GetAsync(AppDb db, FrameworkCode code, int version, CancellationToken cancel) =>
        compiled.TryGetValue((code, version), out var known) ? known : compiled.GetOrAdd((code, version), Compile(await RowAsync(db, code, version, cancel)));

    /// <summary>What a campaign asks: the version and the supplements that it pinned.</summary>
    public async ValueTask<CompiledFramework> OfCampaignAsync(AppDb db, Guid campaign, FrameworkCode code, int version, CancellationToken cancel)
    {
        if (pinned.TryGetValue(campaign, out var known))
        {
            return known;
        }

        var keys = await db.PinnedSupplements.AsNoTracking().Where(p => p.CampaignId == campaign).Select(p => new { p.Branch, p.Version }).ToListAsync(cancel);
        return pinned.GetOrAdd(campaign, (await CompleteAsync(db, code, version, [.. keys.Select(k => (k.Branch, k.Version))], cancel)).Compiled);
    }

    /// <summary>The latest version of a framework, without what branches add to it; null when there is none.</summary>
    public async ValueTask<CompiledFramework?> LatestAsync(AppDb db, FrameworkCode code, CancellationToken cancel)
    {
        var version = await db.FrameworkVersions.AsNoTracking().Where(f => f.Code == code).MaxAsync(f => (int?)f.Version, cancel);
        return version is { } latest ? await GetAsync(db, code, latest, cancel) : null;
    }

    /// <summary>What a campaign opened now would ask: the latest version, with what each branch adds to it; null when there is no such framework.</summary>
    public async ValueTask<CompletedFramework?> CurrentAsync(AppDb db, FrameworkCode code, CancellationToken cancel) =>
        await LatestAsync(db, code, cancel) is { Framework.Version: var version }
            ? await CompleteAsync(db, code, version, (await KeptAsync(db, cancel))[code], cancel)
            : null;

    /// <summary>The latest version of every framework, with what each branch adds to it, by code: two statements once they are compiled.</summary>
    public async Task<IReadOnlyList<Framework>> CurrentOfEachAsync(AppDb db, CancellationToken cancel)
    {
        var versions = await db.FrameworkVersions.AsNoTracking().GroupBy(f => f.Code).Select(f => new { f.Key, Version = f.Max(v => v.Version) }).ToListAsync(cancel);
        var kept = await KeptAsync(db, cancel);
        var frameworks = new List<Framework>();
        foreach (var latest in versions.OrderBy(v => v.Key.Value, StringComparer.Ordinal))
        {
            frameworks.Add((await CompleteAsync(db, latest.Key, latest.Version, kept[latest.Key], cancel)).Framework);
        }

        return frameworks;
    }

    /// <summary>What each branch adds to a framework today, by branch.</summary>
    public static async Task<IReadOnlyList<SupplementVersion>> SupplementsAsync(AppDb db, FrameworkCode code, CancellationToken cancel) =>
        await LoadAsync(db, code, (await KeptAsync(db, cancel))[code], cancel);

    // The last version of each branch that was not taken back; their texts are read only to be compiled.
    private static async Task<ILookup<FrameworkCode, (string Branch, int Version)>> KeptAsync(AppDb db, CancellationToken cancel)
    {
        var all = await db.Supplements.AsNoTracking().Select(s => new { s.FrameworkCode, s.Branch, s.Version, IsKept = s.Yaml != null }).ToListAsync(cancel);
        return all.GroupBy(s => (s.FrameworkCode, s.Branch)).Select(versions => versions.MaxBy(v => v.Version)!).Where(s => s.IsKept)
            .ToLookup(s => s.FrameworkCode, s => (s.Branch, s.Version));
    }

    private static async Task<List<SupplementVersion>> LoadAsync(AppDb db, FrameworkCode code, IEnumerable<(string Branch, int Version)> keys, CancellationToken cancel)
    {
        var rows = new List<SupplementVersion>();
        foreach (var (branch, version) in keys.OrderBy(k => k.Branch, StringComparer.Ordinal))
        {
            rows.Add(await db.Supplements.AsNoTracking().SingleAsync(s => s.FrameworkCode == code && s.Branch == branch && s.Version == version, cancel));
        }

        return rows;
    }

    // Those that no longer fit are left out, each with its first fault.
    private async ValueTask<CompletedFramework> CompleteAsync(
        AppDb db, FrameworkCode code, int version, IEnumerable<(string Branch, int Version)> supplements, CancellationToken cancel)
    {
        var ordered = supplements.OrderBy(s => s.Branch, StringComparer.Ordinal).ToList();
        if (ordered.Count == 0)
        {
            return new CompletedFramework(await GetAsync(db, code, version, cancel), [], []);
        }

        var key = (code, version, string.Join('\n', ordered.Select(s => $"{s.Branch}\t{s.Version}")));
        return completed.TryGetValue(key, out var known)
            ? known
            : completed.GetOrAdd(key, Complete(await RowAsync(db, code, version, cancel), await LoadAsync(db, code, ordered, cancel)));
    }

    private static CompletedFramework Complete(FrameworkVersion row, List<SupplementVersion> supplements)
    {
        var unfit = new List<(SupplementVersion, FrameworkFault)>();
        while (true)
        {
            var reading = FrameworkReader.Read(row.Yaml, [.. supplements.Select(s => s.Yaml!)]);
            if (reading.Framework is { } framework)
            {
                return new CompletedFramework(new CompiledFramework(framework, new PartsLayout(framework)), supplements, unfit);
            }

            if (reading.Faults is [var fault, ..])
            {
                throw Unreadable(row, fault);
            }

            var faulty = supplements.Index().Where(s => reading.OfSupplements[s.Index].Count > 0).ToList();
            unfit.AddRange(faulty.Select(s => (s.Item, reading.OfSupplements[s.Index][0])));
            supplements = [.. supplements.Except(faulty.Select(f => f.Item))];
        }
    }

    private static Task<FrameworkVersion> RowAsync(AppDb db, FrameworkCode code, int version, CancellationToken cancel) =>
        db.FrameworkVersions.AsNoTracking().SingleAsync(f => f.Code == code && f.Version == version, cancel);

    private static CompiledFramework Compile(FrameworkVersion row)
    {
        var reading = FrameworkReader.Read(row.Yaml);
        var framework = reading.Framework ?? throw Unreadable(row, reading.Faults[0]);
        return new CompiledFramework(framework, new PartsLayout(framework));
    }

    private static InvalidDataException Unreadable(FrameworkVersion row, FrameworkFault fault) =>
        new($"The stored framework {row.Code} version {row.Version} no longer reads: {fault.Code}");
}
