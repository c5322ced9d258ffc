namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>Makes a formula out of its text, or tells its faults.</summary>
internal static class FormulaCompiler
{
    /// <summary>Most terms of one formula.</summary>
    public const int MaxTerms = 64;

    private const int MaxSize = 1000;

    /// <summary>The formula and what another formula that names it needs; null when it has a fault.</summary>
    public static (Formula Formula, TypedFormula Typed)? Compile(
        string text, string? unit, VariableScope scope, IReadOnlyDictionary<string, TypedFormula?> outputs, ExpressionFaults faults)
    {
        if (SyntaxParser.Parse(text, faults) is not { } syntax)
        {
            return null;
        }

        var binder = new FormulaBinder(scope, outputs, faults);
        var typed = binder.Bind(syntax);
        if (!faults.None || binder.NamesFaulty)
        {
            return null;
        }

        try
        {
            return IsSound(typed, unit, faults) && Formula(text, typed, scope, faults) is { } formula ? (formula, typed) : null;
        }
        catch (OverflowException)
        {
            // Constant factors that are multiplied together.
            faults.Add(1, FaultCodes.BadNumber, text);
            return null;
        }
    }

    private static Formula? Formula(string text, TypedFormula typed, VariableScope scope, ExpressionFaults faults)
    {
        var terms = new List<BodyExpression>();
        var numbered = typed.Expression.Numbered(terms);
        if (terms.Count > MaxTerms)
        {
            faults.Add(1, FaultCodes.FormulaTooLong);
            return null;
        }

        return new Formula(text, numbered, terms, scope.Slots);
    }

    private static bool IsSound(TypedFormula typed, string? unit, ExpressionFaults faults)
    {
        if (typed.Expression.Size > MaxSize)
        {
            faults.Add(1, FaultCodes.FormulaTooLong);
        }
        else if (typed.Expression.IsConstant)
        {
            faults.Add(1, FaultCodes.NothingToAdd);
        }
        else if (unit is not null && unit.StartsWith('%') && !Percentage.Is(typed))
        {
            faults.Add(1, FaultCodes.NotAPercentage, unit);
        }

        return faults.None;
    }
}
