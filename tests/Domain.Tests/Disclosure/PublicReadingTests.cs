using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Disclosure;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;

namespace Responsables.Domain.Tests.Disclosure;

/// <summary>From the figures of a framework to what the public reads of them, over the small federation with its five hierarchies.</summary>
public class PublicReadingTests
{
    private const string OfCars = "formula: sum(vehicules)";

    private static readonly SmallNumberRule Rule = new(SmallNumberRule.UsualThreshold);
    private static readonly Perimeter Perimeter = new(SmallFederation.Register.At(SmallFederation.EndOf2024).Places(_ => null));

    [Fact]
    public void No_small_number_of_the_published_nodes_is_bounded_closer_than_the_rule() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Withstands(seed, (reading, slot, node) => reading.Hides(slot, node)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Control_with_the_small_numbers_alone_hidden_they_are_bounded()
    {
        var layout = Layout(SmallFramework.Yaml);
        Assert.True(Enumerable.Range(0, 100).Count(seed => !Withstands(seed, (_, slot, node) =>
            Whole(layout, Own(layout, seed), node).SumsOf(layout.Figures[slot.Index]).ToArray().Any(t => Rule.Hides(t.ToDecimal())))) > 25);
    }

    [Fact]
    public void A_hidden_figure_has_neither_value_nor_terms_nor_the_staff_of_its_coverage()
    {
        var layout = Layout(SmallFramework.Yaml);
        var slot = layout.Main(layout.Framework.FindIndicator(SmallFramework.TrainedShare)!);
        var own = Perimeter.Bodies.ToDictionary(b => b.Node, b => Given(layout, "part-formes", (SmallFramework.Staff, "100"), (SmallFramework.Trained, b.Code == SmallFederation.Beta14 ? "2" : "50")));
        var reading = PublicReading.Of(layout, Perimeter, own, Rule, ToldBefore.Nothing);
        var node = new NodeKey("beta-14");
        var figure = reading.Of(own[node], slot, node);
        Assert.Equal((null, null, null, NoValue.Secret, 1, Coverage.None), (figure.Value, figure.Numerator, figure.Denominator, figure.Reason, figure.Answered, figure.Coverage));
        Assert.Equal(50m, reading.Of(own[new("alpha-75")], slot, new("fed")).Value);
    }

    [Fact]
    public void What_is_left_of_a_sum_is_a_number_of_persons_too()
    {
        // 18 of 20 by a variable that has no total: the other cell is 2, and is nowhere by itself.
        var layout = Layout(Persons.Replace(OfCars, "formula: '100 * sum(vehicules[moteur=essence]) / sum(vehicules[moteur=essence] + vehicules[moteur=electrique])'", StringComparison.Ordinal)
            .Replace("unit: véhicules, formula", "unit: '%', formula", StringComparison.Ordinal)
            .Replace("bodies: [{vehicules: 3}]", "bodies: [{'vehicules[moteur=essence]': 1, 'vehicules[moteur=electrique]': 3}]", StringComparison.Ordinal)
            .Replace("{vehicules: {value: 3, numerator: 3, ", "{vehicules: {value: 25, numerator: 1, denominator: 4, ", StringComparison.Ordinal));
        Assert.Equal(["alpha-75"], HiddenBodies(layout, b => b == SmallFederation.Alpha75 ? (18, 2) : (18, 20)).Where(n => n == "alpha-75"));
        Assert.Empty(HiddenBodies(layout, _ => (18, 20)));
    }

    [Fact]
    public void A_small_cell_of_a_partition_takes_another_cell_with_it_and_leaves_the_total()
    {
        var layout = Layout(Persons);
        var own = Perimeter.Bodies.ToDictionary(b => b.Node, b => Cars(layout, b.Code == SmallFederation.Alpha75 ? (3, 40) : (30, 40)));
        var reading = PublicReading.Of(layout, Perimeter, own, Rule, ToldBefore.Nothing);
        bool Hides(CellKey cell) => reading.Hides(layout.Find(SmallFramework.Fleet, "vehicules", cell)!, new("alpha-75"));
        Assert.Equal((false, true, true), (Hides(CellKey.Total), Hides(SmallFramework.Petrol), Hides(SmallFramework.Electric)));
    }

    [Fact]
    public void A_count_that_one_more_body_gives_in_another_figure_does_not_tell_that_body()
    {
        // The second figure needs no staff: alpha-75, which gave none, is in its sums alone, with 3.
        const string Share = "{name: part, label: Part, unit: '%', formula: 100 * sum(formes) / sum(effectif_physique_3112)}";
        const string Indent = "\n                  - ";
        var layout = Layout(SmallFramework.Yaml.Replace(
            Share, Share + Indent + "{name: nombre, label: Nombre, unit: personnes, formula: sum(formes)}", StringComparison.Ordinal));
        var own = Perimeter.Bodies.ToDictionary(b => b.Node, b => b.Code == SmallFederation.Alpha75
            ? Given(layout, "part-formes", (SmallFramework.Trained, "3"))
            : Given(layout, "part-formes", (SmallFramework.Staff, "90"), (SmallFramework.Trained, "40")));
        var reading = PublicReading.Of(layout, Perimeter, own, Rule, ToldBefore.Nothing);
        bool Hides(string output, NodeKey node) => reading.Hides(layout.Find(SmallFramework.TrainedShare, output, CellKey.Total)!, node);
        var above = Perimeter.Nodes.Where(n => Perimeter.Under(n).Any(b => b.Code == SmallFederation.Alpha75)).ToList();
        Assert.Equal(8, above.Count);
        Assert.All(above, n => Assert.True(Hides("nombre", n) || Hides("part", n) || Whole(layout, own, n).Count(layout.Find(SmallFramework.TrainedShare, "part", CellKey.Total)!, AnswerState.Given) == 0, n.Value));
    }

    [Fact]
    public void What_is_not_counted_in_persons_is_not_hidden()
    {
        var layout = Layout(SmallFramework.Yaml);
        var own = Perimeter.Bodies.ToDictionary(b => b.Node, _ => Cars(layout, (1, 2)));
        Assert.Equal(0, PublicReading.Of(layout, Perimeter, own, Rule, ToldBefore.Nothing).HiddenCount);
    }

    [Fact]
    public void A_figure_that_makes_something_else_of_persons_than_their_number_is_not_for_the_public()
    {
        var layout = Layout(SmallFramework.Yaml.Replace("100 * sum(formes) / sum(effectif_physique_3112)", "100 * sum(2 * formes) / sum(2 * effectif_physique_3112)", StringComparison.Ordinal)
            .Replace("numerator: 5, denominator: 20", "numerator: 10, denominator: 40", StringComparison.Ordinal));
        var slot = layout.Main(layout.Framework.FindIndicator(SmallFramework.TrainedShare)!);
        Assert.True(PublicReading.Of(layout, Perimeter, new Dictionary<NodeKey, Parts>(), Rule, ToldBefore.Nothing).Hides(slot, new("fed")));
    }

    [Theory]
    [InlineData("rso-2020")]
    [InlineData("plan-cadre-2015-2018")]
    public void The_committed_frameworks_say_which_variables_count_persons(string code)
    {
        var framework = FrameworkReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "frameworks", $"{code}.yaml"))).Framework!;
        Assert.Empty(framework.Variables.Where(v => v.Unit is "personnes" or "embauches" && !v.CountsPersons).Select(v => v.Code));
        Assert.Empty(framework.Variables.Where(v => v.Unit is "m2" or "€" or "kWh" or "marchés" && v.CountsPersons).Select(v => v.Code));
        // None of their figures has to be kept from the public as a whole.
        var layout = new PartsLayout(framework);
        var reading = PublicReading.Of(layout, Perimeter, new Dictionary<NodeKey, Parts>(), Rule, ToldBefore.Nothing);
        Assert.DoesNotContain(layout.Figures, s => reading.Hides(s, new("fed")));
    }

    private static string Persons => SmallFramework.Yaml.Replace("unit: véhicules\n", "unit: véhicules\n    persons: true\n", StringComparison.Ordinal);

    private static PartsLayout Layout(string yaml)
    {
        var reading = FrameworkReader.Read(yaml);
        Assert.Empty(reading.Faults);
        return new PartsLayout(reading.Framework!);
    }

    /// <summary>Attacks the share of trained persons, its two terms and the check that one is at most the other, on random answers.</summary>
    private static bool Withstands(int seed, Func<PublicReading, PartsSlot, NodeKey, bool> hides)
    {
        var layout = Layout(SmallFramework.Yaml);
        var slot = layout.Main(layout.Framework.FindIndicator(SmallFramework.TrainedShare)!);
        var own = Own(layout, seed);
        var reading = PublicReading.Of(layout, Perimeter, own, Rule, ToldBefore.Nothing);
        var bodies = Perimeter.Bodies.ToList();
        decimal? Term(Place body, int term) => own[body.Node].Count(slot, AnswerState.Given) > 0 ? own[body.Node].SumsOf(slot)[term].ToDecimal() : null;
        var cells = Perimeter.Nodes.SelectMany(n => Enumerable.Range(0, 2).Select(t => (Node: n, Cell: new CountCell(t, [.. Perimeter.Under(n).Select(b => bodies.IndexOf(b))])))).ToList();
        CountTable table = new([[.. bodies.Select(b => Term(b, 0))], [.. bodies.Select(b => Term(b, 1))]], [], [new(0, 1)], [.. cells.Select(c => c.Cell)]);
        var attack = new LinearAttack(table, [.. cells.Select(c => hides(reading, slot, c.Node) ? CellState.Secondary : CellState.Shown)]);
        return cells.Select(c => c.Cell).Concat(from t in Enumerable.Range(0, 2) from b in Enumerable.Range(0, bodies.Count) select new CountCell(t, [b]))
            .Where(c => Rule.Hides(c.Bodies.Sum(b => table.Counts[c.Count][b] ?? 0)))
            .All(c => attack.Bounds(c) is var (least, most) && least.CompareTo(1m) <= 0 && (most is not { } bound || bound.CompareTo((decimal)Rule.Threshold) >= 0));
    }

    private static Dictionary<NodeKey, Parts> Own(PartsLayout layout, int seed)
    {
        var dice = new Random(seed);
        return Perimeter.Bodies.ToDictionary(b => b.Node, _ =>
        {
            var staff = dice.Next(dice.Next(3) == 0 ? 8 : 60);
            return dice.Next(8) == 0 ? Given(layout, "part-formes")
                : Given(layout, "part-formes", (SmallFramework.Staff, $"{staff}"), (SmallFramework.Trained, $"{dice.Next(Math.Min(staff, dice.Next(2) == 0 ? 6 : 60) + 1)}"));
        });
    }

    private static Parts Whole(PartsLayout layout, Dictionary<NodeKey, Parts> own, NodeKey node)
    {
        var whole = new Parts(layout);
        foreach (var body in Perimeter.Under(node))
        {
            whole.Add(own[body.Node]);
        }

        return whole;
    }

    private static IEnumerable<string> HiddenBodies(PartsLayout layout, Func<OrganizationCode, (int, int)> cells)
    {
        var reading = PublicReading.Of(layout, Perimeter, Perimeter.Bodies.ToDictionary(b => b.Node, b => Cars(layout, cells(b.Code))), Rule, ToldBefore.Nothing);
        var slot = layout.Find(SmallFramework.Fleet, "vehicules", CellKey.Total)!;
        return Perimeter.Nodes.Where(n => reading.Hides(slot, n)).Select(n => n.Value);
    }

    private static Parts Cars(PartsLayout layout, (int Petrol, int Electric) cells) => Of(layout, "flotte",
    [
        new(SmallFramework.Cars, CellKey.Total, AnswerState.Given, $"{cells.Petrol + cells.Electric}", null),
        new(SmallFramework.Cars, SmallFramework.Petrol, AnswerState.Given, $"{cells.Petrol}", null),
        new(SmallFramework.Cars, SmallFramework.Electric, AnswerState.Given, $"{cells.Electric}", null),
    ]);

    private static Parts Given(PartsLayout layout, string indicator, params (VariableCode Variable, string Value)[] values) =>
        Of(layout, indicator, values.Select(v => new Answer(v.Variable, CellKey.Total, AnswerState.Given, v.Value, null)));

    private static Parts Of(PartsLayout layout, string indicator, IEnumerable<Answer> answers) => Contribution.Of(
        layout, new Questionnaire(layout.Framework, new HashSet<IndicatorCode> { new(indicator) }), new Answers(layout.Framework, answers).Sheet,
        _ => BlockState.Validated, FigureLevel.Validated, default);
}
