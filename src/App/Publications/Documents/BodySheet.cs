using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Reports.Documents;

namespace Responsables.App.Publications.Documents;

/// <summary>The sheet of one body: two pages, its figures beside those of the whole.</summary>
internal static class BodySheet
{
    private const int Figures = 3;

    public static ReportDocument Of(EditionSource source, NodeKey node)
    {
        var (body, figures) = (source.Body(node)!, new FigureBlocks(source, node));
        var commitments = source.Content.Framework.Commitments;
        // One figure of each engagement in turn, until there are enough.
        var kept = commitments.Select(c => (Commitment: c, Headlines: figures.Headlines(c).Where(i => !FigureBlocks.IsYesOrNo(i)).ToList())).Where(c => c.Headlines.Count > 0).Take(Figures).Select(c => figures.KeyFigure(c.Headlines[0])).ToArray();
        return Frame.Of(
            source, node, DocumentTexts.Of("sheet.title", body.Name, source.Head.Year), DocumentTexts.Of("sheet.subtitle"),
            [
                new Paragraph(DocumentTexts.Of("sheet.identity", body.Network, body.Branch)),
                kept.Length == 0 ? null : new KeyFigures(kept) { Caption = DocumentTexts.Of("sheet.figures") },
                .. commitments.SelectMany(c => figures.Table(Caption(source, c.Code), FigureBlocks.IndicatorsOf(c).Where(i => i.Priority != Priority.Optional), c, source.Root) is { } table
                    ? new Block[] { new Heading(1, c.Title) { Colour = FigureBlocks.ColourOf(c) }, table }
                    : []),
                .. figures.Reading.Items.Skip(1).Select(p => p with { IsSmall = true }),
                Frame.Seal(source),
            ]);
    }

    private static string Caption(EditionSource source, string code) => DocumentTexts.Of("table.topic", code, source.Head.Year - FigureBlocks.YearsShown + 1, source.Head.Year);
}
