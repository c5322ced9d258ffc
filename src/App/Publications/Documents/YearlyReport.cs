using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Reports.Documents;

namespace Responsables.App.Publications.Documents;

/// <summary>The report of a year: of the whole, or of a national fund or another node of several bodies, with the whole beside.</summary>
internal sealed class YearlyReport(EditionSource source, NodeKey node)
{
    private const int MostCharts = 4;

    private readonly FigureBlocks figures = new(source, node);
    private readonly ChartBlocks charts = new(source, node);

    private NodeKey? Beside => node == source.Root ? null : source.Root;

    public static ReportDocument Of(EditionSource source, NodeKey node) => new YearlyReport(source, node).Document();

    private ReportDocument Document()
    {
        var isWhole = node == source.Root;
        return Frame.Of(
            source,
            isWhole ? DocumentTexts.Of("report.title", source.Head.Year) : DocumentTexts.Of("branch.title", source.NameOf(node), source.Head.Year),
            isWhole ? DocumentTexts.Of("report.subtitle", source.Head.Publisher) : DocumentTexts.Of("branch.subtitle"),
            [
                new TableOfContents(), new PageBreak(), .. Foreword(), .. source.Content.Framework.Commitments.SelectMany(Commitment), .. Targets(), new PageBreak(),
                new Heading(1, DocumentTexts.Of("annexes")), .. new ReportAnnexes(source, node).Blocks(),
            ],
            hasCover: true);
    }

    private IEnumerable<Block> Foreword()
    {
        var said = source.Text(node, "avant-propos").ToList();
        return
        [
            .. said.Count > 0 ? (Block[])[new Heading(1, DocumentTexts.Of("foreword")), .. said.Select(p => new Paragraph(p))] : [], new Heading(1, DocumentTexts.Of("perimeter")),
            .. Frame.Perimeter(source, node, isSmall: false), new Heading(2, DocumentTexts.Of("reading")), figures.Reading, .. source.Text(node, "methode").Select(p => new Paragraph(p)), .. node == source.Root ? Map() : [],
        ];
    }

    // Regions are those of the whole: an edition does not cross them with funds.
    private IEnumerable<Block> Map() => charts.Map() is { } map ? [map] : [];

    private IEnumerable<Block> Commitment(EditionCommitment commitment)
    {
        var headlines = figures.Headlines(commitment);
        return FigureBlocks.IndicatorsOf(commitment).All(i => source.Figure(node, i) is null) ? [] :
        [
            new PageBreak(),
            new Heading(1, DocumentTexts.Of("engagement", source.Content.Framework.CommitmentTerm, commitment.Number, commitment.Title)) { Colour = FigureBlocks.ColourOf(commitment) },
            .. source.Text(node, $"engagement-{commitment.Number}").Select(p => new Paragraph(p)),
            .. headlines.Count > 0 ? new Block[] { figures.KeyFigures(commitment, headlines) } : [],
            .. Frame.ByTwo(headlines.Where(charts.HasTrend).Take(MostCharts).Select(i => charts.Trend(i, commitment))),
            .. commitment.Topics.SelectMany(t => Topic(commitment, t)),
        ];
    }

    private IEnumerable<Block> Topic(EditionCommitment commitment, EditionTopic topic) => figures.Table(DocumentTexts.Of("table.topic", topic.Code, source.Head.Year - FigureBlocks.YearsShown + 1, source.Head.Year), topic.Indicators, commitment, Beside) is not { } table ? [] :
    [
        new Heading(2, topic.Title), .. source.Text(node, topic.Code).Select(p => new Paragraph(p)),
        table, .. topic.Sdgs.Count > 0 ? new Block[] { new Paragraph(DocumentTexts.By("sdgs", topic.Sdgs.Count, string.Join(", ", topic.Sdgs))) { IsSmall = true } } : [],
    ];

    private IEnumerable<Block> Targets()
    {
        var targets = source.Node(node)?.Targets ?? [];
        return targets.Count == 0 ? [] : [new Heading(1, DocumentTexts.Of("targets")), new DataTable(
            DocumentTexts.Of("targets.caption"),
            [
                new TableColumn(DocumentTexts.Of("target.indicator"), Weight: 8), new TableColumn(DocumentTexts.Of("target.baseline"), true, 3, 1), new TableColumn(DocumentTexts.Of("target.goal"), true, 3, 1),
                new TableColumn(DocumentTexts.Of("target.current"), true, 3, 1), new TableColumn(DocumentTexts.Of("target.status"), Weight: 3), new TableColumn(DocumentTexts.Of("target.source"), Weight: 5),
            ],
            [.. targets.Select(Target)])];
    }

    private TableRow Target(EditionTarget target)
    {
        var indicator = source.Content.Framework.Indicators.First(i => i.Code == target.Indicator);
        var unit = indicator.Main.Unit;
        TableCell Of(decimal? value, int? year) => value is { } known && year is { } of ? new TableCell(DocumentTexts.Of("target.of-year", FigureText.WithUnit(known, unit), of), known) : new TableCell(FigureText.None);
        return new TableRow(
        [
            new TableCell(indicator.Title), Of(target.Baseline, target.BaselineYear), Of(target.Goal, target.Year), Of(target.Current, target.CurrentYear),
            new TableCell(DocumentTexts.Of("status." + System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(target.Status.ToString()))), new TableCell(target.Source),
        ]);
    }
}
