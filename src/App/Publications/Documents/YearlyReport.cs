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
            source, node,
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
        var said = Said("avant-propos").ToList();
        return
        [
            .. said.Count > 0 ? (Block[])[new Heading(1, DocumentTexts.Of("foreword")), .. said] : [], new Heading(1, DocumentTexts.Of("perimeter")),
            .. Frame.Perimeter(source, node, isSmall: false), new Heading(2, DocumentTexts.Of("reading")), figures.Reading, .. Said("methode"), .. node == source.Root ? Map() : [],
        ];
    }

    // What was written for a section: its paragraphs, and the charts that were placed among them.
    private IEnumerable<Block> Said(string section) => source.Text(node, section).Select(p => BoundText.ChartOf(p) is { } code && charts.Placed(code) is { } chart ? chart : (Block)new Paragraph(p));

    // Regions are those of the whole: an edition does not cross them with funds.
    private IEnumerable<Block> Map() => charts.Map() is { } map ? [map] : [];

    private IEnumerable<Block> Commitment(EditionCommitment commitment)
    {
        var headlines = figures.Headlines(commitment);
        var said = Said($"engagement-{commitment.Number}").ToList();
        var topics = commitment.Topics.SelectMany(t => Topic(commitment, t)).ToList();
        return said.Count == 0 && topics.Count == 0 ? [] :
        [
            new PageBreak(),
            new Heading(1, DocumentTexts.Of("engagement", source.Content.Framework.CommitmentTerm, commitment.Number, commitment.Title)) { Colour = FigureBlocks.ColourOf(commitment) },
            .. said,
            .. headlines.Count > 0 ? new Block[] { figures.KeyFigures(commitment, headlines) } : [],
            .. Frame.ByTwo(headlines.Where(i => charts.HasTrend(i) && !source.Placed(node).Contains(i.Code)).Take(MostCharts).Select(i => charts.Trend(i, commitment))),
            .. topics,
        ];
    }

    private IEnumerable<Block> Topic(EditionCommitment commitment, EditionTopic topic)
    {
        var table = figures.Table(DocumentTexts.Of("table.topic", topic.Code, source.Head.Year - FigureBlocks.YearsShown + 1, source.Head.Year), topic.Indicators, commitment, Beside);
        var said = Said(topic.Code).ToList();
        return table is null && said.Count == 0 ? [] :
        [
            new Heading(2, topic.Title), .. said, .. table is null ? [] : new Block[] { table },
            .. table is not null && topic.Sdgs.Count > 0 ? new Block[] { new Paragraph(DocumentTexts.By("sdgs", topic.Sdgs.Count, string.Join(", ", topic.Sdgs))) { IsSmall = true } } : [],
        ];
    }

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
