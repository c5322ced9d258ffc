using System.Text.RegularExpressions;
using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>A formula with a body's numbers in place of its words: <c>sum(a) / sum(b)</c> becomes « 392,4 ÷ 115,6 ».</summary>
internal static partial class FormulaNumbers
{
    /// <summary>The formula in numbers, then what it gives; what it gives alone where the formula names other results.</summary>
    public static string With(Formula formula, Dossier dossier, string result)
    {
        var numbers = OneNumber().Replace(Words().Replace(formula.Text, word => Number(word, dossier) ?? word.Value), "$1");
        return Letter().IsMatch(numbers) ? result : T["submissions.formula.with", Signs().Replace(numbers, sign => Written[sign.Value]), result];
    }

    private static readonly Dictionary<string, string> Written = new() { ["*"] = "×", ["/"] = "÷", ["-"] = "−" };

    private static string? Number(Match word, Dossier dossier)
    {
        var code = new VariableCode(word.Groups["code"].Value);
        if (dossier.Compiled.Framework.FindVariable(code) is not { IsNumeric: true })
        {
            return null;
        }

        var answer = dossier.Answers.Sheet[code, new CellKey(word.Groups["cell"].Value)];
        return answer.IsGiven ? FieldText.Number(answer.Number) : Kit.Show.Missing;
    }

    [GeneratedRegex(@"(?<code>[a-z][a-z0-9_]*)(\[(?<cell>[^\]]*)\])?")]
    private static partial Regex Words();

    [GeneratedRegex("(?<= )[*/-](?= )")]
    private static partial Regex Signs();

    [GeneratedRegex("[a-z]")]
    private static partial Regex Letter();

    // A sum over bodies of one number is that number, for one body.
    [GeneratedRegex("sum\\(([\u2212]?[0-9\u00A0,]+|\u2014)\\)")]
    private static partial Regex OneNumber();
}
