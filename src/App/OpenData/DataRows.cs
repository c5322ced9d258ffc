using System.Globalization;
using Responsables.App.Publications;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Submissions;

namespace Responsables.App.OpenData;

/// <summary>An edition as rows of <see cref="DataTables"/>, in an order that is its own.</summary>
public static class DataRows
{
    /// <summary>What stands for the indicator's own figure, which has no breakdown.</summary>
    public const string Total = "total";

    /// <summary>The figures of every node that is told, or of one indicator.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Figures(PublicEdition edition, IndicatorCode? only = null) =>
        from place in edition.Places
        from indicator in edition.Indicators.Values
        where only is null || indicator.Code == only
        from figure in edition.Figures(place.Node, indicator.Code)
        let words = Words(indicator, figure.Breakdown)
        select (IReadOnlyList<string?>)
        [
            .. Head(edition), .. NodeOf(place), indicator.Code.Value, indicator.Title, BreakdownOf(figure.Breakdown), words.Label, words.Unit,
            Number(figure.Value), Number(figure.Numerator), Number(figure.Denominator),
            Whole(figure.Expected), Whole(figure.Answered), Whole(figure.NotApplicable), Whole(figure.Unavailable), Whole(figure.Missing), ReasonOf(figure.Reason),
        ];

    public static IEnumerable<IReadOnlyList<string?>> Perimeter(PublicEdition edition) =>
        from body in edition.Content.Perimeter.Bodies
        select (IReadOnlyList<string?>)
        [
            .. Head(edition), body.Code.Value, body.Name, body.ShortName, DataTables.Word(body.Kind), body.Network, body.Branch, body.Region, body.Department,
            DataTables.Word(body.Size), string.Join(' ', body.Above),
        ];

    public static IEnumerable<IReadOnlyList<string?>> History(PublicEdition edition) =>
        from place in edition.Places
        from indicator in edition.Indicators.Values
        let series = edition.History(place.Node, indicator.Code)
        where series is not null
        from point in series.Points
        select (IReadOnlyList<string?>)
        [
            .. Head(edition), .. NodeOf(place), indicator.Code.Value, indicator.Title, indicator.Main.Unit, Whole(point.Year), Number(point.Value),
            point.IsComparable ? "true" : "false", string.Join(' ', point.Breaks.Select(b => DataTables.Word(b.Kind)).Distinct()), ReasonOf(point.Reason),
        ];

    public static IEnumerable<IReadOnlyList<string?>> Restatements(PublicEdition edition, IEnumerable<PublicRestatement> restatements) =>
        from row in restatements
        let restatement = row.Restatement
        let indicator = edition.Indicators.GetValueOrDefault(restatement.Indicator)
        let words = indicator is null ? (Label: null, Unit: null) : Words(indicator, restatement.Breakdown)
        select (IReadOnlyList<string?>)
        [
            .. Head(edition), Whole(edition.Content.Head.Corrects!.Value), .. NodeOf(row.Place), restatement.Indicator.Value, indicator?.Title,
            BreakdownOf(restatement.Breakdown), words.Label, words.Unit, Number(restatement.From), ReasonOf(restatement.FromReason), Number(restatement.To),
            ReasonOf(restatement.ToReason), Number(restatement.Change), edition.Content.Head.Reason,
            edition.PublicFrom.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ];

    public static IEnumerable<IReadOnlyList<string?>> Dictionary() =>
        from table in DataTables.All
        from column in table.Columns
        select (IReadOnlyList<string?>)
        [
            table.Name, column.Name, DataTables.Word(column.Kind), column.IsRequired ? "true" : "false", string.Join(' ', column.Choices), DataTables.DescriptionOf(table, column),
        ];

    /// <summary>What a figure is and its unit, by its name among those of its indicator.</summary>
    public static (string? Label, string? Unit) Words(EditionIndicator indicator, string breakdown)
    {
        var parts = breakdown.Split(';');
        var isOther = parts[0].StartsWith(OutputPrefix, StringComparison.Ordinal);
        var output = isOther ? indicator.Outputs.FirstOrDefault(o => o.Name == parts[0][OutputPrefix.Length..]) : indicator.Main;
        var cell = isOther ? string.Join(';', parts.Skip(1)) : breakdown;
        return output is null ? (null, null)
            : (cell.Length == 0 ? output.Label : $"{output.Label}, {output.Cells.FirstOrDefault(c => c.Cell.Value == cell)?.Label ?? cell}", output.Unit);
    }

    private const string OutputPrefix = "output=";

    private static string BreakdownOf(string breakdown) => breakdown.Length == 0 ? Total : breakdown;

    private static IEnumerable<string?> Head(PublicEdition edition) => [Whole(edition.Year), Whole(edition.Number)];

    private static IEnumerable<string?> NodeOf(EditionPlace place) => [place.Node.Value, NameOf(place), DataTables.Word(place.Hierarchy)];

    private static string NameOf(EditionPlace place) =>
        place.Name ?? (place.Hierarchy == Hierarchy.SizeClass ? OpenDataWords.Of($"node.{place.Node.Value}") : OpenDataWords.Of($"node.{place.Hierarchy}.none"));

    private static string? ReasonOf(NoValue reason) => reason == NoValue.None ? null : DataTables.Word(reason);

    private static string? Number(decimal? value) => value is { } number ? NumberInput.Canonical(number) : null;

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
