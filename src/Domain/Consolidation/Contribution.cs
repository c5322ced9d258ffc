using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Consolidation;

/// <summary>What a body weighs when it is silent: its last validated staff and m², pinned when the campaign opened; null: not known.</summary>
public readonly record struct BodyWeights(decimal? Staff, decimal? Area);

/// <summary>The variables by which coverage is weighed.</summary>
public static class WeightVariables
{
    public static readonly VariableCode Staff = new("effectif_physique_3112");
    public static readonly VariableCode Area = new("surface_m2");
}

/// <summary>What one body brings to every node above it, at one level.</summary>
public static class Contribution
{
    /// <param name="states">State of each block of the body.</param>
    public static Parts Of(
        PartsLayout layout, Questionnaire questionnaire, AnswerSheet answers, Func<BlockKey, BlockState> states, FigureLevel level, BodyWeights pinned)
    {
        var parts = new Parts(layout);
        var context = level.Counts(states(BlockKey.Context));
        var staff = Weight(layout.Framework, WeightVariables.Staff, answers, context) ?? pinned.Staff;
        var area = Weight(layout.Framework, WeightVariables.Area, answers, context) ?? pinned.Area;
        Quantity? staffWeight = staff is { } s ? Quantity.Round(s) : null;
        Quantity? areaWeight = area is { } a ? Quantity.Round(a) : null;
        Span<Quantity> buffer = stackalloc Quantity[MostTerms];
        IndicatorCode? current = null;
        bool asked = false, counts = false;
        foreach (var slot in layout.Slots)
        {
            if (current != slot.Indicator.Code)
            {
                current = slot.Indicator.Code;
                asked = questionnaire.Asks(slot.Indicator.Code);
                counts = asked && level.Counts(states(BlockKey.Of(slot.Indicator.Code)));
            }

            if (!asked)
            {
                continue;
            }

            var terms = slot.TermCount <= MostTerms ? buffer[..slot.TermCount] : new Quantity[slot.TermCount];
            var state = counts ? slot.Formula.Of(answers, slot.Cell, terms) : AnswerState.Missing;
            parts.Enter(slot, state, terms);
            // Sans objet leaves the denominator: it neither covers nor lowers the coverage.
            if (slot.Whole >= 0 && state != AnswerState.NotApplicable)
            {
                parts.Weigh(slot, state == AnswerState.Given, staffWeight, areaWeight);
            }
        }

        return parts;
    }

    private const int MostTerms = 8;

    private static decimal? Weight(Framework framework, VariableCode code, AnswerSheet answers, bool counts) =>
        counts && framework.FindVariable(code) is not null && answers[code] is { IsGiven: true } value ? value.Number : null;
}
