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

        var supplements = await (
            from pin in db.PinnedSupplements.AsNoTracking()
            where pin.CampaignId == campaign
            join supplement in db.Supplements.AsNoTracking() on new { FrameworkCode = code, pin.Branch, pin.Version }
                equals new { supplement.FrameworkCode, supplement.Branch, supplement.Version }
            select supplement).ToListAsync(cancel);
        return pinned.GetOrAdd(campaign, (await CompleteAsync(db, code, version, supplements, cancel)).Compiled);
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
            ? await CompleteAsync(db, code, version, await SupplementsAsync(db, code, cancel), cancel)
            : null;

    /// <summary>The latest version of every framework, with what each branch adds to it, by code.</summary>
    public async Task<IReadOnlyList<Framework>> CurrentOfEachAsync(AppDb db, CancellationToken cancel)
    {
        var codes = await db.FrameworkVersions.AsNoTracking().Select(f => f.Code).Distinct().ToListAsync(cancel);
        var frameworks = new List<Framework>();
        foreach (var code in codes.OrderBy(c => c.Value, StringComparer.Ordinal))
        {
            frameworks.Add((await CurrentAsync(db, code, cancel))!.Framework);
        }

        return frameworks;
    }

    /// <summary>What each branch adds to a framework today, by branch.</summary>
    public static async Task<IReadOnlyList<SupplementVersion>> SupplementsAsync(AppDb db, FrameworkCode code, CancellationToken cancel)
    {
        var all = await db.Supplements.AsNoTracking().Where(s => s.FrameworkCode == code)
            .Where(s => s.Version == db.Supplements.Where(o => o.FrameworkCode == code && o.Branch == s.Branch).Max(o => o.Version)).ToListAsync(cancel);
        return [.. all.Where(s => s.Yaml is not null).OrderBy(s => s.Branch, StringComparer.Ordinal)];
    }

    /// <summary>A version completed by some supplements; those that no longer fit it are left out, each with its first fault.</summary>
    public async ValueTask<CompletedFramework> CompleteAsync(
        AppDb db, FrameworkCode code, int version, IReadOnlyList<SupplementVersion> supplements, CancellationToken cancel)
    {
        if (supplements.Count == 0)
        {
            return new CompletedFramework(await GetAsync(db, code, version, cancel), [], []);
        }

        var ordered = supplements.OrderBy(s => s.Branch, StringComparer.Ordinal).ToList();
        var key = (code, version, string.Join('\n', ordered.Select(s => $"{s.Branch}\t{s.Version}")));
        return completed.TryGetValue(key, out var known) ? known : completed.GetOrAdd(key, Complete(await RowAsync(db, code, version, cancel), ordered));
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
