using Responsables.Domain.Organizations;
using Responsables.Reports.Documents;

namespace Responsables.App.Publications.Documents;

/// <summary>What all documents of an edition share: whose they are, what is said of their perimeter.</summary>
internal static class Frame
{
    private const string Accent = "0A5363";

    public static ReportDocument Of(EditionSource source, NodeKey node, string title, string? subtitle, IEnumerable<Block?> blocks, bool hasCover = false)
    {
        var head = source.Head;
        var day = DateOnly.FromDateTime(head.Created.UtcDateTime);
        return new ReportDocument(
            title, "fr", head.Publisher, day, IdentityOf(source, node), DocumentTexts.Formats, [.. blocks.OfType<Block>()])
        {
            Subtitle = subtitle, HasCover = hasCover, Foot = DocumentTexts.Of(source.IsPublic ? "foot" : "foot.draft", head.Edition, DocumentTexts.Day(day)),
        };
    }

    private static DocumentIdentity IdentityOf(EditionSource source, NodeKey node) => source.IdentityOf(node) is not { } own
        ? new DocumentIdentity(DocumentTexts.Of("identity", source.Head.Edition, source.Head.Year), Accent)
        : new DocumentIdentity(own.Name, own.Accent, source.LogoOf(own) is { } logo ? new PictureFile(logo, PictureFormat.Png) : null);

    /// <summary>Which bodies, counted how, and what is not told.</summary>
    public static IEnumerable<Paragraph> Perimeter(EditionSource source, NodeKey node, bool isSmall)
    {
        var bodies = source.Place(node)?.Bodies ?? 0;
        string[] said =
        [
            DocumentTexts.By("perimeter.bodies", bodies, FigureText.Number(bodies, 0), DocumentTexts.Day(source.Content.Perimeter.TreeDate)), DocumentTexts.Of("perimeter.validated"),
            DocumentTexts.Of("perimeter.secret", source.Head.SmallNumbers), DocumentTexts.Of("perimeter.trends"),
        ];
        return said.Select(s => new Paragraph(s) { IsSmall = isSmall });
    }

    public static Paragraph Seal(EditionSource source) => new([new Run(DocumentTexts.Of("verify.seal")), new Run(source.Sha256), new Run(".")]) { IsSmall = true };

    /// <summary>Charts by two.</summary>
    public static IEnumerable<Block> ByTwo(IEnumerable<Block> charts) => charts.Chunk(2).Select(pair => new SideBySide([pair[0]], pair.Length > 1 ? [pair[1]] : []));
}
