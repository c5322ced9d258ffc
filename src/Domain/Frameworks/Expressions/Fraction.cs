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
        var (factor, kept) = Strip(formula);
        return IsLinear(kept) ? new(factor, kept, null)
            : kept is FormulaExpression.Combination(Operation.Divide, var left, var right) && IsLinear(left) && IsLinear(right)
                ? new(factor, left, right)
                : Neither;
    }

    /// <summary>Takes constant factors away, those of a numerator included.</summary>
    public static (decimal Factor, FormulaExpression Kept) Strip(FormulaExpression formula)
    {
        switch (formula)
        {
            case FormulaExpression.Negation(var operand):
                var (negated, positive) = Strip(operand);
                return (-negated, positive);
            case FormulaExpression.Combination(Operation.Multiply, var left, var right) when left.IsConstant && left.Evaluate([]) is { } value:
                var (after, other) = Strip(right);
                return (value * after, other);
            case FormulaExpression.Combination(Operation.Multiply or Operation.Divide, var left, var right) combination
                when right.IsConstant && right.Evaluate([]) is { } value:
                var (before, kept) = Strip(left);
                return (combination.Operation == Operation.Multiply ? before * value : before / value, kept);
            case FormulaExpression.Combination(Operation.Divide, var left, var right):
                var (inside, numerator) = Strip(left);
                return (inside, new FormulaExpression.Combination(Operation.Divide, numerator, right));
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
