using Responsables.Domain.Submissions;

namespace Responsables.App.Workbooks;

/// <summary>The words of the column of states.</summary>
internal static class WorkbookStates
{
    /// <summary>In place of the answers that whoever asked for the workbook may not read.</summary>
    public static readonly string NotShown = WorkbookWords.Of("state.notshown");

    /// <summary>What may be chosen.</summary>
    public static IReadOnlyList<string> Choices => [Of(AnswerState.Given)!, Of(AnswerState.NotApplicable)!, Of(AnswerState.Unavailable)!];

    public static string? Of(AnswerState state) => state switch
    {
        AnswerState.Given => WorkbookWords.Of("state.given"),
        AnswerState.NotApplicable => WorkbookWords.Of("state.notapplicable"),
        AnswerState.Unavailable => WorkbookWords.Of("state.unavailable"),
        _ => null,
    };

    /// <summary>The state that is written; null when it is none. An empty one goes with whatever the value is.</summary>
    public static AnswerState? Read(string text) => text.Length == 0 ? AnswerState.Given
        : Enum.GetValues<AnswerState>().Where(s => s != AnswerState.Missing && string.Equals(Of(s), text.Replace('_', ' '), StringComparison.OrdinalIgnoreCase))
            .Select(s => (AnswerState?)s).FirstOrDefault();
}
