namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>A formula with its unit.</summary>
internal readonly record struct TypedFormula(FormulaExpression Expression, Unit Unit)
{
    public static readonly TypedFormula Faulty = new(new FormulaExpression.Constant(1), Unit.Any);
}

/// <summary>Gives their meaning to the names of a formula and tells every fault that it has.</summary>
/// <param name="outputs">The outputs declared before; null for one that has a fault itself.</param>
internal sealed class FormulaBinder(VariableScope scope, IReadOnlyDictionary<string, TypedFormula?> outputs, ExpressionFaults faults)
{
    private readonly BodyBinder bodies = new(scope, inRule: false, faults);

    /// <summary>It names an output that has a fault of its own: it cannot be computed, and there is nothing more to say.</summary>
    public bool NamesFaulty { get; private set; }

    public TypedFormula Bind(Syntax syntax) => syntax switch
    {
        Syntax.Number number => new(new FormulaExpression.Constant(number.Value), Unit.None),
        Syntax.Name name => Output(name),
        Syntax.Prefix { Operator: "-" } prefix => Negation(Bind(prefix.Operand)),
        Syntax.Infix { Operator: "+" or "-" or "*" or "/" } infix => Combination(infix),
        Syntax.Call { Function: "sum" } call => Sum(call),
        Syntax.Call { Function: "count" } call => Count(call),
        Syntax.Call call => Fault(call.Column, BodyBinder.IsKnown(call.Function) ? FaultCodes.NotHere : FaultCodes.UnknownFunction, call.Function),
        _ => Fault(syntax.Column, FaultCodes.NotAValue),
    };

    private TypedFormula Output(Syntax.Name name)
    {
        if (name.Cell is null && !name.Optional && outputs.TryGetValue(name.Text, out var output))
        {
            NamesFaulty |= output is null;
            return output ?? TypedFormula.Faulty;
        }

        var isVariable = scope.Find(new VariableCode(name.Text)) is not null;
        return Fault(name.Column, isVariable ? FaultCodes.OutsideSum : FaultCodes.UnknownOutput, name.Text);
    }

    private TypedFormula Sum(Syntax.Call call)
    {
        var term = bodies.Bind(call.Argument);
        switch (term.Nature)
        {
            case Nature.Number:
                return Fault(call.Column, FaultCodes.NothingToAdd);
            case Nature.Factor factor:
                return Fault(call.Column, FaultCodes.NotAdditive, factor.Variable);
            case Nature.Mean mean:
                return Fault(call.Column, FaultCodes.MeanWithoutWeight, mean.Reading.Variable, mean.Weight);
            default:
                return new(new FormulaExpression.Aggregate(term.Expression), term.Unit);
        }
    }

    private TypedFormula Count(Syntax.Call call) => call.Argument switch
    {
        Syntax.Infix { Operator: "=", Left: Syntax.Name counted, Right: Syntax.Name { Text: "oui" or "non", Cell: null, Optional: false } answer } =>
            Count(counted, reading => new AnswerCount(reading, answer.Text == "oui")),
        Syntax.Answered { Operand: Syntax.Name counted } => Count(counted, reading => new AnsweredCount(reading)),
        _ => Fault(call.Column, FaultCodes.BadCount),
    };

    private TypedFormula Count(Syntax.Name counted, Func<Reading, BodyExpression> count)
    {
        if (scope.Find(counted, faults) is not var (variable, cell))
        {
            return TypedFormula.Faulty;
        }

        return variable.Type != VariableType.Boolean ? Fault(counted.Column, FaultCodes.CountNotBoolean, variable.Code)
            : counted.Optional ? Fault(counted.Column, FaultCodes.NotHere, "?")
            : cell is null && !variable.HasTotal ? Fault(counted.Column, FaultCodes.NoTotal, variable.Code)
            : new(new FormulaExpression.Aggregate(count(new Reading(variable.Code, cell))), Unit.Bodies);
    }

    private static TypedFormula Negation(TypedFormula operand) => operand with
    {
        Expression = operand.Expression is FormulaExpression.Constant constant
            ? new FormulaExpression.Constant(-constant.Value)
            : new FormulaExpression.Negation(operand.Expression),
    };

    private TypedFormula Combination(Syntax.Infix infix)
    {
        var (operation, left, right) = (Operations.Of(infix.Operator), Bind(infix.Left), Bind(infix.Right));
        var unit = Unit.Of(operation, left.Unit, right.Unit);
        if (unit is null)
        {
            faults.Add(infix.Column, FaultCodes.DifferentUnits, left.Unit, right.Unit);
        }

        return new(Combined(infix, operation, left.Expression, right.Expression), unit ?? Unit.Any);
    }

    private FormulaExpression Combined(Syntax.Infix infix, Operation operation, FormulaExpression left, FormulaExpression right)
    {
        if (operation == Operation.Divide && right is FormulaExpression.Constant { Value: 0 })
        {
            faults.Add(infix.Column, FaultCodes.DivisionByZero);
            return TypedFormula.Faulty.Expression;
        }

        return left is FormulaExpression.Constant a && right is FormulaExpression.Constant b
            ? new FormulaExpression.Constant(Constants.Fold(operation, a.Value, b.Value, infix.Column, faults))
            : new FormulaExpression.Combination(operation, left, right);
    }

    private TypedFormula Fault(int column, string code, params object?[] arguments)
    {
        faults.Add(column, code, arguments);
        return TypedFormula.Faulty;
    }
}
