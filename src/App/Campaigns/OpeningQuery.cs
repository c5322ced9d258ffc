using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Campaigns;

/// <summary>What the form of an opening shows.</summary>
/// <param name="Taken">Years that have a campaign.</param>
/// <param name="Framework">The chosen one, with what each branch adds to it.</param>
/// <param name="Asks">The optional indicators that the branches chose on this framework.</param>
/// <param name="Seal">Seal of these choices and additions.</param>
public sealed record OpeningForm(
    int Year, IReadOnlyList<int> Taken, IReadOnlyList<Framework> Frameworks, Framework Framework,
    IReadOnlyList<(string Branch, IndicatorCode Indicator)> Asks, string Seal);

/// <summary>Reads what an opening starts from, for those who open campaigns.</summary>
public sealed class OpeningQuery(AppDb db, FrameworkCatalog catalog, OptionalQuery optional, TimeProvider clock)
{
    /// <summary>The form; null when this person opens no campaign or there is no such framework.</summary>
    public async Task<OpeningForm?> RunAsync(Actor actor, int? year, FrameworkCode? code, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageCampaigns))
        {
            return null;
        }

        var frameworks = await optional.LatestAsync(cancel);
        if ((code is { } asked ? frameworks.FirstOrDefault(f => f.Code == asked) : frameworks is [var first, ..] ? first : null) is not { Code: var chosen }
            || await catalog.CurrentAsync(db, chosen, cancel) is not { Framework: var framework } current)
        {
            return null;
        }

        var taken = await db.Campaigns.AsNoTracking().OrderBy(c => c.Year).Select(c => c.Year).ToListAsync(cancel);
        var choices = await db.BranchChoices.AsNoTracking().Where(c => c.FrameworkCode == framework.Code).ToListAsync(cancel);
        // A later version may have dropped or promoted what had been chosen.
        var asks = choices.Where(c => framework.FindIndicator(c.Indicator) is { Priority: Priority.Optional }).Select(c => (c.Branch, c.Indicator));
        return new OpeningForm(
            year ?? (taken.Count > 0 ? taken[^1] + 1 : clock.GetUtcNow().Year - 1), taken, frameworks, framework,
            [.. asks.OrderBy(a => a.Branch, StringComparer.InvariantCulture).ThenBy(a => a.Indicator.Value, StringComparer.Ordinal)],
            $"{BranchChoice.SealOf(choices)}:{string.Join(',', current.Supplements.Select(s => s.Seal))}");
    }
}
