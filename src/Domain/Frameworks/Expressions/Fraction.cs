namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>
/// A formula seen as <c>factor × numerator ÷ denominator</c>, where the last two combine sums linearly. A plain sum has no denominator;
/// a formula that divides in several places has neither.
/// </summary>
internal sealed record Fraction(decimal Factor, FormulaExpression? Numerator, FormulaExpression? Denominator)
{
    private static readonly Fraction Neither = new(1, null, null);

    public static Fraction Of(FormulaExpression formula)
    {
        var (factor, rest) = Strip(formula);
        if (IsLinear(rest))
        {
            return new(factor, rest, null);
        }

        if (rest is not FormulaExpression.Combination { Operation: Operation.Divide } quotient || !IsLinear(quotient.Right))
        {
            return Neither;
        }

        var (above, numerator) = Strip(quotient.Left);
        return IsLinear(numerator) && !numerator.IsConstant ? new(factor * above, numerator, quotient.Right) : Neither;
    }

    /// <summary>Takes constant factors away.</summary>
    public static (decimal Factor, FormulaExpression Kept) Strip(FormulaExpression formula)
    {
        switch (formula)
        {
            case FormulaExpression.Negation(var operand):
                var (negated, inside) = Strip(operand);
                return (-negated, inside);
            case FormulaExpression.Combination(Operation.Multiply, var left, var right) when left.IsConstant && left.Evaluate([]) is { } value:
                var (above, rest) = Strip(right);
                return (value * above, rest);
            case FormulaExpression.Combination(Operation.Multiply or Operation.Divide, var left, var right) combination
                when right.IsConstant && right.Evaluate([]) is { } value:
                var (before, kept) = Strip(left);
                return (combination.Operation == Operation.Multiply ? before * value : before / value, kept);
            default:
                return (1, formula);
        }
    }

    private static bool IsLinear(FormulaExpression formula) => formula switch
    {
        FormulaExpression.Constant or FormulaExpression.Aggregate => true,
        FormulaExpression.Negation(var operand) => IsLinear(operand),
        FormulaExpression.Combination(Operation.Add or Operation.Subtract, var left, var right) => IsLinear(left) && IsLinear(right),
        FormulaExpression.Combination(Operation.Multiply, var left, var right) =>
            (left.IsConstant && IsLinear(right)) || (right.IsConstant && IsLinear(left)),
        FormulaExpression.Combination(_, var left, var right) => right.IsConstant && IsLinear(left),
        _ => false,
    };
}
