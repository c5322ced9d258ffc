using System.Text.RegularExpressions;
using Responsables.Domain.Frameworks;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Consolidation;

/// <summary>A formula in words: what is collected under its own label, the signs of arithmetic, sums over bodies said as such.</summary>
internal static partial class FormulaWords
{
    public static string Of(Framework framework, Indicator indicator, Output output) => Of(output.Formula.Text, word => LabelOf(framework, indicator, word));

    /// <param name="labelOf">What stands for a word that is not the formulas' own.</param>
    public static string Of(string formula, Func<string, string> labelOf) => Word().Replace(formula, match => match.Value switch
    {
        "*" => "×",
        "/" => "÷",
        "-" => "−",
        "sum" => T["consolidation.words.sum"],
        "count" => T["consolidation.words.count"],
        "answered" => T["consolidation.words.answered"],
        "oui" => T["consolidation.words.yes"],
        "non" => T["consolidation.words.no"],
        var word => labelOf(word),
    });

    private static string LabelOf(Framework framework, Indicator indicator, string word)
    {
        var at = word.IndexOf('[', StringComparison.Ordinal);
        var code = at < 0 ? word : word[..at];
        if (framework.FindVariable(new VariableCode(code)) is not { } variable)
        {
            return indicator.Outputs.FirstOrDefault(o => o.Name == code) is { } output ? T["consolidation.words.quoted", output.Label] : word;
        }

        return T["consolidation.words.quoted", at < 0 ? variable.Label : T["consolidation.words.cell", variable.Label, CellOf(variable, word[(at + 1)..^1])]];
    }

    private static string CellOf(Variable variable, string cell) => string.Join(", ", cell.Split(',').Select(part =>
        part.Split('=') is [var dimension, var code]
        && variable.Breakdowns.FirstOrDefault(b => b.Code == dimension.Trim())?.Cells.FirstOrDefault(c => c.Code == code.Trim()) is { } option
            ? option.Label
            : part.Trim()));

    [GeneratedRegex(@"[a-z][a-z0-9_]*(?:\[[^\]]*\])?|[*/-]")]
    private static partial Regex Word();
}
