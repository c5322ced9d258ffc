using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;

namespace Responsables.App.Publications.Documents;

/// <summary>What documents are composed from: an edition, and what stands beside it.</summary>
/// <param name="sha256">The seal of the edition.</param>
/// <param name="isPublic">Whether it is published: otherwise each page says that it is not.</param>
/// <param name="restatements">What it corrects.</param>
/// <param name="logos">The logos that its identities name, by their hash.</param>
public sealed class EditionSource(EditionContent content, string sha256, bool isPublic, IReadOnlyList<Restatement> restatements, IReadOnlyDictionary<string, byte[]> logos)
{
    private readonly Lazy<Dictionary<NodeKey, EditionNode>> nodes = new(() => content.Nodes.ToDictionary(n => n.Node));
    private readonly Lazy<Dictionary<(NodeKey, IndicatorCode, string), EditionFigure>> figures =
        new(() => content.Nodes.SelectMany(n => n.Figures).ToDictionary(f => (f.Node, f.Indicator, f.Breakdown)));
    private readonly Lazy<Dictionary<(NodeKey, IndicatorCode), EditionSeries>> series = new(() => content.Nodes.SelectMany(n => n.History).ToDictionary(s => (s.Node, s.Indicator)));
    private readonly Lazy<Dictionary<NodeKey, EditionPlace>> places = new(() => content.Perimeter.Nodes.ToDictionary(p => p.Node));
    private readonly Lazy<Dictionary<OrganizationCode, EditionBody>> bodies = new(() => content.Perimeter.Bodies.ToDictionary(b => b.Code));

    public EditionContent Content => content;

    public string Sha256 => sha256;

    public bool IsPublic => isPublic;

    public IReadOnlyList<Restatement> Restatements => restatements;

    public EditionHead Head => Content.Head;

    public NodeKey Root => Content.Perimeter.Root;

    /// <summary>What it says of a node; null: nothing, or it was not asked for.</summary>
    public EditionNode? Node(NodeKey node) => nodes.Value.GetValueOrDefault(node);

    /// <summary>The figure of an indicator at a node; null: it is not asked there.</summary>
    public EditionFigure? Figure(NodeKey node, EditionIndicator indicator, string breakdown = "") => figures.Value.GetValueOrDefault((node, indicator.Code, breakdown));

    public EditionSeries? Series(NodeKey node, EditionIndicator indicator) => series.Value.GetValueOrDefault((node, indicator.Code));

    public EditionPlace? Place(NodeKey node) => places.Value.GetValueOrDefault(node);

    public EditionBody? Body(NodeKey node) => bodies.Value.GetValueOrDefault(new OrganizationCode(node.Value));

    /// <summary>The name of a node, for a title.</summary>
    public string NameOf(NodeKey node) => Place(node) switch
    {
        { Name: { } name } => name,
        { Hierarchy: Hierarchy.SizeClass } => DocumentTexts.Of("node.size", DocumentTexts.Find($"size.{SizeOf(node)}") ?? node.Value),
        _ => DocumentTexts.Of("no-place"),
    };

    /// <summary>The bodies whose values enter a node.</summary>
    public IReadOnlyList<EditionBody> Under(NodeKey node)
    {
        var own = new OrganizationCode(node.Value);
        return [.. Content.Perimeter.Bodies.Where(b => Place(node)?.Hierarchy switch
        {
            Hierarchy.Tree => b.Code == own || b.Above.Contains(own),
            Hierarchy.Region => node.Value == "reg-" + (b.Region ?? "sans"),
            Hierarchy.Department => node.Value == "dep-" + (b.Department ?? "sans"),
            Hierarchy.Network => Place(node)!.Name == b.Network,
            Hierarchy.Branch => Place(node)!.Name == b.Branch,
            Hierarchy.SizeClass => b.Size.Node() == node,
            _ => false,
        })];
    }

    /// <summary>The nodes of several bodies right below the federation, the national funds.</summary>
    public IEnumerable<EditionPlace> Funds => Content.Perimeter.Nodes.Where(p => p is { Hierarchy: Hierarchy.Tree, IsOneBody: false } && p.Node != Root);

    public IEnumerable<EditionPlace> Regions => Content.Perimeter.Nodes.Where(p => p is { Hierarchy: Hierarchy.Region, Name: not null });

    /// <summary>The paragraphs of a text; none when there is no such text.</summary>
    public IEnumerable<string> Text(NodeKey node, string section) => Content.Texts.Where(t => t.Node == node && t.Section == section).SelectMany(t => BoundText.Paragraphs(t.Text));

    /// <summary>The indicators whose charts the texts of a node place themselves.</summary>
    public IReadOnlySet<IndicatorCode> Placed(NodeKey node) =>
        Content.Texts.Where(t => t.Node == node).SelectMany(t => BoundText.Paragraphs(t.Text)).Select(BoundText.ChartOf).OfType<IndicatorCode>().ToHashSet();

    /// <summary>The identity of a node's documents: its own, else that of the nearest above it; null: none is set.</summary>
    public EditionIdentity? IdentityOf(NodeKey node) => (Body(node)?.Above ?? []).Select(a => new NodeKey(a.Value)).Prepend(node).Append(Root)
        .Select(n => Content.Identities.FirstOrDefault(i => i.Node == n)).FirstOrDefault(i => i is not null);

    /// <summary>The logo of an identity; null: it has none.</summary>
    public byte[]? LogoOf(EditionIdentity identity) => identity.Logo is { } hash ? logos[hash] : null;

    private static SizeClass SizeOf(NodeKey node) => Enum.GetValues<SizeClass>().First(s => s.Node() == node);
}
