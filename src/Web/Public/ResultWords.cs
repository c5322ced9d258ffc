using System.Text.RegularExpressions;
using Responsables.App.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Targets;
using Responsables.Web.Consolidation;
using Responsables.Web.Kit;
using Responsables.Web.Series;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Public;

/// <summary>What an edition holds, in words.</summary>
internal static partial class ResultWords
{
    public static string Of(EditionPlace place) => NodeWords.Of(place.Node, new NodeName(place.Hierarchy, place.Name));

    /// <summary>A formula: each word under its label, the signs of arithmetic, sums over bodies said as such.</summary>
    public static string Formula(EditionFramework framework, EditionIndicator indicator, EditionOutput output)
    {
        var labels = framework.Terms.ToDictionary(t => t.Written, t => t.Label);
        return Word().Replace(output.Formula, match => match.Value switch
        {
            "*" => "×",
            "/" => "÷",
            "-" => "−",
            "sum" => T["consolidation.words.sum"],
            "count" => T["consolidation.words.count"],
            "answered" => T["consolidation.words.answered"],
            "oui" => T["consolidation.words.yes"],
            "non" => T["consolidation.words.no"],
            var word when labels.TryGetValue(word, out var label) => T["consolidation.words.quoted", label],
            var word => indicator.Outputs.FirstOrDefault(o => o.Name == word) is { } other ? T["consolidation.words.quoted", other.Label] : word,
        });
    }

    public static string Break(EditionPoint point) =>
        T["series.break.label", point.Year, string.Join(" ; ", point.Breaks.Select(SeriesWords.Break).Distinct())];

    public static string BreakLabel(EditionPoint point) =>
        T["series.break.label", point.Year, string.Join(", ", point.Breaks.Select(b => T[$"series.break.{b.Kind}"]).Distinct())];

    /// <summary>What is to be reached, by when.</summary>
    public static string Aim(EditionTarget target, string unit) => target.Kind == TargetKind.Relative
        ? T["targets.aim.relative", Show.Signed(target.Value, target.Value == decimal.Truncate(target.Value) ? 0 : 1), target.Year, target.BaselineYear]
        : T["targets.aim.level", FigureWords.WithUnit(target.Value, unit), target.Year];

    public static string StatusOf(EditionTarget target) => T[IsMissed(target) ? "targets.status.Missed" : $"targets.status.{target.Status}"];

    public static string TagOf(EditionTarget target) => target.Status switch
    {
        _ when IsMissed(target) => "late",
        TargetStatus.Reached => "validated",
        TargetStatus.OnTrack => "doing",
        TargetStatus.Behind => "waiting",
        TargetStatus.MovingAway => "late",
        _ => "exempt",
    };

    public static string Wanted(Direction direction) => T[$"public.wanted.{direction}"];

    private static bool IsMissed(EditionTarget target) => target.Status is TargetStatus.Behind or TargetStatus.MovingAway && target.CurrentYear == target.Year;

    [GeneratedRegex(@"[a-z][a-z0-9_]*(?:\[[^\]]*\])?|[*/-]")]
    private static partial Regex Word();
}
