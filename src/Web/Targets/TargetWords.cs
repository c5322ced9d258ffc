using Responsables.App.Targets;
using Responsables.Domain.Targets;
using Responsables.Web.Consolidation;
using Responsables.Web.Kit;
using Responsables.Web.Series;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Targets;

/// <summary>Targets in words.</summary>
internal static class TargetWords
{
    /// <summary>The kind of tag that shows a status.</summary>
    public static string TagOf(TargetStanding standing) => TagOf(standing.Status, IsOver(standing));

    /// <param name="isOver">Whether its last value is that of its year.</param>
    public static string TagOf(TargetStatus status, bool isOver) => status switch
    {
        _ when IsMissed(status, isOver) => "late",
        TargetStatus.Reached => "validated",
        TargetStatus.OnTrack => "doing",
        TargetStatus.Behind => "waiting",
        TargetStatus.MovingAway => "late",
        _ => "exempt",
    };

    /// <summary>Once its year is there, a target that is not reached is no longer behind: it is missed.</summary>
    public static string StatusOf(TargetStanding standing) => StatusOf(standing.Status, IsOver(standing));

    /// <param name="isOver">Whether its last value is that of its year.</param>
    public static string StatusOf(TargetStatus status, bool isOver) => T[IsMissed(status, isOver) ? "targets.status.Missed" : $"targets.status.{status}"];

    private static bool IsOver(TargetStanding standing) => standing.CurrentYear == standing.Target.Year;

    private static bool IsMissed(TargetStatus status, bool isOver) => isOver && status is (TargetStatus.Behind or TargetStatus.MovingAway);

    /// <summary>What is to be reached, by when: « −8 % d’ici 2018 par rapport à 2014 », « 80 % d’ici 2018 ».</summary>
    public static string Aim(TargetRead read)
    {
        var target = read.Target;
        return target.Kind == TargetKind.Relative
            ? T["targets.aim.relative", Show.Signed(target.Value, Decimals(target.Value)), target.Year, target.BaselineYear]
            : T["targets.aim.level", Written(read, target.Value), target.Year];
    }

    public static string Written(TargetRead read, decimal? value) => FigureWords.WithUnit(value, FigureWords.ShortUnit(read.Output.Unit));

    /// <summary>A difference or a pace, in the unit of the figure: points for a percentage.</summary>
    public static string Signed(TargetRead read, decimal? value) => value is { } number ? SeriesWords.Signed(number, read.Output.Unit) : Show.Missing;

    /// <summary>How it stands in one sentence.</summary>
    public static string Standing(TargetRead read)
    {
        var s = read.Standing;
        return (s.Status, s.Projected) switch
        {
            (TargetStatus.Unknown, _) => T["targets.standing.unknown"],
            (TargetStatus.Reached, _) => T["targets.standing.reached", s.CurrentYear, Written(read, s.Current)],
            (_, null) => T["targets.standing.left", s.CurrentYear, Written(read, s.Current), Signed(read, s.Distance)],
            _ when s.RequiredPace is null => T["targets.standing.missed", s.CurrentYear, Written(read, s.Current), Signed(read, s.Distance)],
            var (_, projected) => T["targets.standing.pace", s.CurrentYear, Written(read, s.Current), Signed(read, s.RequiredPace), Written(read, projected), read.Target.Year],
        };
    }

    private static int Decimals(decimal value) => value == decimal.Truncate(value) ? 0 : 1;
}
