using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Disclosure;
using Responsables.Domain.Shared;

namespace Responsables.App.Disclosure;

/// <summary>From how many persons on a count is told to the public: a setting of the instance, under trail.</summary>
public sealed class SmallNumbers(AppDb db, Writing writing)
{
    /// <summary>Name of the field, and place of its problem.</summary>
    public const string Field = "threshold";

    internal const string Name = "small-numbers-threshold";

    public async Task<SmallNumberRule> ReadAsync(CancellationToken cancel) =>
        RuleOf(await db.Settings.AsNoTracking().Where(s => s.Name == Name).Select(s => s.Value).SingleOrDefaultAsync(cancel));

    /// <summary>Sets it, from what was typed: every public reading follows at once.</summary>
    public Task<Outcome<int>> ChangeAsync(Actor actor, string typed, Guid key, CancellationToken cancel) =>
        !actor.May(Permission.ManageAccounts) ? Task.FromResult(Outcome.Missing<int>())
        : ThresholdOf(typed) is not { } threshold
            ? Task.FromResult(Outcome.Refused<int>(
                new Problem("disclosure.threshold", Field, SmallNumberRule.LowestThreshold, SmallNumberRule.HighestThreshold)))
        : writing.OnceAsync(key, now => ChangeAsync(actor, threshold, now, cancel), cancel);

    private async Task<Outcome<int>> ChangeAsync(Actor actor, int threshold, DateTimeOffset now, CancellationToken cancel)
    {
        var kept = await db.Settings.SingleOrDefaultAsync(s => s.Name == Name, cancel);
        var before = RuleOf(kept?.Value).Threshold;
        if (before != threshold)
        {
            var value = threshold.ToString(CultureInfo.InvariantCulture);
            if (kept is null)
            {
                db.Settings.Add(new Setting { Name = Name, Value = value });
            }
            else
            {
                kept.Value = value;
            }

            await TrailWriter.AppendAsync(
                db, actor, now, [new TrailEntry("disclosure.change-threshold", null, null, new { threshold = before }, new { threshold })], cancel);
        }

        return Outcome.Done(threshold);
    }

    private static SmallNumberRule RuleOf(string? setting) => new(ThresholdOf(setting) ?? SmallNumberRule.UsualThreshold);

    private static int? ThresholdOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= SmallNumberRule.LowestThreshold and <= SmallNumberRule.HighestThreshold ? number : null;
}
