using Responsables.App.Texts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Web.Kit;

namespace Responsables.Web.Submissions;

/// <summary>Problems and faults of answers, in sentences whose instants and numbers are written as on the rest of the page.</summary>
internal static class FaultWords
{
    public static string Of(Problem problem) => EntrySheet.IsConflict(problem) && problem.Arguments is [_, _, _, var name, ..]
        ? Platform.Texts.T["submissions.conflict.choose", name]
        : ProblemTexts.Of(problem with { Arguments = [.. problem.Arguments.Select(Written)] });

    /// <summary>A fault: the framework's own sentence, or ours.</summary>
    public static string Of(Fault fault, Variable variable)
    {
        var text = fault.Message ?? Of(new Problem(fault.Code, null, [.. fault.Arguments]));
        return fault.Cell.IsTotal ? text : Platform.Texts.T["submissions.of-cell", FieldText.Cell(variable, fault.Cell), text];
    }

    private static object? Written(object? argument) => argument switch
    {
        DateTimeOffset instant => Show.Instant(instant),
        decimal number => FieldText.Number(number),
        _ => argument,
    };
}
