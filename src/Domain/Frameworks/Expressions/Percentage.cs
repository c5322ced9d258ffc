namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>What may be called a percentage: a hundred times a ratio of one unit to itself, or a difference of such.</summary>
internal static class Percentage
{
    public static bool Is(TypedFormula typed) => (typed.Unit.IsAny || typed.Unit.IsDimensionless) && Is(typed.Expression);

    private static bool Is(FormulaExpression formula) => formula is FormulaExpression.Combination { Operation: Operation.Subtract } difference
        ? Is(difference.Left) && Is(difference.Right)
        : Fraction.Strip(formula) is var (factor, kept) && kept.Divisors.Any() && factor == 100 * FactorBelow(kept);

    private static decimal FactorBelow(FormulaExpression kept) =>
        kept is FormulaExpression.Combination(Operation.Divide, _, var divisor) ? Fraction.Strip(divisor).Factor : 1;
}
