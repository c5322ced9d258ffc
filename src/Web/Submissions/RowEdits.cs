using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.Web.Submissions;

/// <summary>Turns what a row held and what it was based on into the edits of this person, and nothing else.</summary>
internal sealed class RowEdits(Variable variable, ShownRow shown, RowValues values)
{
    private readonly AnswerState stateBefore = shown.StateOf(variable);
    private readonly string? commentBefore = shown.CommentOf(variable);
    private readonly string? comment = values.Comment.Length == 0 ? null : values.Comment;

    /// <summary>A value cannot be given and said to be sans objet or unavailable at once: which of the two is meant is not guessed.</summary>
    public Problem? Contradiction =>
        values.State != AnswerState.Given && variable.Cells.Any(c => values[c].Length > 0)
            ? new Problem("submissions.value-with-state", variable.Code.Value)
            : null;

    public IEnumerable<AnswerEdit> All() => variable.BrokenDown.Prepend(CellKey.Total).Select(Edit).Where(IsChange);

    private AnswerEdit Edit(CellKey cell)
    {
        var before = shown[cell];
        return cell.IsTotal
            ? variable.HasTotal
                ? Edit(cell, values.State, values[cell], CommentOnTotal(before))
                : Edit(cell, before.State, before.Value, CommentOnTotal(before))
            : values.State == AnswerState.Given ? Given(cell, before) : Stated(cell, before);
    }

    private string? CommentOnTotal(ShownAnswer before) => comment == commentBefore ? before.Comment : comment;

    // A cell that an import said to be without value keeps its state until something is typed in it.
    private AnswerEdit Given(CellKey cell, ShownAnswer before) =>
        values[cell].Length == 0 && stateBefore == AnswerState.Given && before.State is AnswerState.NotApplicable or AnswerState.Unavailable
            ? Edit(cell, before.State, null, before.Comment)
            : Edit(cell, AnswerState.Given, values[cell], before.State == AnswerState.Unavailable && before.Comment == commentBefore ? null : before.Comment);

    // What is said of the whole is said of its cells, with its reason.
    private AnswerEdit Stated(CellKey cell, ShownAnswer before) =>
        values.State == stateBefore && before.State != values.State
            ? Edit(cell, before.State, before.Value, before.Comment)
            : Edit(cell, values.State, null, values.State == AnswerState.Unavailable ? comment : before.Comment);

    private AnswerEdit Edit(CellKey cell, AnswerState state, string? text, string? remark) =>
        new(variable.Code, cell, state == AnswerState.Given && string.IsNullOrEmpty(text) ? AnswerState.Missing : state, text, remark, shown[cell]);

    // To the letter: « 1 234 » retyped as « 1234 » is told to be the same value further on, by the one place that reads numbers.
    private bool IsChange(AnswerEdit edit)
    {
        var before = edit.Base!;
        var text = edit.State == AnswerState.Given ? edit.Text ?? "" : "";
        return edit.State != before.State || edit.Comment != before.Comment
            || (edit.State == AnswerState.Given && text != (before.Value ?? "") && text != FieldText.Of(variable, before.Value));
    }
}
