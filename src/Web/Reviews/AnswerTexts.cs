using Responsables.App.Reviews;
using Responsables.App.Texts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Reviews;

/// <summary>Answers, figures and faults in words.</summary>
internal static class AnswerTexts
{
    private const int Decimals = 2;

    public static string Of(Variable variable, Answer? answer) => answer?.State switch
    {
        AnswerState.Given => Value(variable, answer.Value!),
        AnswerState.NotApplicable => T["reviews.answer.not-applicable"],
        AnswerState.Unavailable => T["reviews.answer.unavailable"],
        _ => Kit.Show.Missing,
    };

    /// <summary>The name of a variable, and of its cell.</summary>
    public static string NameOf(AnswerReading answer)
    {
        var cells = answer.Cell.Parts().Select(part => CellOf(answer.Variable, part.Dimension, part.Cell)).ToList();
        return cells.Count == 0 ? answer.Variable.Label : T["reviews.answer.cell", answer.Variable.Label, string.Join(", ", cells)];
    }

    /// <summary>A figure as it is shown: rounded for display only.</summary>
    public static string Figure(Output output, decimal? value) =>
        value is null || string.IsNullOrEmpty(output.Unit) ? Rounded(value) : Rounded(value) + "\u00A0" + output.Unit;

    /// <summary>The same without its unit.</summary>
    public static string Rounded(decimal? value) =>
        Kit.Show.Number(value is { } known ? decimal.Round(known, Decimals, MidpointRounding.AwayFromZero) : null);

    /// <summary>What is wrong: the framework's sentence, or ours.</summary>
    public static string Of(Fault fault) => fault.Message ?? ProblemTexts.Of(new Problem(fault.Code, null, [.. fault.Arguments]));

    /// <summary>1: higher is better; −1: lower is.</summary>
    public static int WantedOf(Indicator? indicator) => indicator?.Direction switch { Direction.Up => 1, Direction.Down => -1, _ => 0 };

    /// <summary>The title of a block.</summary>
    public static string TitleOf(Block block) => block.Indicator?.Title ?? T["reviews.context"];

    private static string Value(Variable variable, string value) => variable.Type switch
    {
        VariableType.Boolean => T[value == "oui" ? "reviews.answer.yes" : "reviews.answer.no"],
        VariableType.List => string.Join(", ", value.Split(';').Select(code => variable.Options.FirstOrDefault(o => o.Code == code)?.Label ?? code)),
        VariableType.Text => value,
        _ => Kit.Show.Number(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), null, variable.Unit),
    };

    private static string CellOf(Variable variable, string dimension, string cell) =>
        variable.Breakdowns.FirstOrDefault(b => b.Code == dimension)?.Cells.FirstOrDefault(c => c.Code == cell)?.Label ?? cell;
}
