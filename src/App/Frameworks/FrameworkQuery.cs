using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Frameworks;

/// <summary>A version of a framework, and the years whose campaign pins it.</summary>
public sealed record KnownVersion(FrameworkCode Code, int Version, DateTimeOffset LoadedAt, IReadOnlyList<int> Years);

/// <summary>A framework as its pages show it: one version, and what other versions there are, the latest first.</summary>
public sealed record FrameworkView(Framework Framework, IReadOnlyList<KnownVersion> Versions)
{
    public bool IsLatest => Framework.Version == Versions[0].Version;
}

/// <summary>Reads frameworks. They are open to anyone with a role.</summary>
public sealed class FrameworkQuery(AppDb db, FrameworkCatalog catalog)
{
    /// <summary>The latest version of each framework, the most recent framework first.</summary>
    public async Task<IReadOnlyList<FrameworkView>> AllAsync(CancellationToken cancel)
    {
        var views = new List<FrameworkView>();
        foreach (var versions in (await VersionsAsync(cancel)).GroupBy(v => v.Code))
        {
            var known = versions.ToList();
            views.Add(new FrameworkView((await catalog.GetAsync(db, versions.Key, known[0].Version, cancel)).Framework, known));
        }

        return [.. views.OrderByDescending(v => v.Framework.FirstYear).ThenBy(v => v.Framework.Code.Value, StringComparer.Ordinal)];
    }

    /// <summary>One version of a framework, the latest when none is named; null when there is no such version.</summary>
    public async Task<FrameworkView?> FindAsync(FrameworkCode code, int? version, CancellationToken cancel)
    {
        var versions = (await VersionsAsync(cancel)).Where(v => v.Code == code).ToList();
        var wanted = version is { } number ? versions.Find(v => v.Version == number) : versions.FirstOrDefault();
        return wanted is null ? null : new FrameworkView((await catalog.GetAsync(db, code, wanted.Version, cancel)).Framework, versions);
    }

    /// <summary>
    /// A framework that has an indicator: the version itself; else, for what a branch adds, the version as the branches complete it today, or as
    /// the last campaign that asked it did. Null when there is none.
    /// </summary>
    public async Task<FrameworkView?> FindWithAsync(FrameworkCode code, IndicatorCode indicator, int? version, CancellationToken cancel)
    {
        var view = await FindAsync(code, version, cancel);
        if (view is null || view.Framework.FindIndicator(indicator) is not null)
        {
            return view;
        }

        if (await catalog.CurrentAsync(db, code, cancel) is { Framework: var current } && current.FindIndicator(indicator) is not null)
        {
            return view with { Framework = current };
        }

        var campaigns = await db.Campaigns.AsNoTracking().Where(c => c.FrameworkCode == code).OrderByDescending(c => c.Year)
            .Select(c => new { c.Id, c.FrameworkVersion }).ToListAsync(cancel);
        foreach (var campaign in campaigns)
        {
            if ((await catalog.OfCampaignAsync(db, campaign.Id, code, campaign.FrameworkVersion, cancel)).Framework is var asked && asked.FindIndicator(indicator) is not null)
            {
                return view with { Framework = asked };
            }
        }

        return null;
    }

    /// <summary>The latest version of every framework, with what each branch adds to it.</summary>
    public Task<IReadOnlyList<Framework>> CurrentAsync(CancellationToken cancel) => catalog.CurrentOfEachAsync(db, cancel);

    /// <summary>What branches add to a framework today.</summary>
    public async Task<IReadOnlyList<Supplement>> SupplementsAsync(FrameworkCode code, CancellationToken cancel) =>
        (await catalog.CurrentAsync(db, code, cancel))?.Framework.Supplements ?? [];

    /// <summary>Indicators of the latest version of the other frameworks that are known to measure the same: same formula over the same questions, same unit.</summary>
    public async Task<IReadOnlyList<(FrameworkView View, Indicator Indicator)>> SameAsync(FrameworkView view, Indicator indicator, CancellationToken cancel) =>
        [.. from other in await AllAsync(cancel)
            where other.Framework.Code != view.Framework.Code
            from same in other.Framework.Indicators
            where same.Main.Formula.Text == indicator.Main.Formula.Text && same.Main.Unit == indicator.Main.Unit
            select (other, same)];

    private async Task<List<KnownVersion>> VersionsAsync(CancellationToken cancel)
    {
        var rows = await db.FrameworkVersions.AsNoTracking().Select(f => new { f.Code, f.Version, f.LoadedAt }).ToListAsync(cancel);
        var campaigns = await db.Campaigns.AsNoTracking().Select(c => new { c.Year, c.FrameworkCode, c.FrameworkVersion }).ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.Code.Value, StringComparer.Ordinal).ThenByDescending(r => r.Version).Select(r => new KnownVersion(
            r.Code, r.Version, r.LoadedAt,
            [.. campaigns.Where(c => c.FrameworkCode == r.Code && c.FrameworkVersion == r.Version).Select(c => c.Year).Order()]))];
    }
}
