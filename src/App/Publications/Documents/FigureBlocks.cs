using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Reports.Documents;

namespace Responsables.App.Publications.Documents;

/// <summary>Figures of one node as blocks of a document.</summary>
internal sealed class FigureBlocks(EditionSource source, NodeKey node)
{
    public const int YearsShown = 4;
    private const string YesOrNo = "% d’organismes";

    // As the style sheet has them: one engagement, one colour.
    private static readonly string[] Colours = ["6745B3", "B12F69", "2B7A41", "946000", "0F70AD"];

    private static readonly string[] Signs = ["note.answered", "note.change", "note.none", "note.other", "note.secret"];

    private int Year => source.Head.Year;

    public static string? ColourOf(EditionCommitment commitment) => commitment.Number >= 1 && commitment.Number <= Colours.Length ? Colours[commitment.Number - 1] : null;

    public static IEnumerable<EditionIndicator> IndicatorsOf(EditionCommitment commitment) => commitment.Topics.SelectMany(t => t.Indicators);

    /// <summary>How tables are read: once for all of them.</summary>
    public BulletList Reading => new([.. Signs.Select(n => new Paragraph(DocumentTexts.Of(n, Year)))]);

    /// <summary>The priority indicators of an engagement that have a value here.</summary>
    public IReadOnlyList<EditionIndicator> Headlines(EditionCommitment commitment) =>
        [.. IndicatorsOf(commitment).Where(i => i.Priority == Priority.P1 && source.Figure(node, i)?.Value is not null)];

    public KeyFigure KeyFigure(EditionIndicator indicator)
    {
        var figure = source.Figure(node, indicator)!;
        var (unit, value) = (indicator.Main.Unit, figure.Value!.Value);
        return new KeyFigure(
            IndicatorTitles.Beside(indicator), FigureText.Number(value, FigureText.Decimals(unit, value)), FigureText.Unit(unit, value),
            FigureTrend.Of(source.Series(node, indicator), unit, Year)?.Sentence, figure.Expected > 1 ? Answered(figure) : null);
    }

    public KeyFigures KeyFigures(EditionCommitment commitment, IEnumerable<EditionIndicator> indicators, int columns = 3) => new([.. indicators.Select(KeyFigure)], columns)
    {
        Caption = DocumentTexts.Of("engagement.figures", commitment.ShortTitle), Colour = ColourOf(commitment),
    };

    /// <summary>Indicators over the last years, with how they moved and how many answered.</summary>
    /// <param name="beside">Another node whose figure stands beside; null: none.</param>
    public DataTable? Table(string caption, IEnumerable<EditionIndicator> indicators, EditionCommitment commitment, NodeKey? beside = null)
    {
        var asked = indicators.Where(i => source.Figure(node, i) is not null).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var years = Enumerable.Range(Year - YearsShown + 1, YearsShown).ToList();
        var isBody = source.Place(node)?.IsOneBody == true;
        var rows = asked.ConvertAll(i => Row(i, years, beside, isBody));
        return new DataTable(
            caption,
            [
                new TableColumn(DocumentTexts.Of("table.indicator"), Weight: 11), .. years.Select(y => new TableColumn($"{y}", true, 3, 1)),
                new TableColumn(DocumentTexts.Of("table.change"), true, 3), .. isBody ? [] : new[] { new TableColumn(DocumentTexts.Of("table.answered"), true, 4) },
                .. beside is null ? [] : new[] { new TableColumn(DocumentTexts.Of("table.whole"), true, 3, 1) },
            ],
            rows)
        {
            Colour = ColourOf(commitment),
        };
    }

    /// <summary>What the signs in these rows mean.</summary>
    public IReadOnlyList<string> Notes(IEnumerable<TableRow> rows)
    {
        var cells = rows.SelectMany(r => r.Cells).Select(c => c.Text).ToHashSet();
        return
        [
            .. cells.Contains(FigureText.Secret) ? new[] { DocumentTexts.Of("note.secret") } : [], .. cells.Contains(FigureText.None) ? new[] { DocumentTexts.Of("note.none") } : [],
            .. cells.Any(c => c.StartsWith('(')) ? new[] { DocumentTexts.Of("note.other", Year) } : [],
        ];
    }

    /// <summary>Whether the figure of one body is yes or no: nothing to show large.</summary>
    public static bool IsYesOrNo(EditionIndicator indicator) => indicator.Main.Unit.StartsWith(YesOrNo, StringComparison.Ordinal);

    public static string Titled(EditionIndicator indicator) => DocumentTexts.Of("table.unit", indicator.Title, FigureText.Unit(indicator.Main.Unit));

    /// <summary>A figure as a cell of a table of several nodes.</summary>
    public static TableCell Cell(EditionFigure? figure, string unit) => figure is { Expected: 1 } && Said(figure.Value, unit) is { } said
        ? new TableCell(said, figure.Value)
        : new(FigureText.Cell(figure?.Value, figure?.Reason ?? NoValue.NotAsked, FigureText.Decimals(unit, figure?.Value)), figure?.Value);

    private TableRow Row(EditionIndicator indicator, List<int> years, NodeKey? beside, bool isBody)
    {
        var (unit, figure, series) = (indicator.Main.Unit, source.Figure(node, indicator)!, source.Series(node, indicator));
        var points = years.ConvertAll(y => series?.Points.FirstOrDefault(p => p.Year == y));
        var decimals = FigureText.Decimals(unit, [figure.Value, .. points.Select(p => p?.Value)]);
        var trend = isBody && Said(figure.Value, unit) is not null ? null : FigureTrend.Of(series, unit, Year);
        return new TableRow(
        [
            new TableCell(Titled(indicator)),
            .. points.Select((p, i) => isBody && Said(years[i] == Year ? figure.Value : p?.Value, unit) is { } said
                ? new TableCell(said, years[i] == Year ? figure.Value : p!.Value)
                : years[i] == Year
                ? new TableCell(FigureText.Cell(figure.Value, figure.Reason, decimals), figure.Value)
                : Past(p, decimals)),
            new TableCell(trend?.Short ?? FigureText.None, trend?.Change),
            .. isBody ? [] : new[] { new TableCell($"{FigureText.Number(figure.Answered, 0)} / {FigureText.Number(figure.Expected - figure.NotApplicable, 0)}") },
            .. beside is { } other ? new[] { Cell(source.Figure(other, indicator), unit) } : [],
        ]);
    }

    // The share of the bodies that did it, for one body, is whether it did.
    private static string? Said(decimal? value, string unit) => !unit.StartsWith(YesOrNo, StringComparison.Ordinal) ? null : value switch
    {
        100 => DocumentTexts.Of("yes"),
        0 => DocumentTexts.Of("no"),
        _ => null,
    };

    private static TableCell Past(EditionPoint? point, int decimals)
    {
        var text = FigureText.Cell(point?.Value, point?.Reason ?? NoValue.NotAsked, decimals);
        return new TableCell(point is { Value: not null, IsComparable: false } ? $"({text})" : text, point?.Value);
    }

    private static string Answered(EditionFigure figure) => DocumentTexts.By(
        "answered", figure.Answered, FigureText.Number(figure.Answered, 0), FigureText.Number(figure.Expected - figure.NotApplicable, 0));
}
