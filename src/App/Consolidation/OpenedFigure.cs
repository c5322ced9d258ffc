using Responsables.App.Campaigns;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Consolidation;

/// <summary>How a figure was computed, down to the values of the bodies that this person may see.</summary>
/// <param name="Outputs">Every output of the indicator, the figure first.</param>
/// <param name="Cells">The figure by breakdown cell.</param>
/// <param name="Contributions">Bodies asked, the heaviest first.</param>
/// <param name="Hidden">Bodies asked whose own values this person may not see.</param>
public sealed record OpenedFigure(
    Campaign Campaign, Framework Framework, Indicator Indicator, NodeKey Node, NodeName Name, FigureLevel Level, IReadOnlyList<FigureLevel> Levels,
    IReadOnlyList<(Output Output, Figure Figure)> Outputs, IReadOnlyList<(Output Output, CellKey Cell, Figure Figure)> Cells, Figure? Before,
    IReadOnlyList<BodyContribution> Contributions, int Hidden);

/// <summary>What one body brings to a figure.</summary>
/// <param name="Share">Its share of the denominator (of the numerator for a plain sum), in percent; null when it brings nothing.</param>
/// <param name="Submission">Its dossier.</param>
public sealed record BodyContribution(
    Place Body, Guid Submission, AnswerState State, decimal? Value, decimal? Numerator, decimal? Denominator, decimal? Share);
