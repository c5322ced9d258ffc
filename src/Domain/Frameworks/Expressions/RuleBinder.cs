namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>Makes a rule out of its text, or tells its faults.</summary>
internal sealed class RuleBinder
{
    private readonly VariableScope scope;
    private readonly ExpressionFaults faults;
    private readonly BodyBinder values;

    private RuleBinder(VariableScope scope, ExpressionFaults faults)
    {
        (this.scope, this.faults) = (scope, faults);
        values = new(scope, inRule: true, faults);
    }

    /// <summary>The rule; null when it has a fault.</summary>
    public static Rule? Compile(string text, VariableScope scope, ExpressionFaults faults)
    {
        var rule = SyntaxParser.Parse(text, faults) is { } syntax ? new RuleBinder(scope, faults).Bind(syntax) : null;
        return rule is not null && faults.None ? new Rule(text, rule.In(scope.Slots)) : null;
    }

    private RuleExpression? Bind(Syntax syntax) => syntax switch
    {
        Syntax.Infix { Operator: "and" } and => Both(Bind(and.Left), Bind(and.Right), (l, r) => new RuleExpression.And(l, r)),
        Syntax.Infix { Operator: "or" } or => Both(Bind(or.Left), Bind(or.Right), (l, r) => new RuleExpression.Or(l, r)),
        Syntax.Infix { Operator: "+" or "-" or "*" or "/" } => Fault(syntax.Column, FaultCodes.NotACondition),
        Syntax.Infix comparison => Comparison(comparison),
        Syntax.Prefix { Operator: "not" } not => Bind(not.Operand) is { } operand ? new RuleExpression.Not(operand) : null,
        Syntax.If implication => Both(
            Bind(implication.Condition), Bind(implication.Consequence), (a, b) => new RuleExpression.Or(new RuleExpression.Not(a), b)),
        Syntax.Call { Function: "answered" } call => Answered(call),
        _ => Fault(syntax.Column, FaultCodes.NotACondition),
    };

    private static RuleExpression? Both(RuleExpression? left, RuleExpression? right, Func<RuleExpression, RuleExpression, RuleExpression> both) =>
        left is null || right is null ? null : both(left, right);

    private RuleExpression? Answered(Syntax.Call call)
    {
        if (call.Argument is not Syntax.Name { Optional: false } name)
        {
            return Fault(call.Argument.Column, FaultCodes.NotAValue);
        }

        return scope.Find(name, faults) is var (variable, cell) ? new RuleExpression.Answered(new(variable.Code, cell)) : null;
    }

    private RuleExpression? Comparison(Syntax.Infix infix) =>
        YesNo(infix.Left) is { } left
            ? Booleans(infix, left, YesNo(infix.Right))
            : YesNo(infix.Right) is { } right ? Booleans(infix, null, right) : Numbers(infix);

    private RuleExpression? Booleans(Syntax.Infix infix, BodyExpression? left, BodyExpression? right)
    {
        if (left is null || right is null || infix.Operator is not ("=" or "<>"))
        {
            return Fault(infix.Column, FaultCodes.YesNoComparison);
        }

        return new RuleExpression.Comparison(infix.Operator, left, right);
    }

    private RuleExpression? Numbers(Syntax.Infix infix)
    {
        var (left, right) = (values.Bind(infix.Left), values.Bind(infix.Right));
        return Unit.Common(left.Unit, right.Unit) is null
            ? Fault(infix.Column, FaultCodes.DifferentUnits, left.Unit, right.Unit)
            : new RuleExpression.Comparison(infix.Operator, left.Expression, right.Expression);
    }

    /// <summary>A yes/no answer, or <c>oui</c>, or <c>non</c>; null for anything else.</summary>
    private BodyExpression? YesNo(Syntax syntax) => syntax switch
    {
        Syntax.Name { Text: "oui", Cell: null, Optional: false } => new BodyExpression.Constant(1),
        Syntax.Name { Text: "non", Cell: null, Optional: false } => new BodyExpression.Constant(0),
        Syntax.Name { Optional: false } name => YesNo(name, previous: false),
        Syntax.Call { Function: "previous", Argument: Syntax.Name { Optional: false } name } => YesNo(name, previous: true),
        _ => null,
    };

    private Reading? YesNo(Syntax.Name name, bool previous) =>
        scope.Find(new VariableCode(name.Text)) is { Type: VariableType.Boolean } && scope.Find(name, faults) is var (variable, cell)
            ? new Reading(variable.Code, cell, Previous: previous)
            : null;

    private RuleExpression? Fault(int column, string code, params object?[] arguments)
    {
        faults.Add(column, code, arguments);
        return null;
    }
}
