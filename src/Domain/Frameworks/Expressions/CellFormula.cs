using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>The terms of a formula as they are read in one cell, every place resolved.</summary>
internal sealed class CellFormula
{
    private readonly BodyExpression[] terms;
    private readonly FormulaExpression[] divisors;
    private readonly int[] required;
    private readonly ulong all;

    public CellFormula(CellKey cell, IReadOnlyList<BodyExpression> terms, FormulaExpression formula, SlotMap slots)
    {
        Cell = cell;
        this.terms = [.. terms.Select(t => t.In(cell, slots))];
        divisors = [.. formula.Divisors.Distinct()];
        var readings = this.terms.SelectMany(t => t.Readings).ToArray();
        Places = [.. readings.Select(r => r.Slot).Distinct()];
        required = [.. readings.Where(r => !r.Optional).Select(r => r.Slot).Distinct()];
        all = ulong.MaxValue >> (64 - terms.Count);
    }

    public CellKey Cell { get; }

    public IReadOnlyList<int> Places { get; }

    public AnswerState Of(AnswerSheet answers, Span<Quantity> values)
    {
        var body = new BodyAnswers(answers, null);
        var known = 0UL;
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].TryEvaluate(ref body, out var value))
            {
                values[i] = Quantity.Round(value);
                known |= 1UL << i;
            }
        }

        var state = body.ZeroDivisor || DividesByZero(known, values) ? AnswerState.NotApplicable
            : known == all ? AnswerState.Given
            : WhyNot(answers);
        if (state != AnswerState.Given)
        {
            values.Clear();
        }

        return state;
    }

    private bool DividesByZero(ulong known, ReadOnlySpan<Quantity> values)
    {
        foreach (var divisor in divisors)
        {
            if ((divisor.Terms & ~known) == 0 && divisor.IsZero(values))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Why the body does not enter: sans objet before indisponible before missing.</summary>
    private AnswerState WhyNot(AnswerSheet answers)
    {
        var worst = AnswerState.Missing;
        foreach (var slot in required)
        {
            switch (answers[slot].State)
            {
                case AnswerState.NotApplicable:
                    return AnswerState.NotApplicable;
                case AnswerState.Unavailable:
                    worst = AnswerState.Unavailable;
                    break;
            }
        }

        return worst;
    }
}
