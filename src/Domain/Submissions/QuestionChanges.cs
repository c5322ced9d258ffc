using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Submissions;

/// <summary>What a body is asked this year that it was not asked in the same words last year. Questions are the same when their codes are.</summary>
/// <param name="New">Asked this year and not the last.</param>
/// <param name="Changed">Asked both years in other words, another unit, with other choices: what differs.</param>
/// <param name="Gone">Asked last year and no longer.</param>
public sealed record QuestionChanges(
    IReadOnlySet<VariableCode> New, IReadOnlyDictionary<VariableCode, IReadOnlyList<FieldChange>> Changed, IReadOnlyList<Variable> Gone)
{
    /// <summary>Nothing changed, or nothing was asked before.</summary>
    public static readonly QuestionChanges None = new(new HashSet<VariableCode>(), new Dictionary<VariableCode, IReadOnlyList<FieldChange>>(), []);

    /// <summary>What of a question changes its answer; how it adds up does not.</summary>
    private static readonly string[] Told = ["label", "help", "type", "unit", "options", "cells"];

    public static QuestionChanges Between(Questionnaire before, Questionnaire after) => new(
        after.Variables.Select(v => v.Code).Where(v => !before.Asks(v)).ToHashSet(),
        FrameworkComparison.Between(before.Framework, after.Framework).Variables
            .Where(c => c.Kind == ChangeKind.Changed).Select(c => (Code: new VariableCode(c.Code), Fields: c.Fields.Where(f => Told.Contains(f.Name)).ToList()))
            .Where(c => c.Fields.Count > 0 && before.Asks(c.Code) && after.Asks(c.Code)).ToDictionary(c => c.Code, c => (IReadOnlyList<FieldChange>)c.Fields),
        [.. before.Variables.Where(v => !after.Asks(v.Code))]);
}
