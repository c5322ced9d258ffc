using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;

namespace Responsables.App.Publications;

/// <summary>What the public reads of an edition, found by node and indicator. Nodes that are not told are not in it.</summary>
public sealed class PublicEdition
{
    private readonly Dictionary<NodeKey, EditionPlace> places;
    private readonly ILookup<(NodeKey, IndicatorCode), EditionFigure> figures;
    private readonly Dictionary<(NodeKey, IndicatorCode), EditionSeries> history;
    private readonly ILookup<(NodeKey, IndicatorCode), EditionTarget> targets;

    /// <param name="content">With no node that is not told.</param>
    internal PublicEdition(Edition edition, EditionContent content)
    {
        (Seal, Content, PublicFrom, OpensBodies) = (edition.Sha256, content, edition.Publication!.PublicFrom!.Value, edition.Publication.OpensBodies);
        Places = [.. content.Perimeter.Nodes.Where(n => n.IsTold(OpensBodies))];
        places = Places.ToDictionary(p => p.Node);
        figures = content.Nodes.SelectMany(n => n.Figures).ToLookup(f => (f.Node, f.Indicator));
        history = content.Nodes.SelectMany(n => n.History).ToDictionary(s => (s.Node, s.Indicator));
        targets = content.Nodes.SelectMany(n => n.Targets).ToLookup(t => (t.Node, t.Indicator));
        Indicators = content.Framework.Indicators.ToDictionary(i => i.Code);
        CommitmentOf = content.Framework.Commitments.SelectMany(c => c.Topics.SelectMany(t => t.Indicators), (c, i) => (c, i.Code)).ToDictionary(p => p.Code, p => p.c);
    }

    public EditionContent Content { get; }

    public int Number => Content.Head.Edition;

    public int Year => Content.Head.Year;

    /// <summary>The seal of its sections.</summary>
    public string Seal { get; }

    public DateTimeOffset PublicFrom { get; }

    /// <summary>Whether the figures of each body are told too.</summary>
    public bool OpensBodies { get; }

    public NodeKey Root => Content.Perimeter.Root;

    /// <summary>The nodes whose figures are told.</summary>
    public IReadOnlyList<EditionPlace> Places { get; }

    public IReadOnlyDictionary<IndicatorCode, EditionIndicator> Indicators { get; }

    /// <summary>The engagement of each indicator.</summary>
    public IReadOnlyDictionary<IndicatorCode, EditionCommitment> CommitmentOf { get; }

    /// <summary>A node; null when there is none, or it is not told: the two look the same.</summary>
    public EditionPlace? Place(NodeKey node) => places.GetValueOrDefault(node);

    public IEnumerable<EditionFigure> Figures(NodeKey node, IndicatorCode indicator) => figures[(node, indicator)];

    /// <summary>The indicator's figure at a node; null when it is not asked there, or not told.</summary>
    public EditionFigure? Figure(NodeKey node, IndicatorCode indicator) => figures[(node, indicator)].FirstOrDefault(f => f.Breakdown.Length == 0);

    public EditionSeries? History(NodeKey node, IndicatorCode indicator) => history.GetValueOrDefault((node, indicator));

    public IEnumerable<EditionTarget> Targets(NodeKey node, IndicatorCode indicator) => targets[(node, indicator)];
}

/// <summary>A published figure that an edition gave otherwise, as the public reads it.</summary>
/// <param name="By">The edition that restates.</param>
public sealed record PublicRestatement(PublicEdition By, EditionPlace Place, Restatement Restatement);
