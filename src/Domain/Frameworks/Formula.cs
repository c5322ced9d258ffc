using Responsables.Domain.Frameworks.Expressions;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Frameworks;

/// <summary>
/// A compiled formula. Each <c>sum(…)</c> or <c>count(…)</c> is a term: an expression of one body's answers that adds up over bodies.
/// The formula is then a pure function of the sums of its terms.
/// </summary>
public sealed class Formula
{
    private readonly FormulaExpression expression;
    private readonly Fraction fraction;
    private readonly IReadOnlyList<BodyExpression> terms;
    private readonly SlotMap slots;
    private readonly CellFormula whole;
    private volatile CellFormula[] cells = [];

    internal Formula(string text, FormulaExpression expression, IReadOnlyList<BodyExpression> terms, SlotMap slots)
    {
        Text = text;
        this.expression = expression;
        this.terms = terms;
        this.slots = slots;
        fraction = Fraction.Of(expression);
        whole = new(CellKey.Total, terms, expression, slots);
        Variables = [.. Readings.Select(r => r.Variable).Distinct()];
    }

    /// <summary>The formula as it is written in the framework.</summary>
    public string Text { get; }

    /// <summary>Number of additive terms, at most 64.</summary>
    public int TermCount => terms.Count;

    /// <summary>Every variable that it reads, optional ones included, in the order of the formula.</summary>
    public IReadOnlyList<VariableCode> Variables { get; }

    /// <summary>What is added over bodies, in the order of their numbers.</summary>
    internal IReadOnlyList<BodyExpression> Terms => terms;

    internal IEnumerable<Reading> Readings => terms.SelectMany(t => t.Readings);

    /// <summary>Every place that it reads, for the whole (<see cref="CellKey.Total"/>) or for a cell.</summary>
    public IReadOnlyList<int> Places(CellKey cell) => In(cell).Places;

    /// <summary>
    /// What a body brings, read for a cell (every variable without a cell of its own is read in that cell): its state and, when it answered
    /// (<see cref="AnswerState.Given"/>), its terms, rounded half-even at ten decimals; otherwise the terms are zero.
    /// Throws <see cref="OverflowException"/> beyond what a decimal holds, <see cref="ArgumentException"/> for a cell that it cannot be read in.
    /// </summary>
    /// <param name="terms">Receives the terms: <see cref="TermCount"/> of them, the rest is left as it is.</param>
    public AnswerState Of(AnswerSheet answers, CellKey cell, Span<Quantity> terms) => In(cell).Of(answers, terms[..TermCount]);

    /// <summary>Whether it is a plain sum, up to a factor: its figures add up over bodies.</summary>
    public bool IsSum => fraction is { Numerator: not null, Denominator: null };

    /// <summary>The figure from the sums of its terms, not rounded; null when a divisor is zero.</summary>
    public decimal? Value(ReadOnlySpan<Quantity> sums) => expression.Evaluate(sums);

    /// <summary>The numerator, without the factor 100; the sum itself for a plain sum; null for a combination of outputs.</summary>
    public decimal? Numerator(ReadOnlySpan<Quantity> sums) => fraction.Numerator?.Evaluate(sums);

    /// <summary>The denominator; null for a plain sum or a combination of outputs.</summary>
    public decimal? Denominator(ReadOnlySpan<Quantity> sums) => fraction.Denominator?.Evaluate(sums);

    public override string ToString() => Text;

    private CellFormula In(CellKey cell)
    {
        if (string.IsNullOrEmpty(cell.Value))
        {
            return whole;
        }

        foreach (var known in cells)
        {
            if (known.Cell == cell)
            {
                return known;
            }
        }

        // Two threads may prepare the same cell: one of the two is forgotten, which does no harm.
        var prepared = new CellFormula(cell, terms, expression, slots);
        cells = [.. cells, prepared];
        return prepared;
    }
}
