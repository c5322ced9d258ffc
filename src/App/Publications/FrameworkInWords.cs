using Responsables.Domain.Frameworks;
using Responsables.Domain.Publications;

namespace Responsables.App.Publications;

/// <summary>A framework as an edition keeps it.</summary>
internal static class FrameworkInWords
{
    public static EditionFramework Of(Framework framework, string seal, IReadOnlyList<EditionSupplement> supplements) => new(
        framework.Code, framework.Version, seal, framework.Title, framework.Publisher, framework.Terms.Commitment, framework.Terms.Topic, framework.Terms.Objective, supplements,
        [.. framework.Commitments.Select(c => new EditionCommitment(c.Code, c.Number, c.Title, c.ShortTitle, [.. c.Topics.Select(t => Of(framework, t))]))]);

    private static EditionTopic Of(Framework framework, Topic topic) => new(
        topic.Code, topic.Title, [.. topic.Sheet.Sdgs.Select(s => s.Number).Distinct().Order()],
        [.. topic.Objectives.Select(o => new EditionObjective(o.Code, o.Title, [.. o.Indicators.Select(i => Of(framework, i))]))]);

    private static EditionIndicator Of(Framework framework, Indicator indicator) => new(
        indicator.Code, indicator.Number, indicator.Title, indicator.Priority, indicator.Direction, indicator.Definition, indicator.Branch,
        [.. indicator.Outputs.Select(o => new EditionOutput(
            o.Name, o.Label, o.Unit, o.Formula.Text, o.Formula.IsSum, [.. o.Cells.Select(c => new EditionCell(c, LabelOf(framework, o, c)))]))]);

    private static string LabelOf(Framework framework, Output output, CellKey cell)
    {
        var breakdowns = output.Formula.Variables.SelectMany(v => framework.Variable(v).Breakdowns).ToList();
        return string.Join(", ", cell.Parts().Select(p =>
            breakdowns.Where(b => b.Code == p.Dimension).SelectMany(b => b.Cells).FirstOrDefault(c => c.Code == p.Cell)?.Label ?? p.Cell));
    }
}
