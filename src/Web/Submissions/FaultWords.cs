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
        // A sum is wrong of a whole dimension, not of the cell it is pinned to.
        var part = fault is { Code: Domain.Submissions.FaultCodes.PartitionDiffers, Arguments: [_, _, string dimension, ..] } ? dimension
            : fault.Cell.IsTotal ? null
            : FieldText.Cell(variable, fault.Cell);
        return part is null ? text : Platform.Texts.T["submissions.of-cell", part, text];
    }

    private static object? Written(object? argument) => argument switch
    {
        DateTimeOffset instant => Show.Instant(instant),
        decimal number => FieldText.Number(number),
        _ => argument,
    };
}
