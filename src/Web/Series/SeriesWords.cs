using Responsables.App.Dashboards;
using Responsables.App.Series;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Series;
using Responsables.Web.Consolidation;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Series;

/// <summary>Series, their breaks and their variations in words.</summary>
internal static class SeriesWords
{
    /// <summary>The effects in the order in which they are taken, by the name of their text.</summary>
    public static IReadOnlyList<(string Name, decimal Value)> Effects(VariationEffects effects) =>
    [
        ("perimeter", effects.Perimeter), ("climate", effects.Climate), ("volume", effects.Volume), ("method", effects.Method), ("performance", effects.Performance),
    ];

    /// <summary>The finding: from the first value that may be compared to the last one.</summary>
    public static string TrendTitle(SeriesSheet sheet)
    {
        var known = sheet.Published.Points.Where(p => p is { Value: not null, IsComparable: true } && sheet.Stands(p.Year)).ToList();
        return known.Count switch
        {
            0 => T["series.trend.none"],
            1 => T["series.trend.one", known[0].Year, Written(sheet, known[0].Value)],
            _ => T["series.trend.two", known[0].Year, Written(sheet, known[0].Value), known[^1].Year, Written(sheet, known[^1].Value)],
        };
    }

    /// <summary>What the drawing shows beside: how many readings differ, and what breaks.</summary>
    public static string TrendSentence(SeriesSheet sheet)
    {
        var breaks = sheet.Published.Points.Count(p => p.Breaks.Count > 0);
        var readings = sheet.Readings.Count(r => r.Points.Zip(sheet.Published.Points).Any(p => p.First.Value != p.Second.Value));
        return T[readings == 0 ? "series.trend.same" : "series.trend.differ"] + " " + T.Plural("series.trend.breaks", breaks);
    }

    /// <summary>The finding over the branches: the lowest and the highest of the last year that is over.</summary>
    public static string BranchesTitle(SeriesSheet sheet, IReadOnlyList<BranchSeries> branches)
    {
        var year = branches.SelectMany(b => b.Points).Where(p => p is { Value: not null, IsComparable: true } && sheet.Stands(p.Year)).Select(p => p.Year).DefaultIfEmpty(sheet.LatestYear).Max();
        var known = branches.Select(b => (b.Name.Name, b.Points.FirstOrDefault(p => p.Year == year)?.Value)).Where(b => b.Value is not null).OrderBy(b => b.Value).ToList();
        return known.Count < 2 ? T["series.branches"] : T["series.branches.title", year, Written(sheet, known[0].Value), known[0].Name, Written(sheet, known[^1].Value), known[^1].Name];
    }

    public static string VariationTitle(VariationRead variation)
    {
        var output = variation.Published.Output;
        var total = variation.Effects!.Total;
        return T["series.variation.title", variation.From, variation.To, Signed(total, output.Unit)];
    }

    /// <summary>The largest effect in one sentence.</summary>
    public static string VariationSentence(VariationRead variation)
    {
        var largest = Effects(variation.Effects!).MaxBy(e => Math.Abs(e.Value));
        return largest.Value == 0 ? T["series.variation.still"]
            : T["series.variation.largest", T[$"series.effect.{largest.Name}"].ToLower(System.Globalization.CultureInfo.CurrentCulture), Signed(largest.Value, variation.Published.Output.Unit)];
    }

    /// <summary>A difference in the unit of the figure: points for a percentage.</summary>
    public static string Signed(decimal value, string unit) =>
        $"{Show.Signed(value, FigureWords.Decimals(unit, value))}\u00A0{(FigureWords.IsShare(unit) ? T["series.points"] : unit)}";

    /// <summary>The year and why, short: for a drawing.</summary>
    public static string BreakLabel(SeriesPoint point) =>
        T["series.break.label", point.Year, string.Join(", ", point.Breaks.Select(b => T[$"series.break.{b.Kind}"]).Distinct())];

    public static string Break(SeriesBreak found) => found.Reason is null ? T[$"series.break.{found.Kind}.text"] : T["series.break.reason", T[$"series.break.{found.Kind}.text"], found.Reason];

    public static string Written(SeriesSheet sheet, decimal? value) => FigureWords.WithUnit(value, FigureWords.ShortUnit(sheet.Output.Unit));

    /// <summary>A cell of a breakdown: the dimension and the label of each part.</summary>
    public static string CellOf(SeriesSheet sheet, CellKey cell)
    {
        var breakdowns = sheet.Output.Formula.Variables.Select(sheet.Framework.Variable).SelectMany(v => v.Breakdowns).ToList();
        return string.Join(", ", cell.Parts().Select(p => breakdowns.FirstOrDefault(b => b.Code == p.Dimension) is { } breakdown
            ? T["series.cell.part", breakdown.Label, breakdown.Cells.FirstOrDefault(c => c.Code == p.Cell)?.Label ?? p.Cell]
            : p.Cell));
    }
}
