using Responsables.Domain.Submissions;

namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>The answer that a body gave to a variable.</summary>
/// <param name="Cell">The cell that is named; null: the cell that the formula is read in.</param>
/// <param name="Optional">It counts for nothing, and not against the body, when it has no value.</param>
/// <param name="Previous">The answer of the year before.</param>
/// <param name="Slot">Its place in the answers; -1 until it is known.</param>
internal sealed record Reading(VariableCode Variable, CellKey? Cell, bool Optional = false, bool Previous = false, int Slot = -1) : BodyExpression
{
    public override IEnumerable<Reading> Readings => [this];

    public override bool TryEvaluate(ref BodyAnswers answers, out decimal value)
    {
        var sheet = Previous ? answers.Previous : answers.Current;
        var answer = sheet is null ? AnswerValue.Missing : sheet[Slot];
        value = answer.IsGiven ? answer.Number : 0;
        return Optional || answer.IsGiven;
    }

    public override BodyExpression In(CellKey cell, SlotMap slots)
    {
        var slot = slots.Of(Variable, Cell ?? cell);
        return slot >= 0 ? this with { Slot = slot } : throw new ArgumentException($"{Variable} has no cell {Cell ?? cell}", nameof(cell));
    }
}

/// <summary>1 when the body answered yes or no, 0 when it answered otherwise: <c>count(x = oui)</c>.</summary>
internal sealed record AnswerCount(Reading Reading, bool Yes) : BodyExpression
{
    public override IEnumerable<Reading> Readings => [Reading];

    public override bool TryEvaluate(ref BodyAnswers answers, out decimal value)
    {
        var known = Reading.TryEvaluate(ref answers, out value);
        value = known && value != 0 == Yes ? 1 : 0;
        return known;
    }

    public override BodyExpression In(CellKey cell, SlotMap slots) => new AnswerCount((Reading)Reading.In(cell, slots), Yes);
}

/// <summary>1 when the body answered, whatever it was: <c>count(x answered)</c>.</summary>
internal sealed record AnsweredCount(Reading Reading) : BodyExpression
{
    public override IEnumerable<Reading> Readings => [Reading];

    public override bool TryEvaluate(ref BodyAnswers answers, out decimal value)
    {
        value = 1;
        return Reading.TryEvaluate(ref answers, out _);
    }

    public override BodyExpression In(CellKey cell, SlotMap slots) => new AnsweredCount((Reading)Reading.In(cell, slots));
}
