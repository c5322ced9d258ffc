using System.Text.RegularExpressions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Publications;

namespace Responsables.App.Publications;

/// <summary>A framework as an edition keeps it.</summary>
internal static partial class FrameworkInWords
{
    public static EditionFramework Of(Framework framework, string seal, IReadOnlyList<EditionSupplement> supplements) => new(
        framework.Code, framework.Version, seal, framework.Title, framework.Publisher, framework.Terms.Commitment, framework.Terms.Topic, framework.Terms.Objective, supplements,
        [.. framework.Commitments.Select(c => new EditionCommitment(c.Code, c.Number, c.Title, c.ShortTitle, [.. c.Topics.Select(t => Of(framework, t))]))])
    {
        Terms = [.. framework.Indicators.SelectMany(i => i.Outputs).SelectMany(o => Word().Matches(o.Formula.Text)).Select(m => m.Value).Distinct()
            .Order(StringComparer.Ordinal).Select(w => TermOf(framework, w)).OfType<EditionTerm>()],
    };

    private static EditionTopic Of(Framework framework, Topic topic) => new(
        topic.Code, topic.Title, [.. topic.Sheet.Sdgs.Select(s => s.Number).Distinct().Order()],
        [.. topic.Objectives.Select(o => new EditionObjective(o.Code, o.Title, [.. o.Indicators.Select(i => Of(framework, i))]))]);

    private static EditionIndicator Of(Framework framework, Indicator indicator) => new(
        indicator.Code, indicator.Number, indicator.Title, indicator.Priority, indicator.Direction, indicator.Definition, indicator.Branch,
        [.. indicator.Outputs.Select(o => new EditionOutput(
            o.Name, o.Label, o.Unit, o.Formula.Text, o.Formula.IsSum, [.. o.Cells.Select(c => new EditionCell(c, LabelOf(framework, o, c)))]))]);

    private static EditionTerm? TermOf(Framework framework, string word)
    {
        var at = word.IndexOf('[', StringComparison.Ordinal);
        if (framework.FindVariable(new VariableCode(at < 0 ? word : word[..at])) is not { } variable)
        {
            return null;
        }

        var cells = at < 0 ? [] : word[(at + 1)..^1].Split(',').Select(part => part.Split('=', StringSplitOptions.TrimEntries)).Where(p => p.Length == 2)
            .Select(p => variable.Breakdowns.FirstOrDefault(b => b.Code == p[0])?.Cells.FirstOrDefault(c => c.Code == p[1])?.Label ?? p[1]);
        return new EditionTerm(word, string.Join(", ", cells.Prepend(variable.Label)));
    }

    [GeneratedRegex(@"[a-z][a-z0-9_]*(?:\[[^\]]*\])?")]
    private static partial Regex Word();

    private static string LabelOf(Framework framework, Output output, CellKey cell)
    {
        var breakdowns = output.Formula.Variables.SelectMany(v => framework.Variable(v).Breakdowns).ToList();
        return string.Join(", ", cell.Parts().Select(p =>
            breakdowns.Where(b => b.Code == p.Dimension).SelectMany(b => b.Cells).FirstOrDefault(c => c.Code == p.Cell)?.Label ?? p.Cell));
    }
}
