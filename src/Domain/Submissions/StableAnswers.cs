using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.Domain.Submissions;

/// <summary>What of last year's answers a body may start from. Words and choices last; a number is this year's or it is nothing. Pure.</summary>
public static class StableAnswers
{
    /// <summary>Whether the answer to a question may hold from one year to the next: a yes or no, a list, a text. Never a number.</summary>
    public static bool IsStable(Variable variable) => variable.Type is VariableType.Boolean or VariableType.List or VariableType.Text;

    /// <summary>
    /// Last year's answers to the stable questions that are asked again and have no answer yet, as this year's framework can read them. What was
    /// unavailable is asked again; the comment of an answer explained last year's.
    /// </summary>
    public static IReadOnlyList<Answer> Of(Questionnaire questionnaire, Answers present, Answers previous) =>
        [.. from variable in questionnaire.Variables
            where IsStable(variable) && !present.IsCarried(variable.Code) && present.Sheet[variable.Code].State == AnswerState.Missing
            let before = previous[variable.Code, CellKey.Total]
            where before is not null && IsKept(variable, before, previous.Framework.Variable(variable.Code))
            select new Answer(variable.Code, CellKey.Total, before.State, before.Value, null) { IsCarried = true }];

    private static bool IsKept(Variable variable, Answer before, Variable then) => then.Type == variable.Type && before.State switch
    {
        AnswerState.NotApplicable => true,
        // A choice that is no longer offered, or no longer with others, is to be chosen again.
        AnswerState.Given => AnswerInput.Read(variable, before.Value!, null, french: false) is Outcome<string>.Done { Value: var read } && read == before.Value,
        _ => false,
    };
}
