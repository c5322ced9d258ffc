using Responsables.Domain.Organizations;

namespace Responsables.Domain.Targets;

/// <summary>What one body below has to bring to a target.</summary>
/// <param name="Goal">The level that it has to reach.</param>
/// <param name="Effort">Goal less its baseline: the part of the way that is its own; null for a percentage, where each has the same level to reach.</param>
public sealed record TargetShare(OrganizationCode Body, decimal? Baseline, decimal? Goal, decimal? Effort);

/// <summary>Cascades a target to the bodies below.</summary>
public static class TargetShares
{
    /// <summary>
    /// The share of each body. What adds up is shared in proportion of the baselines: each makes the same relative effort, and the goals of
    /// the bodies whose baseline is known add up to the goal of the whole. A ratio is not shared: each has the goal itself to reach.
    /// </summary>
    /// <param name="baseline">The baseline of the whole; null: not known.</param>
    /// <param name="adds">Whether the figure is a plain sum.</param>
    public static IReadOnlyList<TargetShare> Of(
        Target target, decimal? baseline, bool adds, IReadOnlyList<(OrganizationCode Body, decimal? Baseline)> bodies)
    {
        var goal = target.Goal(baseline);
        if (!adds)
        {
            return [.. bodies.Select(b => new TargetShare(b.Body, b.Baseline, target.Kind == TargetKind.Relative ? b.Baseline * (1 + (target.Value / 100)) : goal, null))];
        }

        var whole = bodies.Sum(b => b.Baseline ?? 0);
        return [.. bodies.Select(b => b.Baseline is { } own && goal is { } wanted && whole != 0
            ? new TargetShare(b.Body, own, wanted * own / whole, (wanted * own / whole) - own)
            : new TargetShare(b.Body, b.Baseline, null, null))];
    }
}
