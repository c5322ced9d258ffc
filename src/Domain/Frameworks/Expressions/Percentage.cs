namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>What may be called a percentage: a hundred times a ratio of one unit to itself, or a difference of such.</summary>
internal static class Percentage
{
    public static bool Is(TypedFormula typed) => (typed.Unit.IsAny || typed.Unit.IsDimensionless) && Is(typed.Expression);

    private static bool Is(FormulaExpression formula) => formula is FormulaExpression.Combination { Operation: Operation.Subtract } difference
        ? Is(difference.Left) && Is(difference.Right)
        : Fraction.Strip(formula) is (100, var ratio) && ratio.Divisors.Any();
}
