using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Reports.Documents;

namespace Responsables.App.Publications.Documents;

/// <summary>The annexes of a report: the funds or bodies below, breakdowns, corrections, perimeter, definitions, how to verify.</summary>
internal sealed class ReportAnnexes(EditionSource source, NodeKey node)
{
    /// <summary>Wider tables cannot be read.</summary>
    private const int MostColumns = 6;

    private readonly FigureBlocks figures = new(source, node);

    public IEnumerable<Block> Blocks() => [.. Below(), .. Breakdowns(), .. Restated(), .. Bodies(), .. Definitions(), .. Verify()];

    // The national funds of the whole; of another node, its bodies, where they may be told.
    private IEnumerable<Block> Below()
    {
        var isWhole = node == source.Root;
        var rows = isWhole
            ? source.Funds.Select(f => f.Node).ToList()
            : [.. source.Under(node).Select(b => b.Node).Where(n => n != node && source.Place(n)?.IsOneBody == true && source.Node(n) is not null)];
        return rows.Count == 0 ? [] :
        [
            new Heading(2, DocumentTexts.Of(isWhole ? "annex.funds" : "annex.bodies.figures")),
            .. source.Content.Framework.Commitments.SelectMany(c => Compared(c, rows, isWhole ? "annex.funds.caption" : "annex.bodies.caption")),
        ];
    }

    private IEnumerable<Block> Compared(EditionCommitment commitment, List<NodeKey> below, string caption) => FigureBlocks.IndicatorsOf(commitment)
        .Where(i => i.Priority == Priority.P1 && source.Figure(node, i) is not null).Chunk(MostColumns).Select(indicators =>
        {
            TableRow[] rows =
            [
                .. below.Select(n => new TableRow([new TableCell(source.Body(n)?.ShortName ?? source.NameOf(n)), .. indicators.Select(i => FigureBlocks.Cell(source.Figure(n, i), i.Main.Unit))])),
                new TableRow([new TableCell(source.NameOf(node)), .. indicators.Select(i => FigureBlocks.Cell(source.Figure(node, i), i.Main.Unit))]) { IsStrong = true },
            ];
            return new DataTable(
                DocumentTexts.Of(caption, commitment.ShortTitle),
                [
                    new TableColumn(DocumentTexts.Of("body"), Weight: 4),
                    .. indicators.Select(i => new TableColumn(DocumentTexts.Of("table.unit", IndicatorTitles.Beside(i), FigureText.Unit(i.Main.Unit)), true, 3, FigureText.Decimals(i.Main.Unit))),
                ], rows)
            {
                Colour = FigureBlocks.ColourOf(commitment), Notes = figures.Notes(rows),
            };
        });

    // Other outputs and cells of each indicator, in groups of a table for each engagement.
    private IEnumerable<Block> Breakdowns()
    {
        var tables = source.Content.Framework.Commitments.Select(c => (Commitment: c, Rows: FigureBlocks.IndicatorsOf(c).SelectMany(Cells).ToArray())).Where(t => t.Rows.Length > 0).ToList();
        return tables.Count == 0 ? [] :
        [
            new Heading(2, DocumentTexts.Of("annex.cells")),
            .. tables.Select(t => new DataTable(
                t.Commitment.Title,
                [new TableColumn(DocumentTexts.Of("cells.group"), Weight: 6), new TableColumn($"{source.Head.Year}", true, 2, 1), new TableColumn(DocumentTexts.Of("definition.unit"), Weight: 3)], t.Rows)
            {
                Colour = FigureBlocks.ColourOf(t.Commitment), Notes = figures.Notes(t.Rows),
            }),
        ];
    }

    private IEnumerable<TableRow> Cells(EditionIndicator indicator)
    {
        var rows = EditionLabels.Of(indicator).Where(l => l.Breakdown.Length > 0).Select(l => (l.Label, l.Output, Figure: source.Figure(node, indicator, l.Breakdown)))
            .Where(l => l.Figure is not null).Select(l => new TableRow([new TableCell(l.Label), FigureBlocks.Cell(l.Figure, l.Output.Unit), new TableCell(FigureText.Unit(l.Output.Unit))])).ToList();
        return rows.Count == 0 ? [] : [TableRow.Group(indicator.Title), .. rows];
    }

    private IEnumerable<Block> Restated()
    {
        var here = source.Restatements.Where(r => r.Node == node).ToList();
        if (here.Count == 0)
        {
            return [];
        }

        var byCode = source.Content.Framework.Indicators.ToDictionary(i => i.Code);
        return
        [
            new Heading(2, DocumentTexts.Of("annex.restatements")),
            .. source.Head.Reason is { } reason ? new Block[] { new Paragraph(DocumentTexts.Of("restated.reason", reason)) } : [],
            new DataTable(
                DocumentTexts.Of("restated.caption"),
                [new TableColumn(DocumentTexts.Of("table.indicator"), Weight: 6), new TableColumn(DocumentTexts.Of("restated.from"), true, 2, 1), new TableColumn(DocumentTexts.Of("restated.to"), true, 2, 1)],
                [.. here.Where(r => byCode.ContainsKey(r.Indicator)).Select(r => Restated(r, byCode[r.Indicator]))]),
        ];
    }

    private static TableRow Restated(Restatement restatement, EditionIndicator indicator)
    {
        var label = EditionLabels.Of(indicator).FirstOrDefault(l => l.Breakdown == restatement.Breakdown);
        var unit = label?.Output.Unit ?? indicator.Main.Unit;
        var decimals = FigureText.Decimals(unit, restatement.From, restatement.To);
        return new TableRow(
        [
            new TableCell(string.Join(" – ", new[] { indicator.Title, label?.Label }.Where(t => !string.IsNullOrEmpty(t)))),
            new TableCell(FigureText.Cell(restatement.From, restatement.FromReason, decimals), restatement.From), new TableCell(FigureText.Cell(restatement.To, restatement.ToReason, decimals), restatement.To),
        ]);
    }

    private IEnumerable<Block> Bodies() =>
    [
        new Heading(2, DocumentTexts.Of("annex.perimeter")),
        new DataTable(
            DocumentTexts.Of("perimeter.caption", DocumentTexts.Day(source.Content.Perimeter.TreeDate)),
            [new TableColumn(DocumentTexts.Of("body"), Weight: 6), new TableColumn(DocumentTexts.Of("body.network"), Weight: 2), new TableColumn(DocumentTexts.Of("body.branch"), Weight: 2), new TableColumn(DocumentTexts.Of("body.region"), Weight: 3)],
            [.. source.Under(node).Select(b => new TableRow([new TableCell(b.Name), new TableCell(b.Network), new TableCell(b.Branch), new TableCell(Region(b))]))]),
    ];

    private string Region(EditionBody body) => body.Region is { } region ? source.Place(new NodeKey("reg-" + region))?.Name ?? region : FigureText.None;

    private IEnumerable<Block> Definitions() =>
    [
        new Heading(2, DocumentTexts.Of("annex.definitions")),
        .. source.Content.Framework.Commitments.Select(c => (Commitment: c, Asked: FigureBlocks.IndicatorsOf(c).Where(i => source.Figure(node, i) is not null).ToList()))
            .Where(c => c.Asked.Count > 0)
            .Select(c => new DataTable(
                DocumentTexts.Of("definitions.caption", c.Commitment.ShortTitle),
                [new TableColumn(DocumentTexts.Of("table.indicator"), Weight: 5), new TableColumn(DocumentTexts.Of("definition.unit"), Weight: 2), new TableColumn(DocumentTexts.Of("definition.formula"), Weight: 6)],
                [.. c.Asked.Select(i => new TableRow([new TableCell(i.Definition is null ? i.Title : $"{i.Title}\n{i.Definition}"), new TableCell(i.Main.Unit), new TableCell(i.Main.Formula)]))])
            {
                Colour = FigureBlocks.ColourOf(c.Commitment),
            }),
    ];

    private IEnumerable<Block> Verify() => [new Heading(2, DocumentTexts.Of("annex.verify")), Frame.Seal(source), new Paragraph(DocumentTexts.Of("verify.how")) { IsSmall = true }];
}
