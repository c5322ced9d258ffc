namespace Responsables.Reports.Documents;

/// <summary>What every document keeps, or it is no document: whoever composes one wrongly learns it at once, in any format.</summary>
internal static class DocumentChecks
{
    public static void Require(ReportDocument document)
    {
        Require(document.Title.Length > 0 && document.Language.Length > 0, "A document has a title and a language.");
        var level = 0;
        foreach (var heading in document.AllBlocks.OfType<Heading>())
        {
            Require(heading.Level is >= 1 and <= 3 && heading.Level <= level + 1, $"The heading “{heading.Text}” leaves a level out.");
            level = heading.Level;
        }

        foreach (var table in document.Tables)
        {
            Require(table.Rows.All(r => r.Cells.Count == (r.IsGroup ? 1 : table.Columns.Count)), $"A row of “{table.Caption}” has not its columns.");
        }

        Require(document.AllBlocks.All(b => b is not ChartBlock { AlternativeText.Length: 0 } and not Picture { AlternativeText.Length: 0 }), "A picture says what it shows.");
        var anchors = Anchors(document).ToArray();
        Require(anchors.Distinct(StringComparer.Ordinal).Count() == anchors.Length, "Two places have the same anchor.");
        foreach (var target in Runs(document).Select(r => r.Target).OfType<string>())
        {
            var isThere = target.StartsWith('#') ? anchors.Contains(target[1..]) : Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";
            Require(isThere, $"The link to “{target}” leads nowhere.");
        }
    }

    public static IEnumerable<Run> Runs(ReportDocument document) => document.AllBlocks.SelectMany(b => b switch
    {
        Paragraph paragraph => paragraph.Runs,
        BulletList list => list.Items.SelectMany(i => i.Runs),
        Notice notice => notice.Paragraphs.SelectMany(p => p.Runs),
        _ => [],
    });

    private static IEnumerable<string> Anchors(ReportDocument document) =>
        document.AllBlocks.Select(b => b switch { Heading h => h.Anchor, DataTable t => t.Anchor, _ => null }).OfType<string>();

    private static void Require(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
