using Responsables.Domain.Submissions;

namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>The answers that an expression is computed from, and whether a divisor came to zero on the way.</summary>
internal ref struct BodyAnswers(AnswerSheet current, AnswerSheet? previous)
{
    public readonly AnswerSheet Current => current;

    public readonly AnswerSheet? Previous => previous;

    public bool ZeroDivisor { get; set; }
}
