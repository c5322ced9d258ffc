using Responsables.App.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Targets;
using Responsables.Web.Consolidation;
using Responsables.Web.Kit;
using Responsables.Web.Series;
using Responsables.Web.Targets;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Public;

/// <summary>What an edition holds, in words.</summary>
internal static class ResultWords
{
    public static string Of(EditionPlace place) => NodeWords.Of(place.Node, new NodeName(place.Hierarchy, place.Name));

    /// <summary>A formula: each word under its label, the signs of arithmetic, sums over bodies said as such.</summary>
    public static string Formula(EditionFramework framework, EditionIndicator indicator, EditionOutput output)
    {
        var labels = framework.Terms.ToDictionary(t => t.Written, t => t.Label);
        return FormulaWords.Of(output.Formula, word =>
            labels.TryGetValue(word, out var label) ? T["consolidation.words.quoted", label]
            : indicator.Outputs.FirstOrDefault(o => o.Name == word) is { } other ? T["consolidation.words.quoted", other.Label]
            : word);
    }

    public static string Break(EditionPoint point) =>
        T["series.break.label", point.Year, string.Join(" ; ", point.Breaks.Select(SeriesWords.Break).Distinct())];

    public static string BreakLabel(EditionPoint point) =>
        T["series.break.label", point.Year, string.Join(", ", point.Breaks.Select(b => T[$"series.break.{b.Kind}"]).Distinct())];

    /// <summary>What is to be reached, by when.</summary>
    public static string Aim(EditionTarget target, string unit) => target.Kind == TargetKind.Relative
        ? T["targets.aim.relative", Show.Signed(target.Value, target.Value == decimal.Truncate(target.Value) ? 0 : 1), target.Year, target.BaselineYear]
        : T["targets.aim.level", FigureWords.WithUnit(target.Value, unit), target.Year];

    public static string StatusOf(EditionTarget target) => TargetWords.StatusOf(target.Status, IsOver(target));

    public static string TagOf(EditionTarget target) => TargetWords.TagOf(target.Status, IsOver(target));

    public static string Wanted(Direction direction) => T[$"public.wanted.{direction}"];

    private static bool IsOver(EditionTarget target) => target.CurrentYear == target.Year;
}
