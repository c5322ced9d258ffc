using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Expressions;

namespace Responsables.Domain.Disclosure;

/// <summary>An answer of a body, in a cell.</summary>
internal readonly record struct AnswerPlace(VariableCode Variable, CellKey Cell);

/// <summary>What a term of a formula counts, of those that read a count of persons.</summary>
/// <param name="Places">The answers that it adds up; empty: it makes something else of persons than their sum, which cannot be protected.</param>
internal sealed record PersonTerm(IReadOnlySet<AnswerPlace> Places)
{
    public bool IsOpaque => Places.Count == 0;

    /// <summary>Null: it counts no person.</summary>
    public static PersonTerm? Of(BodyExpression term, CellKey cell, Framework framework)
    {
        if (!term.Readings.Any(r => framework.Variable(r.Variable).CountsPersons))
        {
            return null;
        }

        var places = new List<AnswerPlace>();
        var sums = Adds(term, cell, framework, places) && places.Distinct().Count() == places.Count;
        return new PersonTerm(sums ? places.ToHashSet() : []);
    }

    /// <summary>Whether an expression is an answer, or a sum of such.</summary>
    public static bool Adds(BodyExpression expression) => expression switch
    {
        Reading => true,
        BodyExpression.Combination(Operation.Add, var left, var right) => Adds(left) && Adds(right),
        _ => false,
    };

    private static bool Adds(BodyExpression expression, CellKey cell, Framework framework, List<AnswerPlace> places)
    {
        switch (expression)
        {
            case Reading reading:
                places.Add(new AnswerPlace(reading.Variable, reading.Cell ?? cell));
                return framework.Variable(reading.Variable).CountsPersons && !reading.Previous;
            case BodyExpression.Combination(Operation.Add, var left, var right):
                return Adds(left, cell, framework, places) && Adds(right, cell, framework, places);
            default:
                return false;
        }
    }
}
