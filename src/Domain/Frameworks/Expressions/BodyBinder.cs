namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>An expression with its unit and the way it adds up.</summary>
internal readonly record struct Typed(BodyExpression Expression, Unit Unit, Nature Nature)
{
    public static readonly Typed Faulty = new(new BodyExpression.Constant(1), Unit.Any, new Nature.Unknown());
}

/// <summary>Gives their meaning to the names of an expression of one body's variables, and tells every fault of units and additions.</summary>
/// <param name="inRule">A rule may read the year before, and its numbers go with every unit; nothing there is added over bodies.</param>
internal sealed class BodyBinder(VariableScope scope, bool inRule, ExpressionFaults faults)
{
    public Typed Bind(Syntax syntax) => syntax switch
    {
        Syntax.Number number => new(new BodyExpression.Constant(number.Value), inRule ? Unit.Any : Unit.None, new Nature.Number()),
        Syntax.Name name => Name(name, previous: false),
        Syntax.Prefix { Operator: "-" } prefix => Negation(Bind(prefix.Operand)),
        Syntax.Infix { Operator: "+" or "-" or "*" or "/" } infix => Combination(infix),
        Syntax.Call { Function: "previous" } call when inRule => Previous(call),
        Syntax.Call { Function: "abs" } call when inRule => Absolute(Bind(call.Argument)),
        Syntax.Call call => Fault(call.Column, IsKnown(call.Function) ? FaultCodes.NotHere : FaultCodes.UnknownFunction, call.Function),
        _ => Fault(syntax.Column, FaultCodes.NotAValue),
    };

    public static bool IsKnown(string function) => function is "sum" or "count" or "previous" or "answered" or "abs";

    private Typed Name(Syntax.Name name, bool previous)
    {
        if (scope.Find(name, faults) is not var (variable, cell))
        {
            return Typed.Faulty;
        }

        if (!variable.IsNumeric)
        {
            return Fault(name.Column, FaultCodes.NotNumeric, variable.Code);
        }

        if (inRule && name.Optional)
        {
            return Fault(name.Column, FaultCodes.NotHere, "?");
        }

        if (cell is null && !variable.HasTotal)
        {
            return Fault(name.Column, FaultCodes.NoTotal, variable.Code);
        }

        var reading = new Reading(variable.Code, cell, name.Optional, previous);
        return new(reading, Unit.Of(variable.Unit), inRule ? new Nature.Unknown() : NatureOf(variable, reading));
    }

    private static Nature NatureOf(Variable variable, Reading reading) => variable.OverBodies switch
    {
        Addition.Sum or Addition.Distribution => new Nature.Additive(reading),
        Addition.WeightedMean when variable.Weight is { } weight => new Nature.Mean(reading, weight),
        Addition.None => new Nature.Factor(variable.Code),
        _ => new Nature.Unknown(),
    };

    private Typed Previous(Syntax.Call call) =>
        call.Argument is Syntax.Name name ? Name(name, previous: true) : Fault(call.Argument.Column, FaultCodes.NotAValue);

    private static Typed Absolute(Typed operand) => operand with { Expression = new BodyExpression.Absolute(operand.Expression) };

    private static Typed Negation(Typed operand) => operand with
    {
        Expression = operand.Expression is BodyExpression.Constant constant
            ? new BodyExpression.Constant(-constant.Value)
            : new BodyExpression.Negation(operand.Expression),
    };

    private Typed Combination(Syntax.Infix infix)
    {
        var (operation, left, right) = (Operations.Of(infix.Operator), Bind(infix.Left), Bind(infix.Right));
        var unit = Unit.Of(operation, left.Unit, right.Unit);
        if (unit is null)
        {
            faults.Add(infix.Column, FaultCodes.DifferentUnits, left.Unit, right.Unit);
        }

        var nature = Nature.Of(operation, left.Nature, right.Nature, (code, arguments) => faults.Add(infix.Column, code, arguments is [null] ? [infix.Operator] : arguments));
        return new(Combined(infix, operation, left.Expression, right.Expression), unit ?? Unit.Any, nature);
    }

    private BodyExpression Combined(Syntax.Infix infix, Operation operation, BodyExpression left, BodyExpression right)
    {
        if (operation == Operation.Divide && right is BodyExpression.Constant { Value: 0 })
        {
            faults.Add(infix.Column, FaultCodes.DivisionByZero);
            return Typed.Faulty.Expression;
        }

        return left is BodyExpression.Constant a && right is BodyExpression.Constant b
            ? new BodyExpression.Constant(Constants.Fold(operation, a.Value, b.Value, infix.Column, faults))
            : new BodyExpression.Combination(operation, left, right);
    }

    private Typed Fault(int column, string code, params object?[] arguments)
    {
        faults.Add(column, code, arguments);
        return Typed.Faulty;
    }
}
