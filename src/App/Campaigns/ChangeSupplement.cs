using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Campaigns;

/// <summary>What a branch wants to add to a framework.</summary>
/// <param name="Version">The version that it was written upon, 0 for none: another one since makes the request stale. Null: whichever there is.</param>
/// <param name="Yaml">The whole text; null takes everything back.</param>
public sealed record SupplementWanted(FrameworkCode Framework, string Branch, int? Version, string? Yaml);

/// <summary>What a branch adds from now on.</summary>
public sealed record SupplementChanged(string Branch, int Version, int Indicators, int Variables);

/// <summary>Keeps what a branch adds to a framework, for the campaigns opened afterwards; those already open keep what they pinned.</summary>
public sealed class ChangeSupplement(AppDb db, FrameworkCatalog frameworks, OptionalQuery optional, Writing writing)
{
    /// <summary>Longest text of a supplement, in characters.</summary>
    public const int MaxLength = 500_000;

    public async Task<Outcome<SupplementChanged>> RunAsync(Actor actor, SupplementWanted wanted, Guid key, CancellationToken cancel) =>
        (await optional.BranchesAsync(actor, cancel)).Contains(wanted.Branch)
            ? await writing.OnceAsync(key, now => ChangeAsync(actor, wanted, now, cancel), cancel)
            : Outcome.Missing<SupplementChanged>();

    /// <summary>What it would do, or every fault; nothing is kept.</summary>
    public async Task<Outcome<SupplementChanged>> PreviewAsync(Actor actor, SupplementWanted wanted, CancellationToken cancel) =>
        (await optional.BranchesAsync(actor, cancel)).Contains(wanted.Branch)
            ? await writing.RehearseAsync(now => ChangeAsync(actor, wanted, now, cancel), cancel)
            : Outcome.Missing<SupplementChanged>();

    private async Task<Outcome<SupplementChanged>> ChangeAsync(Actor actor, SupplementWanted wanted, DateTimeOffset now, CancellationToken cancel)
    {
        if (await frameworks.LatestAsync(db, wanted.Framework, cancel) is not { Framework: var framework })
        {
            return Outcome.Missing<SupplementChanged>();
        }

        var last = await db.Supplements.AsNoTracking().Where(s => s.FrameworkCode == wanted.Framework && s.Branch == wanted.Branch)
            .OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancel);
        var version = last?.Version ?? 0;
        if (wanted.Version is { } upon && upon != version)
        {
            return new Outcome<SupplementChanged>.Stale([new Problem("campaigns.supplement-changed", null, wanted.Branch)]);
        }

        var row = new SupplementVersion
        {
            FrameworkCode = wanted.Framework, Branch = wanted.Branch, Version = version + 1, Yaml = wanted.Yaml, Seal = SupplementVersion.SealOf(wanted.Yaml),
            At = now, By = actor.Name,
        };
        if (row.Seal == last?.Seal)
        {
            return Outcome.Refused<SupplementChanged>(new Problem("campaigns.supplement-same", null));
        }

        var (supplement, problems) = await CheckAsync(framework, row, cancel);
        if (problems.Count > 0)
        {
            return Outcome.Refused<SupplementChanged>(problems);
        }

        db.Supplements.Add(row);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("campaigns.supplement", null, null, last is null ? null : Told(last), Told(row))], cancel);
        return Outcome.Done(new SupplementChanged(row.Branch, row.Version, supplement?.Indicators.Count ?? 0, supplement?.Variables.Count ?? 0));
    }

    /// <summary>What the text adds, or every reason for which it cannot be kept; nothing and no problem for a branch that takes everything back.</summary>
    private async Task<(Supplement? Supplement, IReadOnlyList<Problem> Problems)> CheckAsync(Framework framework, SupplementVersion row, CancellationToken cancel)
    {
        if (row.Yaml is null)
        {
            return (null, []);
        }

        if (row.Yaml.Length > MaxLength)
        {
            return (null, [new Problem("campaigns.supplement-long", null, MaxLength)]);
        }

        var version = await db.FrameworkVersions.AsNoTracking().SingleAsync(f => f.Code == framework.Code && f.Version == framework.Version, cancel);
        // What another branch wrote for an earlier version stands in nobody's way.
        var others = (await frameworks.CurrentAsync(db, framework.Code, cancel))!.Supplements.Where(s => s.Branch != row.Branch).ToList();
        var reading = FrameworkReader.Read(version.Yaml, [.. others.Select(o => o.Yaml!), row.Yaml]);
        var problems = reading.OfSupplements[^1].Select(f => FrameworkPlace.Told(f)).ToList();
        if (reading.Framework is not { } merged)
        {
            return (null, problems);
        }

        var supplement = merged.Supplements[^1];
        if (supplement.Branch != row.Branch)
        {
            problems.Add(new Problem("campaigns.supplement-of-another", null, supplement.Branch, row.Branch));
        }

        problems.AddRange(await RemeasuredAsync(merged, supplement, cancel));
        return (supplement, problems);
    }

    // A code that a campaign asked keeps what it measures, or two years of one series could not be compared.
    private async Task<IEnumerable<Problem>> RemeasuredAsync(Framework merged, Supplement supplement, CancellationToken cancel)
    {
        var pins = await (
            from pin in db.PinnedSupplements.AsNoTracking()
            where pin.Branch == supplement.Branch
            join campaign in db.Campaigns.AsNoTracking() on pin.CampaignId equals campaign.Id
            where campaign.FrameworkCode == merged.Code
            orderby campaign.Year descending
            select new { campaign.Id, campaign.FrameworkVersion }).ToListAsync(cancel);
        var problems = new List<Problem>();
        foreach (var pin in pins)
        {
            var asked = (await frameworks.OfCampaignAsync(db, pin.Id, merged.Code, pin.FrameworkVersion, cancel)).Framework;
            problems.AddRange(
                from code in supplement.Variables
                let before = asked.FindVariable(code)
                let after = merged.Variable(code)
                where before is not null && (before.Type, before.Unit, before.OverBodies) != (after.Type, after.Unit, after.OverBodies)
                select new Problem("campaigns.supplement-remeasured", code.Value, code));
            problems.AddRange(
                from code in supplement.Indicators
                let before = asked.FindIndicator(code)
                let after = merged.FindIndicator(code)
                where before is not null && (before.Main.Unit, before.Main.Formula.Text) != (after.Main.Unit, after.Main.Formula.Text)
                select new Problem("campaigns.supplement-remeasured", code.Value, code));
        }

        return problems.DistinctBy(p => p.Place);
    }

    private static object Told(SupplementVersion row) => new { Framework = row.FrameworkCode.Value, row.Branch, row.Version, row.Seal };
}
