using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using Responsables.Web.Platform;

namespace Responsables.Web.Submissions;

/// <summary>What the fields of a row hold: the state of the row, the text of each place, the comment.</summary>
public sealed record RowValues(AnswerState State, IReadOnlyDictionary<CellKey, string> Texts, string Comment)
{
    public const string NotApplicable = "sans_objet";
    public const string Unavailable = "indisponible";

    public string this[CellKey cell] => Texts.GetValueOrDefault(cell, "");

    public string this[VariableCode _] => this[CellKey.Total];

    /// <summary>The state as a field sends it.</summary>
    public string StateField => State switch
    {
        AnswerState.NotApplicable => NotApplicable,
        AnswerState.Unavailable => Unavailable,
        _ => "",
    };

    public static RowValues Of(Variable variable, ShownRow shown) => new(
        shown.StateOf(variable),
        variable.Cells.ToDictionary(cell => cell, cell => FieldText.Of(variable, shown[cell].Value)),
        shown.CommentOf(variable) ?? "");

    internal static RowValues Of(Variable variable, Form form)
    {
        var code = variable.Code.Value;
        var state = StateIn(form[$"{code}.state"]);
        var texts = variable.Cells.ToDictionary(cell => cell, cell => TextIn(form, variable, cell));
        if (variable.Type == VariableType.Boolean && StateIn(texts[CellKey.Total]) is var chosen && chosen != AnswerState.Given)
        {
            // The four answers of a yes/no question are one choice.
            state = chosen;
            texts[CellKey.Total] = "";
        }

        if (form.Has($"{code}.clear"))
        {
            state = AnswerState.Given;
            texts[CellKey.Total] = "";
        }

        return new RowValues(state, texts, form[$"{code}.comment"].ReplaceLineEndings("\n"));
    }

    private static string TextIn(Form form, Variable variable, CellKey cell)
    {
        var name = AnswerPlace.Of(variable.Code, cell);
        return variable.Type == VariableType.List ? string.Join(';', form.All(name).Where(v => v.Length > 0)) : form[name].ReplaceLineEndings("\n");
    }

    private static AnswerState StateIn(string text) => text switch
    {
        NotApplicable => AnswerState.NotApplicable,
        Unavailable => AnswerState.Unavailable,
        _ => AnswerState.Given,
    };
}
