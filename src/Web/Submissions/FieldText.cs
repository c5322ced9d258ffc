using System.Globalization;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>
/// How values are written in the fields of a form and beside them: numbers always the French way, whatever the language of the page,
/// because that is how fields are read.
/// </summary>
internal static class FieldText
{
    /// <summary>Unit of the answers that are a year: 2023, never 2 023.</summary>
    private const string Years = "année";

    private static readonly NumberFormatInfo French = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u00A0",
        NumberGroupSizes = [3],
        NegativeSign = "\u2212",
    };

    /// <summary>What the field holds.</summary>
    public static string Of(Variable variable, string? value) => value is not null && variable.IsNumeric && Parse(value) is { } number
        ? variable.Unit == Years ? value : Number(number)
        : value ?? "";

    public static string Number(decimal value) => value.ToString("#,##0.############################", French);

    /// <summary>What somebody typed, written as the rest when it can be read.</summary>
    public static string Typed(Variable variable, AnswerState state, string? text) => state == AnswerState.Given && variable.IsNumeric
        ? NumberInput.French(text ?? "") is { } number ? Number(number) : text ?? ""
        : Shown(variable, state, text);

    /// <summary>A value in words, for reading: with the labels of its options; the state when there is none.</summary>
    public static string Shown(Variable variable, AnswerState state, string? value) => state switch
    {
        AnswerState.Given when variable.Type == VariableType.Boolean => T[value == "oui" ? "submissions.yes" : "submissions.no"],
        AnswerState.Given when variable.Type == VariableType.List => string.Join(", ", (value ?? "").Split(';').Select(code => Label(variable, code))),
        AnswerState.Given => Of(variable, value),
        AnswerState.NotApplicable => T["submissions.state.not-applicable"],
        AnswerState.Unavailable => T["submissions.state.unavailable"],
        _ => Kit.Show.Missing,
    };

    public static string Shown(Variable variable, Answers? answers, CellKey cell) =>
        answers?[variable.Code, cell] is { } answer ? Shown(variable, answer.State, answer.Value) : Kit.Show.Missing;

    /// <summary>The label of a cell: « Femmes », « Femmes, Cadres ».</summary>
    public static string Cell(Variable variable, CellKey cell) => string.Join(", ", cell.Parts().Select(p =>
        variable.Breakdowns.FirstOrDefault(b => b.Code == p.Dimension)?.Cells.FirstOrDefault(c => c.Code == p.Cell)?.Label ?? p.Cell));

    private static string Label(Variable variable, string code) => variable.Options.FirstOrDefault(o => o.Code == code)?.Label ?? code;

    private static decimal? Parse(string value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
