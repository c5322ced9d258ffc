using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Campaigns;

/// <summary>What a branch adds to a framework, as everybody may read it.</summary>
/// <param name="Frameworks">Every framework, in its latest version.</param>
/// <param name="Framework">The chosen one, with what every branch adds to it.</param>
/// <param name="Branches">Every branch of today, and those that added something.</param>
/// <param name="Version">The version that is read, 0 when the branch never added anything.</param>
/// <param name="Yaml">Its text; null: nothing is added.</param>
/// <param name="Unfit">Where it no longer fits the framework; null: it does.</param>
/// <param name="Years">Campaigns that pinned something of the branch, with the version.</param>
public sealed record SupplementView(
    IReadOnlyList<Framework> Frameworks, Framework Framework, IReadOnlyList<string> Branches, string Branch, bool MayChange, int Version, string? Yaml,
    SupplementVersion? Kept, string? Unfit, IReadOnlyList<(int Year, int Version)> Years)
{
    /// <summary>What the branch adds; null when nothing.</summary>
    public Supplement? Own => Framework.Supplements.FirstOrDefault(s => s.Branch == Branch);

    public IEnumerable<Indicator> Indicators => Framework.Indicators.Where(i => i.Branch == Branch);
}

/// <summary>Reads what branches add to frameworks.</summary>
public sealed class SupplementQuery(AppDb db, FrameworkCatalog frameworks, OptionalQuery optional)
{
    /// <summary>What each branch adds to a framework today.</summary>
    public Task<IReadOnlyList<SupplementVersion>> AllAsync(FrameworkCode code, CancellationToken cancel) => FrameworkCatalog.SupplementsAsync(db, code, cancel);

    /// <summary>That of a branch: the one that is asked for, else the first that this person may change, else the first there is.</summary>
    public async Task<SupplementView?> RunAsync(Actor actor, FrameworkCode? code, string? branch, CancellationToken cancel)
    {
        var latest = await optional.LatestAsync(cancel);
        if ((code is { } asked ? latest.FirstOrDefault(f => f.Code == asked) : latest is [var first, ..] ? first : null) is not { Code: var chosen })
        {
            return null;
        }

        var kept = await db.Supplements.AsNoTracking().Where(s => s.FrameworkCode == chosen).ToListAsync(cancel);
        var own = await optional.BranchesAsync(actor, cancel);
        var branches = (await optional.ActiveBranchesAsync(cancel)).Union(kept.Select(s => s.Branch)).Order(StringComparer.InvariantCulture).ToList();
        var wanted = branch is { Length: > 0 } ? branch : own is [var mine, ..] ? mine : branches.FirstOrDefault();
        if (wanted is null || !branches.Contains(wanted))
        {
            return null;
        }

        var current = (await frameworks.CurrentAsync(db, chosen, cancel))!;
        var last = kept.Where(s => s.Branch == wanted).MaxBy(s => s.Version);
        var years = await (
            from pin in db.PinnedSupplements.AsNoTracking()
            where pin.Branch == wanted
            join campaign in db.Campaigns.AsNoTracking() on pin.CampaignId equals campaign.Id
            where campaign.FrameworkCode == chosen
            orderby campaign.Year
            select new { campaign.Year, pin.Version }).ToListAsync(cancel);
        var unfit = current.Unfit.Where(u => u.Supplement.Branch == wanted).Select(u => FrameworkPlace.Of(u.Fault)).FirstOrDefault();
        return new SupplementView(
            latest, current.Framework, branches, wanted, own.Contains(wanted), last?.Version ?? 0, last?.Yaml, last, unfit, [.. years.Select(y => (y.Year, y.Version))]);
    }
}
