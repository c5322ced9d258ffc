using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>What edits did to a dossier in memory.</summary>
internal sealed class EditResult
{
    public List<Problem> Problems { get; } = [];

    public List<Conflict> Conflicts { get; } = [];

    public List<AnswerRow> Changed { get; } = [];

    /// <summary>Those of the changed that held something before.</summary>
    public List<AnswerRow> Replaced { get; } = [];

    public Dictionary<string, object?> Before { get; } = [];

    public Dictionary<string, object?> After { get; } = [];
}

/// <summary>Applies edits to the rows of a dossier: reads what was typed, finds conflicts, fills the totals of complete partitions.</summary>
internal sealed class EditAnswers(AppDb db, Dossier dossier, Actor actor, DateTimeOffset now)
{
    private readonly EditResult result = new();

    /// <param name="french">Whether numbers are written as people type them.</param>
    /// <param name="added">Receives new rows instead of the context when rows are written in bulk.</param>
    public EditResult Apply(IEnumerable<AnswerEdit> edits, bool french, ICollection<AnswerRow>? added = null)
    {
        foreach (var edit in edits)
        {
            Apply(edit, french, added);
        }

        FillTotals(added);
        return result;
    }

    private void Apply(AnswerEdit edit, bool french, ICollection<AnswerRow>? added)
    {
        var row = dossier.Rows.GetValueOrDefault((edit.Variable, edit.Cell));
        var comment = string.IsNullOrWhiteSpace(edit.Comment) ? null : edit.Comment.ReplaceLineEndings("\n").Trim();
        string? value = null;
        var state = edit.State;
        if (state == AnswerState.Given && string.IsNullOrWhiteSpace(edit.Text))
        {
            state = AnswerState.Missing;
        }

        if (state == AnswerState.Given)
        {
            switch (AnswerInput.Read(dossier.Compiled.Framework.Variable(edit.Variable), edit.Text!, edit.Place, french))
            {
                case Outcome<string>.Done done: value = done.Value; break;
                case Outcome<string>.Refused refused: result.Problems.AddRange(refused.Problems); return;
            }

            // A list without any chosen option is an empty answer.
            state = value!.Length == 0 ? AnswerState.Missing : state;
            value = value.Length == 0 ? null : value;
        }

        if (WrittenText.HasControls(comment) || WrittenText.HasControls(edit.Text))
        {
            result.Problems.Add(new Problem("shared.control-character", edit.Place));
            return;
        }

        if (comment is { Length: > AnswerInput.MaxComment })
        {
            result.Problems.Add(new Problem("submissions.comment-too-long", edit.Place, AnswerInput.MaxComment));
            return;
        }

        // The form sent as it stands confirms nothing; a file that says the same value does.
        if ((Same(row, state, value, comment) && (row?.CarriedFrom is null || edit.Base is not null)) || (edit.Base is { } shown && Same(shown, state, value, comment)))
        {
            return;
        }

        if (edit.Base is { } @base && @base.Version != (row?.Version ?? 0))
        {
            result.Conflicts.Add(new Conflict(
                edit.Variable, edit.Cell, Shown(state, value, comment), Shown(row?.State ?? AnswerState.Missing, row?.Value, row?.Comment),
                Shown(@base.State, @base.Value, @base.Comment), row?.ChangedBy ?? "", row?.ChangedAt ?? now));
            return;
        }

        if (edit.Base is not null && !dossier.IsOpen(edit.Variable))
        {
            result.Problems.Add(new Problem("submissions.locked", edit.Place));
            return;
        }

        Write(edit.Variable, edit.Cell, row, state, value, comment, added);
    }

    private void Write(
        VariableCode variable, CellKey cell, AnswerRow? row, AnswerState state, string? value, string? comment, ICollection<AnswerRow>? added)
    {
        var place = AnswerPlace.Of(variable, cell);
        result.Before[place] = row is null ? null : new { row.State, row.Value, row.Comment };
        if (row is null)
        {
            row = new AnswerRow
            {
                SubmissionId = dossier.Submission.Id,
                Variable = variable,
                Cell = cell,
                State = state,
                ChangedAt = now,
                ChangedBy = actor.Name,
            };
            dossier.Rows.Add((variable, cell), row);
            if (added is null)
            {
                db.Answers.Add(row);
            }
            else
            {
                added.Add(row);
            }
        }

        if (row.State != AnswerState.Missing && row.Version > 0)
        {
            result.Replaced.Add(row);
        }

        row.CarriedFrom = null;
        row.State = state;
        row.Value = value;
        row.Comment = comment;
        row.Version++;
        row.ChangedAt = now;
        row.ChangedBy = actor.Name;
        row.ChangedById = actor.IsCommand ? null : actor.Id;
        result.After[place] = new { row.State, row.Value, row.Comment };
        result.Changed.Add(row);
    }

    // Product rule: totals are entered; a complete partition fills an empty one in.
    private void FillTotals(ICollection<AnswerRow>? added)
    {
        if (result.Problems.Count > 0 || result.Conflicts.Count > 0 || result.Changed.TrueForAll(r => r.Cell.IsTotal))
        {
            return;
        }

        dossier.Refresh();
        foreach (var code in result.Changed.Where(r => !r.Cell.IsTotal).Select(r => r.Variable).Distinct().ToList())
        {
            var variable = dossier.Compiled.Framework.Variable(code);
            if (variable.HasTotal && dossier.Answers.Sheet[code].State == AnswerState.Missing
                && ValueFaults.CompletePartition(variable, dossier.Answers.Sheet) is { } sum)
            {
                var row = dossier.Rows.GetValueOrDefault((code, CellKey.Total));
                Write(code, CellKey.Total, row, AnswerState.Given, NumberInput.Canonical(sum), row?.Comment, added);
            }
        }
    }

    private static bool Same(AnswerRow? row, AnswerState state, string? value, string? comment) =>
        (row?.State ?? AnswerState.Missing) == state && row?.Value == value && row?.Comment == comment;

    private static bool Same(ShownAnswer shown, AnswerState state, string? value, string? comment) =>
        shown.State == state && shown.Value == value && shown.Comment == comment;

    private static string? Shown(AnswerState state, string? value, string? comment) =>
        comment is null ? Shown(state, value) : $"{Shown(state, value)} ({comment})";

    private static string? Shown(AnswerState state, string? value) => state switch
    {
        AnswerState.Given => value,
        AnswerState.NotApplicable => "sans_objet",
        AnswerState.Unavailable => "indisponible",
        _ => null,
    };
}
