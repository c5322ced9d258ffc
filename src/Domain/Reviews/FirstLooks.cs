using System.Globalization;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Reviews;

/// <summary>Which blocks a reviewer looks at before the rest: those that moved far, have a fault, or that the body commented.</summary>
public static class FirstLooks
{
    /// <summary>Whether a block is one of them.</summary>
    public static bool IsOne(Block block, Questionnaire questionnaire, Answers now, Answers? before, BlockAssessment assessed) =>
        HasMovedFar(block, questionnaire, now, before) || FaultsOf(assessed).Any() || HasComment(block, questionnaire, now);

    /// <summary>Whether its figure, or for the context one of its totals, moved far since the year before.</summary>
    public static bool HasMovedFar(Block block, Questionnaire questionnaire, Answers now, Answers? before)
    {
        if (before is null)
        {
            return false;
        }

        if (block.Indicator is { } indicator)
        {
            return indicator.Outputs.Count > 0
                && Variation.IsLarge(BodyFigure.Of(indicator.Outputs[0], CellKey.Total, now.Sheet), BodyFigure.Of(indicator.Outputs[0], CellKey.Total, before.Sheet));
        }

        return Open(block, questionnaire, now).Where(v => v.IsNumeric)
            .Any(v => Variation.IsLarge(NumberOf(now[v.Code, CellKey.Total]), NumberOf(before[v.Code, CellKey.Total])));
    }

    /// <summary>Its faults, but for what only remains to be completed: that is no reason to look first.</summary>
    public static IEnumerable<Fault> FaultsOf(BlockAssessment assessed) => assessed.Faults.Where(f => f.Code != Submissions.FaultCodes.CellToComplete);

    private static bool HasComment(Block block, Questionnaire questionnaire, Answers now) =>
        Open(block, questionnaire, now).Any(v => v.Cells.Any(cell => !string.IsNullOrWhiteSpace(now[v.Code, cell]?.Comment)));

    private static IEnumerable<Variable> Open(Block block, Questionnaire questionnaire, Answers now) =>
        block.Uses.Where(use => questionnaire.IsOpen(use.Variable, now.Sheet)).Select(use => questionnaire.Framework.Variable(use.Variable));

    private static decimal? NumberOf(Answer? answer) =>
        answer is { State: AnswerState.Given, Value: { } value } ? decimal.Parse(value, CultureInfo.InvariantCulture) : null;
}
