using Responsables.Domain.Publications;
using Responsables.Reports.Documents;

namespace Responsables.App.Publications.Documents;

/// <summary>Key figures (chiffres clés): four pages, an engagement after the other in its colour, more pictures than words.</summary>
internal static class KeyFiguresDocument
{
    private const int Figures = 3;
    private const int Charts = 2;

    public static ReportDocument Of(EditionSource source) => Frame.Of(
        source, source.Root, DocumentTexts.Of("key.title", source.Head.Year), DocumentTexts.Of("key.subtitle"),
        [
            .. source.Content.Framework.Commitments.SelectMany((c, i) => Commitment(source, c, i)), new PageBreak(), new Heading(1, DocumentTexts.Of("perimeter")),
            new ChartBlocks(source, source.Root).Map(), .. Frame.Perimeter(source, source.Root, isSmall: true), Frame.Seal(source),
        ]);

    // Two to a page after the first, which has the title.
    private static IEnumerable<Block> Commitment(EditionSource source, EditionCommitment commitment, int index)
    {
        var (figures, charts) = (new FigureBlocks(source, source.Root), new ChartBlocks(source, source.Root));
        var headlines = figures.Headlines(commitment);
        var drawn = headlines.Where(charts.HasTrend).Take(Charts).ToList();
        if (headlines.Count == 0)
        {
            return [];
        }

        // What is drawn says its value in its title: the others stand as figures, and those again when there are no others.
        var large = headlines.Except(drawn).Take(Figures).ToList();
        return
        [
            .. index % 2 == 1 ? new Block[] { new PageBreak() } : [],
            new Heading(1, commitment.Title) { Colour = FigureBlocks.ColourOf(commitment) },
            figures.KeyFigures(commitment, large.Count > 0 ? large : headlines.Take(Figures)),
            .. Frame.ByTwo(drawn.Select(i => charts.Trend(i, commitment))),
        ];
    }
}
