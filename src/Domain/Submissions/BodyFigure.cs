using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.Domain.Submissions;

/// <summary>An output computed for one body alone.</summary>
public static class BodyFigure
{
    /// <summary>The body's own figure; null when it did not answer or the figure has no sense for it.</summary>
    public static decimal? Of(Output output, CellKey cell, AnswerSheet answers)
    {
        Span<Quantity> terms = stackalloc Quantity[output.Formula.TermCount];
        return output.Formula.Of(answers, cell, terms) == AnswerState.Given ? output.Formula.Value(terms) : null;
    }
}
