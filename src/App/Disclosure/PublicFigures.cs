using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Disclosure;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Disclosure;

/// <summary>A figure as the public would read it.</summary>
public sealed record PublicLine(Indicator Indicator, Output Output, CellKey Cell, Figure Figure)
{
    public bool IsSecret => Figure.Reason == NoValue.Secret;
}

/// <summary>The figures of a node as the public would read them.</summary>
/// <param name="Lines">Of each indicator asked, its figure, its other outputs, then its cells.</param>
public sealed record PublicFigures(
    Campaign Campaign, Framework Framework, NodeKey Node, NodeName Name, int Bodies, SmallNumberRule Rule, IReadOnlyList<PublicLine> Lines);

/// <summary>One indicator of a node as the public would read it, with the nodes below.</summary>
/// <param name="Children">The indicator's figure at each node right below, by name.</param>
public sealed record PublicIndicator(PublicFigures Figures, Indicator Indicator, IReadOnlyList<(Place Body, PublicLine Line)> Children);
