using Responsables.Domain.Frameworks.Expressions;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Frameworks;

/// <summary>A compiled check rule.</summary>
public sealed class Rule
{
    private readonly RuleExpression expression;

    internal Rule(string text, RuleExpression expression)
    {
        Text = text;
        this.expression = expression;
        Variables = [.. expression.Readings.Where(r => !r.Previous).Select(r => r.Variable).Distinct()];
        Places = [.. expression.Readings.Where(r => !r.Previous).Select(r => r.Slot).Distinct()];
    }

    /// <summary>The rule as it is written in the framework.</summary>
    public string Text { get; }

    /// <summary>The variables that it reads this year.</summary>
    public IReadOnlyList<VariableCode> Variables { get; }

    /// <summary>The places that it reads this year.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>
    /// Whether it holds; null when an operand has no value, in which case it does not fire. A division by zero has no value.
    /// <c>and</c> with a side that is false, and <c>or</c> with a side that is true, are known whatever the other side.
    /// </summary>
    /// <param name="answers">The body's answers, by the places of the framework of this rule.</param>
    /// <param name="previous">The body's answers of the year before, by the same places; null when there are none.</param>
    public bool? Holds(AnswerSheet answers, AnswerSheet? previous)
    {
        var body = new BodyAnswers(answers, previous);
        return expression.Holds(ref body);
    }

    /// <summary>The expression that the rule says is at most another, and that other; null: it says something else.</summary>
    internal (BodyExpression Part, BodyExpression Whole)? AtMost => expression switch
    {
        RuleExpression.Comparison("<=", var left, var right) => (left, right),
        RuleExpression.Comparison(">=", var left, var right) => (right, left),
        _ => null,
    };

    public override string ToString() => Text;
}
