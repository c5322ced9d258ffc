namespace Responsables.Reports.Documents;

/// <summary>
/// A document as its readers see it, whatever file it becomes: every word is in it, in its language, and every number is already in words. It is
/// the same everywhere: what one format cannot show, it says otherwise.
/// </summary>
/// <param name="Language">Of its words: <c>fr</c>.</param>
/// <param name="Date">What its files are dated of: the same document is the same bytes on any day.</param>
public sealed record ReportDocument(string Title, string Language, string Author, DateOnly Date, DocumentIdentity Identity, DocumentWords Words, IReadOnlyList<Block> Blocks)
{
    public string? Subtitle { get; init; }

    /// <summary>At the foot of each page: the edition and its state.</summary>
    public string Foot { get; init; } = "";

    /// <summary>Whether the title has a page of its own.</summary>
    public bool HasCover { get; init; }

    /// <summary>Every block, those that stand side by side one after the other.</summary>
    public IEnumerable<Block> AllBlocks => Flat(Blocks);

    /// <summary>Every table with its values, those of charts too.</summary>
    public IEnumerable<DataTable> Tables => AllBlocks.Select(b => b switch { DataTable table => table, ChartBlock chart => chart.Values, _ => null }).OfType<DataTable>();

    private static IEnumerable<Block> Flat(IEnumerable<Block> blocks) => blocks.SelectMany(b => b is SideBySide pair ? Flat([.. pair.Left, .. pair.Right]) : [b]);
}

/// <summary>Whose document it is.</summary>
/// <param name="Accent">Colour of its title and rules: six hexadecimal digits, dark enough for white letters.</param>
/// <param name="Logo">A picture in SVG or PNG; its name is what is read in its place.</param>
public sealed record DocumentIdentity(string Name, string Accent, PictureFile? Logo = null);

/// <summary>The words that formats add by themselves.</summary>
/// <param name="Contents">Title of the table of contents.</param>
/// <param name="Page">« Page {0} sur {1} ».</param>
/// <param name="Figure">Head of the column of labels where key figures are a table.</param>
/// <param name="Value">Head of their values.</param>
/// <param name="Trend">Head of what is said beside.</param>
/// <param name="Values">« Valeurs du graphique ».</param>
/// <param name="Tables">Title of the list of tables of a workbook.</param>
public sealed record DocumentWords(string Contents, string Page, string Figure, string Value, string Trend, string Values, string Tables);

/// <summary>Bytes of a picture and what they are.</summary>
public sealed record PictureFile(byte[] Bytes, PictureFormat Format);

public enum PictureFormat
{
    Svg,
    Png,
}
