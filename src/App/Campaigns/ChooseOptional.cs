using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Campaigns;

/// <summary>What a branch chose.</summary>
public sealed record OptionalChosen(string Branch, int Indicators);

/// <summary>Chooses the optional indicators asked of a branch, in the campaigns opened afterwards.</summary>
public sealed class ChooseOptional(AppDb db, FrameworkCatalog frameworks, OptionalQuery query, Writing writing)
{
    /// <param name="seal">Seal of the choices that the form showed; another one is stale.</param>
    public async Task<Outcome<OptionalChosen>> RunAsync(
        Actor actor, FrameworkCode code, string branch, IReadOnlyCollection<IndicatorCode> indicators, string seal, Guid key, CancellationToken cancel)
    {
        var branches = await query.BranchesAsync(actor, cancel);
        return branches.Contains(branch)
            ? await writing.OnceAsync(key, now => ChooseAsync(actor, code, branch, indicators, seal, now, cancel), cancel)
            : Outcome.Missing<OptionalChosen>();
    }

    private async Task<Outcome<OptionalChosen>> ChooseAsync(
        Actor actor, FrameworkCode code, string branch, IReadOnlyCollection<IndicatorCode> indicators, string seal, DateTimeOffset now,
        CancellationToken cancel)
    {
        if (await frameworks.LatestAsync(db, code, cancel) is not { } compiled)
        {
            return Outcome.Missing<OptionalChosen>();
        }

        var before = await db.BranchChoices.Where(c => c.FrameworkCode == code && c.Branch == branch).ToListAsync(cancel);
        if (BranchChoice.SealOf(before) != seal)
        {
            return new Outcome<OptionalChosen>.Stale([new Problem("campaigns.choices-changed", null)]);
        }

        var wrong = indicators.Where(i => compiled.Framework.FindIndicator(i) is not { Priority: Priority.Optional }).ToList();
        if (wrong.Count > 0)
        {
            return Outcome.Refused<OptionalChosen>([.. wrong.Select(i => new Problem("campaigns.indicator-not-optional", null, i))]);
        }

        var chosen = indicators.ToHashSet();
        db.BranchChoices.RemoveRange(before.Where(c => !chosen.Contains(c.Indicator)));
        db.BranchChoices.AddRange(chosen.Where(i => before.TrueForAll(c => c.Indicator != i))
            .Select(i => new BranchChoice { Branch = branch, FrameworkCode = code, Indicator = i }));
        await TrailWriter.AppendAsync(
            db, actor, now,
            [new TrailEntry(
                "campaigns.choose", null, null,
                new { branch, Framework = code.Value, Indicators = before.Select(c => c.Indicator.Value).Order(StringComparer.Ordinal) },
                new { branch, Framework = code.Value, Indicators = chosen.Select(i => i.Value).Order(StringComparer.Ordinal) })],
            cancel);
        return Outcome.Done(new OptionalChosen(branch, chosen.Count));
    }
}
