using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Workbooks;

/// <summary>One place of a workbook: a body, a question, a cell of its breakdown.</summary>
public readonly record struct WorkbookKey(OrganizationCode Organization, VariableCode Variable, CellKey Cell);

/// <summary>
/// What stands in one place: value, state and comment, merged as one, since a comment explains its value. Line breaks are of one kind, as a
/// spreadsheet keeps them.
/// </summary>
public sealed record WorkbookAnswer
{
    /// <summary>Nothing there.</summary>
    public static readonly WorkbookAnswer None = new(AnswerState.Missing, null, null);

    private WorkbookAnswer(AnswerState state, string? value, string? comment) => (State, Value, Comment) = (state, value, comment);

    public AnswerState State { get; }

    /// <summary>Canonical text; null unless it is given.</summary>
    public string? Value { get; }

    public string? Comment { get; }

    public static WorkbookAnswer Of(AnswerState state, string? value, string? comment) => new(state, Plain(value), Plain(comment));

    private static string? Plain(string? text) => text?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } kept ? kept : null;
}
