using Responsables.Domain.Frameworks;
using Responsables.Domain.Reviews;

namespace Responsables.Domain.Consolidation;

/// <summary>Where a figure went since the year before, seen from the direction that is wanted.</summary>
public enum Course
{
    /// <summary>Nothing can be said: a figure is missing, or the two rest upon too different answers.</summary>
    Unknown,

    /// <summary>It moved away from what is wanted.</summary>
    Worse,

    /// <summary>It stayed where it was, as it is shown.</summary>
    Same,

    /// <summary>It moved towards what is wanted.</summary>
    Better,

    /// <summary>It moved, and neither way is wanted.</summary>
    Moved,
}

/// <summary>Tells the course of a figure.</summary>
public static class Courses
{
    /// <summary>Relative change under which nothing is seen to move: the half of a tenth of a percent.</summary>
    public const decimal Unseen = 0.0005m;

    /// <summary>The same for percentages, whose change is told in points: the half of a tenth of a point.</summary>
    public const decimal UnseenPoints = 0.05m;

    /// <summary>The course between two figures of one indicator.</summary>
    /// <param name="inPoints">Whether the figures are percentages.</param>
    public static Course Of(Direction wanted, Figure now, Figure? before, bool inPoints = false)
    {
        if (now.Value is not { } value || before?.Value is not { } past || !now.IsComparableWith(before))
        {
            return Course.Unknown;
        }

        if (inPoints ? Math.Abs(value - past) < UnseenPoints : value == past || Math.Abs(Variation.Of(value, past) ?? 1) < Unseen)
        {
            return Course.Same;
        }

        return wanted switch
        {
            Direction.Neutral => Course.Moved,
            Direction.Up => value > past ? Course.Better : Course.Worse,
            _ => value < past ? Course.Better : Course.Worse,
        };
    }
}
