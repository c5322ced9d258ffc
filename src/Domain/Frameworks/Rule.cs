using Responsables.Domain.Submissions;

namespace Responsables.Domain.Frameworks;

/// <summary>A compiled check rule.</summary>
public sealed class Rule
{
    public required string Text { get; init; }

    /// <summary>The variables that it reads this year.</summary>
    public IReadOnlyList<VariableCode> Variables => throw new NotImplementedException();

    /// <summary>Whether it holds; null when an operand has no value, in which case it does not fire.</summary>
    /// <param name="previous">The body's answers of the year before; null when there are none.</param>
    public bool? Holds(AnswerSheet answers, AnswerSheet? previous) => throw new NotImplementedException();
}
