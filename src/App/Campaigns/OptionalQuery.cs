using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Organizations;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Campaigns;

/// <summary>The optional indicators of a branch, as its coordinator chooses them.</summary>
/// <param name="Frameworks">Every framework, in its latest version.</param>
/// <param name="Branches">Those that this person chooses for.</param>
/// <param name="Seal">Seal of the choices shown.</param>
/// <param name="Opened">Years already opened on this framework: the choices no longer change them.</param>
public sealed record OptionalChoices(
    IReadOnlyList<Framework> Frameworks, Framework Framework, IReadOnlyList<string> Branches, string Branch, IReadOnlySet<IndicatorCode> Chosen,
    string Seal, IReadOnlyList<int> Opened)
{
    public int Optional => Framework.Indicators.Count(i => i.Priority == Priority.Optional);
}

/// <summary>Reads what a branch has chosen, for those who choose.</summary>
public sealed class OptionalQuery(AppDb db, FrameworkCatalog frameworks, TimeProvider clock)
{
    /// <summary>The choices; null when there is no framework, or when this person does not choose for the branch.</summary>
    public async Task<OptionalChoices?> RunAsync(Actor actor, FrameworkCode? code, string? branch, CancellationToken cancel)
    {
        var branches = await BranchesAsync(actor, cancel);
        var latest = await LatestAsync(cancel);
        var framework = code is { } asked ? latest.FirstOrDefault(f => f.Code == asked) : latest is [var first, ..] ? first : null;
        var chosen = branch is { Length: > 0 } ? branch : branches is [var own, ..] ? own : null;
        if (framework is null || chosen is null || !branches.Contains(chosen))
        {
            return null;
        }

        var choices = await db.BranchChoices.AsNoTracking().Where(c => c.FrameworkCode == framework.Code && c.Branch == chosen).ToListAsync(cancel);
        var opened = await db.Campaigns.AsNoTracking().Where(c => c.FrameworkCode == framework.Code).OrderBy(c => c.Year).Select(c => c.Year).ToListAsync(cancel);
        return new OptionalChoices(
            latest, framework, branches, chosen, choices.Select(c => c.Indicator).ToHashSet(), BranchChoice.SealOf(choices), opened);
    }

    /// <summary>The branches a person chooses for: that of the fund of a grant, or every branch active today.</summary>
    public async Task<IReadOnlyList<string>> BranchesAsync(Actor actor, CancellationToken cancel)
    {
        if (actor.May(Permission.ChooseOptional))
        {
            return await ActiveBranchesAsync(cancel);
        }

        var funds = actor.ScopesOf(Permission.ChooseOptional).Select(s => s.Code).ToList();
        return await NamesAsync(Active().Where(o => funds.Contains(o.Code)), cancel);
    }

    /// <summary>Every branch that has an organisation today.</summary>
    public Task<IReadOnlyList<string>> ActiveBranchesAsync(CancellationToken cancel) => NamesAsync(Active(), cancel);

    /// <summary>The latest version of every framework, the most recent first.</summary>
    public async Task<IReadOnlyList<Framework>> LatestAsync(CancellationToken cancel)
    {
        var codes = await db.FrameworkVersions.AsNoTracking().Select(f => f.Code).Distinct().ToListAsync(cancel);
        var latest = new List<Framework>();
        foreach (var code in codes)
        {
            latest.Add((await frameworks.LatestAsync(db, code, cancel))!.Framework);
        }

        return [.. latest.OrderByDescending(f => f.FirstYear).ThenBy(f => f.Code.Value, StringComparer.Ordinal)];
    }

    private IQueryable<OrganizationRow> Active()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return db.Organizations.AsNoTracking().Where(o => (o.ValidFrom == null || o.ValidFrom <= today) && (o.ValidTo == null || o.ValidTo >= today));
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(IQueryable<OrganizationRow> organizations, CancellationToken cancel) =>
        [.. (await organizations.Select(o => o.Branch).Distinct().ToListAsync(cancel)).Order(StringComparer.InvariantCulture)];
}
