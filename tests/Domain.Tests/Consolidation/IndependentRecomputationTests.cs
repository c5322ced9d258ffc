using Xunit;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;
using Responsables.World;

namespace Responsables.Domain.Tests.Consolidation;

/// <summary>G23: every total of generated data, recomputed by a second implementation, differs by nothing.</summary>
public sealed class IndependentRecomputationTests
{
    private const int Cases = 1000;

    [Theory]
    [InlineData("rso-2020")]
    [InlineData("plan-cadre-2015-2018")]
    public void Every_figure_of_every_node_is_the_one_recomputed_from_the_text_of_its_formula(string code)
    {
        var framework = FrameworkReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "frameworks", $"{code}.yaml"))).Framework!;
        var layout = new PartsLayout(framework);
        var questionnaire = new Questionnaire(framework, framework.Indicators.Select(i => i.Code).ToHashSet());
        var places = SmallFederation.Register.At(SmallFederation.EndOf2024).Places(_ => null);
        var random = new Random(20250101);
        var compared = 0;
        while (compared < Cases)
        {
            var sheets = places.ToDictionary(p => p.Code, _ => Generated(framework, random));
            var nodes = new Dictionary<NodeKey, (Parts Parts, List<AnswerSheet> Sheets)>();
            foreach (var place in places)
            {
                var own = Contribution.Of(layout, questionnaire, sheets[place.Code], _ => BlockState.Validated, FigureLevel.Validated, default);
                foreach (var node in place.NodesAbove().Prepend(place.Node))
                {
                    if (!nodes.TryGetValue(node, out var entry))
                    {
                        nodes.Add(node, entry = (new Parts(layout), []));
                    }

                    entry.Parts.Add(own);
                    entry.Sheets.Add(sheets[place.Code]);
                }
            }

            var (key, (parts, under)) = nodes.ElementAt(random.Next(nodes.Count));
            foreach (var slot in layout.Slots)
            {
                Compare(key, parts, slot, under);
                compared++;
            }
        }
    }

    private static void Compare(NodeKey node, Parts parts, PartsSlot slot, List<AnswerSheet> under)
    {
        var formula = slot.IsVolume ? slot.Formula.Text : Expanded(slot.Output, slot.Indicator);
        var states = under.ConvertAll(s => NaiveFormula.StateOf(formula, s, slot.Cell));
        var answered = under.Where((_, i) => states[i] == AnswerState.Given).ToList();
        var figure = Figure.Of(parts, slot);
        var where = $"{node} {slot.Indicator.Code} {slot.Output.Name} {slot.Cell}: {formula}";
        Assert.True(answered.Count == figure.Answered, $"answered {figure.Answered}, recomputed {answered.Count}; {where}");
        Assert.True(states.Count(s => s == AnswerState.NotApplicable) == figure.NotApplicable, $"sans objet; {where}");
        Assert.True(states.Count(s => s == AnswerState.Unavailable) == figure.Unavailable, $"indisponible; {where}");
        Assert.True(states.Count(s => s == AnswerState.Missing) == figure.Missing, $"missing; {where}");
        var expected = answered.Count == 0 ? null : NaiveFormula.Value(formula, answered, slot.Cell);
        Assert.True(expected.HasValue == figure.Value.HasValue, $"value {figure.Value}, recomputed {expected}; {where}");
        Assert.True(expected is not { } value || value.IsNear(figure.Value!.Value), $"value {figure.Value}, recomputed {expected}; {where}");
    }

    // An output may name outputs declared before it.
    private static string Expanded(Output output, Indicator indicator) => indicator.Outputs.TakeWhile(o => o.Name != output.Name).Reverse()
        .Aggregate(output.Formula.Text, (text, earlier) =>
            System.Text.RegularExpressions.Regex.Replace(text, $@"(?<![a-z0-9_\[=]){earlier.Name}(?![a-z0-9_\[\]])", $"({earlier.Formula.Text})"));

    private static AnswerSheet Generated(Framework framework, Random random)
    {
        var sheet = new AnswerSheet(framework.Slots);
        for (var slot = 0; slot < framework.Slots.Count; slot++)
        {
            var variable = framework.Variable(framework.Slots[slot].Variable);
            sheet[slot] = random.Next(20) switch
            {
                0 => AnswerValue.Missing,
                1 => AnswerValue.NotApplicable,
                2 => AnswerValue.Unavailable,
                3 or 4 when variable.IsNumeric => AnswerValue.Of(0),
                _ when variable.Type == VariableType.Boolean => random.Next(2) == 0 ? AnswerValue.Yes : AnswerValue.No,
                _ when variable.Type == VariableType.Integer => AnswerValue.Of(random.Next(1, 5000)),
                _ => AnswerValue.Of(random.NextInt64(1, 10_000_000_000) / 10_000m),
            };
        }

        return sheet;
    }
}
