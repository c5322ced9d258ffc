namespace Responsables.Domain.Targets;

/// <summary>How a target stands (product rule 9).</summary>
public enum TargetStatus
{
    /// <summary>A value is missing.</summary>
    Unknown,

    /// <summary>The last value is where it is wanted.</summary>
    Reached,

    /// <summary>At the current pace it will be reached in time.</summary>
    OnTrack,

    /// <summary>It goes the right way or stays, too slowly; or the year is past and it is not reached.</summary>
    Behind,

    /// <summary>The last value is further from the target than the baseline.</summary>
    MovingAway,
}

/// <summary>A target against its series.</summary>
/// <param name="Baseline">Value of the baseline year.</param>
/// <param name="Goal">Level to reach, in the unit of the figure.</param>
/// <param name="CurrentYear">Year of the last value known, the target's year at the latest.</param>
/// <param name="Distance">What is still to be gone, goal less current: negative when the figure has to fall; zero once reached.</param>
/// <param name="Progress">Share of the way from the baseline to the goal that is gone, in percent; null when there was no way to go.</param>
/// <param name="RequiredPace">Change a year still needed; null once the year is there, zero once reached.</param>
/// <param name="CurrentPace">Mean change a year since the baseline; null without a year in between.</param>
/// <param name="Projected">Value in the target's year at the current pace.</param>
public sealed record TargetStanding(
    Target Target, TargetStatus Status, decimal? Baseline, decimal? Goal, int? CurrentYear, decimal? Current, decimal? Distance, decimal? Progress,
    decimal? RequiredPace, decimal? CurrentPace, decimal? Projected)
{
    /// <summary>How a target stands.</summary>
    /// <param name="values">Values of its series by year, comparable with each other; years without a value left out.</param>
    public static TargetStanding Of(Target target, IReadOnlyDictionary<int, decimal> values)
    {
        decimal? baseline = target.BaselineValue ?? (values.TryGetValue(target.BaselineYear, out var then) ? then : null);
        var goal = target.Goal(baseline);
        int? year = values.Keys.Where(y => y >= target.BaselineYear && y <= target.Year).Select(y => (int?)y).Max();
        if (year is not { } last || goal is not { } wanted)
        {
            return new TargetStanding(target, TargetStatus.Unknown, baseline, goal, year, null, null, null, null, null, null);
        }

        var current = values[last];
        var isMet = target.IsMetBy(current, wanted);
        var (gone, left) = (last - target.BaselineYear, target.Year - last);
        var pace = baseline is { } start && gone > 0 ? (current - start) / gone : (decimal?)null;
        var projected = left == 0 ? current : current + (pace * left);
        var way = wanted - baseline;
        return new TargetStanding(
            target,
            StatusOf(target, isMet, left, baseline, current, wanted, projected),
            baseline,
            goal,
            last,
            current,
            isMet ? 0 : wanted - current,
            way is { } length && length != 0 ? 100 * (current - baseline) / length : null,
            left == 0 ? null : isMet ? 0 : (wanted - current) / left,
            pace,
            projected);
    }

    private static TargetStatus StatusOf(Target target, bool isMet, int left, decimal? baseline, decimal current, decimal wanted, decimal? projected) =>
        isMet ? TargetStatus.Reached
        : baseline is { } start && (target.Side == WantedSide.AtLeast ? current < start : current > start) ? TargetStatus.MovingAway
        : left == 0 ? TargetStatus.Behind
        : projected is not { } end ? TargetStatus.Unknown
        : target.IsMetBy(end, wanted) ? TargetStatus.OnTrack
        : TargetStatus.Behind;
}
