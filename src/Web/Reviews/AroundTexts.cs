using Responsables.App.Consolidation;
using Responsables.App.Reviews;
using Responsables.Domain.Frameworks;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Reviews;

/// <summary>What stands around a figure, in words: its peers and its years.</summary>
internal static class AroundTexts
{
    /// <summary>What the peers answered, for a cell: their median, or how many said yes; null when they are too few.</summary>
    public static string? PeersOf(Surroundings around, Indicator indicator, Output output, Framework framework) =>
        around.PeersOf(indicator.Code, output) is not { } peers ? null
            : framework.SaysMore(output) ? AnswerTexts.Rounded(peers.Median)
            : T["reviews.around.yes", Show.Number(peers.NotZero)];

    /// <summary>The same in a sentence.</summary>
    public static string? Sentence(Surroundings around, Indicator indicator, Output output, Framework framework) =>
        around.PeersOf(indicator.Code, output) is not { } peers ? null
            : framework.SaysMore(output)
                ? T.Plural("reviews.around.median", peers.Count, around.Network, AnswerTexts.Figure(output, peers.Median))
                : T.Plural("reviews.around.yes-among", peers.NotZero, Show.Number(peers.Count), around.Network);

    /// <summary>The years of a figure, the first one first, the present one last.</summary>
    public static IReadOnlyList<(string Name, decimal? Value)> YearsOf(Surroundings around, Indicator indicator, FigureReading figure, int year) =>
        around.EarlierOf(indicator.Code, figure.Output) is { Count: > 0 } earlier
            ? [.. earlier.Select(y => ($"{y.Year}", y.Value)), ($"{year}", figure.Now)]
            : [];

    /// <summary>The years in words, the unit once.</summary>
    public static string InWords(Output output, IReadOnlyList<(string Name, decimal? Value)> years)
    {
        var values = string.Join(T["reviews.around.separator"], years.Select(y => T["reviews.around.year", y.Name, AnswerTexts.Rounded(y.Value)]));
        return string.IsNullOrEmpty(output.Unit) ? T["reviews.around.years", values] : T["reviews.around.years-unit", output.Unit, values];
    }
}
