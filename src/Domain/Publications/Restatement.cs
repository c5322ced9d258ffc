using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.Domain.Publications;

/// <summary>A published figure that a later edition of the same year gives otherwise (rectification).</summary>
/// <param name="From">What was published; null for the reason <paramref name="FromReason"/>.</param>
/// <param name="To">What is published instead; null for the reason <paramref name="ToReason"/>.</param>
public sealed record Restatement(NodeKey Node, IndicatorCode Indicator, string Breakdown, decimal? From, NoValue FromReason, decimal? To, NoValue ToReason)
{
    /// <summary>By how much, in the unit of the figure; null when one of the two has no value.</summary>
    public decimal? Change => To - From;

    /// <summary>What changed at a node between two editions of a year. A figure that only one of them may tell is not compared: it did not change, it is hidden.</summary>
    public static IEnumerable<Restatement> Between(IEnumerable<EditionFigure> before, IEnumerable<EditionFigure> after)
    {
        var old = before.ToDictionary(f => (f.Node, f.Indicator, f.Breakdown));
        foreach (var figure in after)
        {
            old.Remove((figure.Node, figure.Indicator, figure.Breakdown), out var then);
            if (then is not { IsSecret: true } && !figure.IsSecret && (then?.Value, then?.Reason ?? NoValue.NotAsked) != (figure.Value, figure.Reason))
            {
                yield return new Restatement(figure.Node, figure.Indicator, figure.Breakdown, then?.Value, then?.Reason ?? NoValue.NotAsked, figure.Value, figure.Reason);
            }
        }

        foreach (var gone in old.Values.Where(f => !f.IsSecret))
        {
            yield return new Restatement(gone.Node, gone.Indicator, gone.Breakdown, gone.Value, gone.Reason, null, NoValue.NotAsked);
        }
    }
}
