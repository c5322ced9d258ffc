using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Reports.Documents;

namespace Responsables.App.Publications.Documents;

/// <summary>An edition as tables for other programs: columns with the names of the file itself, exact numbers, empty where there is none.</summary>
internal static class EditionTables
{
    private const int Wide = 3;

    public static ReportDocument Of(EditionSource source)
    {
        var indicators = source.Content.Framework.Indicators.ToDictionary(i => i.Code);
        return Frame.Of(source, source.Root, DocumentTexts.Of("tables.title", source.Head.Edition), source.Head.Title, [Figures(source, indicators), History(source, indicators), Targets(source, indicators), Bodies(source), Restatements(source, indicators)]);
    }

    private static DataTable Figures(EditionSource source, Dictionary<IndicatorCode, EditionIndicator> indicators)
    {
        var labels = indicators.Values.ToDictionary(i => i.Code, i => EditionLabels.Of(i).ToDictionary(l => l.Breakdown));
        return Table("all", ["node", "node_name", "hierarchy", "indicator", "title", "breakdown", "breakdown_label", "unit"],
            ["value", "numerator", "denominator", "expected", "answered", "not_applicable", "unavailable", "missing"], ["reason"],
            [.. source.Content.Nodes.SelectMany(n => n.Figures)], f =>
            {
                var label = labels[f.Indicator].GetValueOrDefault(f.Breakdown);
                return Row(
                    [.. Named(source, f.Node), f.Indicator.Value, indicators[f.Indicator].Title, f.Breakdown, label?.Label, (label?.Output ?? indicators[f.Indicator].Main).Unit],
                    [f.Value, f.Numerator, f.Denominator, f.Expected, f.Answered, f.NotApplicable, f.Unavailable, f.Missing], [Reason(f.Reason)]);
            });
    }

    private static DataTable History(EditionSource source, Dictionary<IndicatorCode, EditionIndicator> indicators) => Table(
        "history", ["node", "node_name", "hierarchy", "indicator", "title", "unit"], ["year", "value"], ["reason", "comparable", "breaks"],
        [.. source.Content.Nodes.SelectMany(n => n.History).SelectMany(s => s.Points.Select(p => (Series: s, Point: p)))], row => Point(source, indicators[row.Series.Indicator], row.Series, row.Point));

    private static TableRow Point(EditionSource source, EditionIndicator indicator, EditionSeries s, EditionPoint p) => Row(
        [.. Named(source, s.Node), s.Indicator.Value, indicator.Title, indicator.Main.Unit], [p.Year, p.Value],
        [Reason(p.Reason), p.IsComparable ? "true" : "false", string.Join(" ; ", p.Breaks.Select(b => b.Reason is null ? Word(b.Kind) : $"{Word(b.Kind)}: {b.Reason}"))]);

    private static DataTable? Targets(EditionSource source, Dictionary<IndicatorCode, EditionIndicator> indicators)
    {
        var targets = source.Content.Nodes.SelectMany(n => n.Targets).ToList();
        return targets.Count == 0 ? null : Table(
            "targets.table", ["node", "node_name", "hierarchy", "indicator", "title", "unit", "kind", "side", "status", "source"],
            ["baseline_year", "baseline", "year", "value", "goal", "current_year", "current", "distance", "required_pace", "projected"], [],
            targets, t => Row(
                [.. Named(source, t.Node), t.Indicator.Value, indicators[t.Indicator].Title, indicators[t.Indicator].Main.Unit, Word(t.Kind), Word(t.Side), Word(t.Status), t.Source],
                [t.BaselineYear, t.Baseline, t.Year, t.Value, t.Goal, t.CurrentYear, t.Current, t.Distance, t.RequiredPace, t.Projected], []));
    }

    private static DataTable Bodies(EditionSource source) => Table(
        "bodies.table", ["code", "name", "short_name", "kind", "network", "branch", "region", "department", "size", "above"], [], [],
        source.Content.Perimeter.Bodies, b => Row(
            [b.Code.Value, b.Name, b.ShortName, Word(b.Kind), b.Network, b.Branch, b.Region, b.Department, Word(b.Size), string.Join(' ', b.Above.Select(a => a.Value))], [], []));

    private static DataTable? Restatements(EditionSource source, Dictionary<IndicatorCode, EditionIndicator> indicators) => source.Restatements.Count == 0 ? null : Table(
        "restatements.table", ["node", "node_name", "hierarchy", "indicator", "title", "breakdown"], ["from", "to", "change"], ["from_reason", "to_reason"],
        source.Restatements, r => Row(
            [.. Named(source, r.Node), r.Indicator.Value, indicators.GetValueOrDefault(r.Indicator)?.Title, r.Breakdown], [r.From, r.To, r.Change], [Reason(r.FromReason), Reason(r.ToReason)]));

    private static DataTable Table<T>(string name, string[] before, string[] numbers, string[] after, IReadOnlyList<T> facts, Func<T, TableRow> row)
    {
        var caption = DocumentTexts.Of(name);
        return new DataTable(
            caption,
            [
                .. before.Select(n => new TableColumn(n, Weight: n.Contains("name", StringComparison.Ordinal) || n == "title" ? Wide : 1)), .. numbers.Select(n => new TableColumn(n, true, 1, null)),
                .. after.Select(n => new TableColumn(n)),
            ], new LazyRows<T>(facts, row))
        { ShortName = caption };
    }

    private static TableRow Row(IEnumerable<string?> before, IEnumerable<decimal?> numbers, IEnumerable<string?> after) => new(
        [.. before.Select(Text), .. numbers.Select(n => new TableCell("", n)), .. after.Select(Text)]);

    private static TableCell Text(string? text) => new(text ?? "");

    private static IEnumerable<string?> Named(EditionSource source, NodeKey node) => [node.Value, source.NameOf(node), source.Place(node) is { } place ? Word(place.Hierarchy) : null];

    private static string? Reason(NoValue reason) => reason == NoValue.None ? null : Word(reason);

    // As the file itself writes them.
    private static string Word<T>(T choice)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString());
}
