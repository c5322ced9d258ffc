using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>States in words and shapes: of a question, of a block, of a dossier.</summary>
internal static class EntryTags
{
    public static TagText Of(SubmissionState state) => new(
        state switch
        {
            SubmissionState.NotStarted => "todo",
            SubmissionState.InProgress => "doing",
            SubmissionState.ReadyToSign => "done",
            SubmissionState.Signed => "signed",
            SubmissionState.Returned => "returned",
            _ => "validated",
        },
        T[$"submissions.state.{state}"]);

    public static TagText Of(BlockState state) => new(
        state switch
        {
            BlockState.Draft => "doing",
            BlockState.Returned => "returned",
            BlockState.Signed => "signed",
            _ => "validated",
        },
        T[$"submissions.block.{state}"]);

    /// <summary>The state of a question by the faults of what is kept.</summary>
    public static TagText Of(Variable variable, Dossier dossier)
    {
        var due = dossier.Assessment.Faults.Where(f => f.Variable == variable.Code && f.PreventsSignature && !f.IsAwaited).ToList();
        return Of(variable, dossier, due.Exists(f => f.Severity == Severity.Blocking), due.Exists(f => f.Severity == Severity.Explain));
    }

    /// <summary>The state of a question: what is to be mended first, then what was given.</summary>
    public static TagText Of(Variable variable, Dossier dossier, bool blocking, bool toExplain)
    {
        if (blocking)
        {
            return new("error", T["submissions.tag.to-mend"]);
        }

        if (toExplain)
        {
            return new("anomaly", T["submissions.tag.to-explain"]);
        }

        var states = dossier.Questionnaire.BlocksOf(variable.Code).Select(dossier.StateOf).ToList();
        if (states.Contains(BlockState.Returned))
        {
            return new("returned", T["submissions.tag.returned"]);
        }

        if (!dossier.IsOpen(variable.Code))
        {
            return Of(states.Min());
        }

        return Given(variable, dossier);
    }

    private static TagText Given(Variable variable, Dossier dossier)
    {
        var answers = dossier.Answers;
        if (answers.IsCarried(variable.Code))
        {
            return new("todo", T["submissions.tag.to-confirm"]);
        }

        var states = (variable.HasTotal ? [CellKey.Total] : variable.BrokenDown).Select(c => answers.Sheet[variable.Code, c].State).Distinct().ToList();
        return states switch
        {
            [AnswerState.NotApplicable] => new("exempt", T["submissions.state.not-applicable"]),
            [AnswerState.Unavailable] => new("unavailable", T["submissions.state.unavailable"]),
            _ when !states.Contains(AnswerState.Missing) => new("done", T["submissions.tag.saved"]),
            _ when !dossier.Questionnaire.IsOpen(variable.Code, answers.Sheet) => new("exempt", T["submissions.tag.not-asked"]),
            _ when !dossier.Questionnaire.IsRequired(variable.Code, answers.Sheet) => new("todo", T["submissions.tag.optional"]),
            [AnswerState.Missing] => new("todo", T["submissions.tag.to-enter"]),
            _ => new("doing", T["submissions.tag.to-complete"]),
        };
    }
}
