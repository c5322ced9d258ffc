using Responsables.Domain.Frameworks;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

public class FrameworkReaderTests
{
    /// <summary>An official name is shown with the spaces of French; prose that may be edited reads as it was typed.</summary>
    [Fact]
    public void Names_have_the_spaces_of_french_and_prose_those_that_were_typed()
    {
        var framework = FrameworkReader.Read(Sample.Yaml.Replace("title: Un référentiel", "title: '« Quoi » ? À 100 % : un ; deux !'", StringComparison.Ordinal)).Framework!;
        Assert.Equal("«\u00A0Quoi\u00A0»\u00A0? À 100\u00A0%\u00A0: un\u00A0; deux\u00A0!", framework.Title);
        Assert.Equal("100 %", framework.FindIndicator(new("fleet"))!.Target!.Text);
    }

    [Fact]
    public void What_is_written_is_read()
    {
        var reading = FrameworkReader.Read(Sample.Yaml);
        Assert.Empty(reading.Faults);
        var framework = reading.Framework!;
        var indicator = framework.FindIndicator(new("fleet"))!;

        Assert.Equal((new FrameworkCode("sample"), 1, 2020, null, "2020-02"), (framework.Code, framework.Version, framework.FirstYear, framework.LastYear, framework.Date));
        Assert.Equal([new VariableCode("staff")], framework.Context);
        Assert.Equal("Enjeu", framework.Terms.Topic);
        Assert.Equal((VariableType.Integer, 0m, Addition.Sum), (framework.Variable(new("staff")).Type, framework.Variable(new("staff")).Min, framework.Variable(new("staff")).OverBodies));
        Assert.Equal(new VariableCode("cars"), framework.Variable(new("grams")).Weight);
        Assert.Equal(new Iso26000Clause("6.2", "Gouvernance"), framework.Topics.Single().Sheet.Iso26000[0]);
        Assert.Equal(new SheetPages(10, null), framework.Topics.Single().Sheet.Pages);
        Assert.Equal(new VariableUse(new("why"), false, new(new("plan"), false)), indicator.Uses[1]);
        Assert.Equal((Priority.P1, Direction.Down, IndicatorKind.Result), (indicator.Priority, indicator.Direction, indicator.Kind));
        Assert.Equal(new FrameworkTarget(100, "%", 2023, "100 %", Relative: false, National: true), indicator.Target);
        Assert.Equal("grams <= 250", Assert.IsType<RuleCheck>(indicator.Checks[0]).Rule.Text);
        Assert.Equal(("mean", 20m), Assert.IsType<VariationCheck>(indicator.Checks[1]) is var v ? (v.Output, v.Percent) : default);
    }

    [Fact]
    public void Volumes_climate_and_changes_of_method_are_read()
    {
        var indicator = FrameworkReader.Read(Sample.Yaml
            .Replace("formula: sum(cars)}", "formula: sum(cars), volume: staff, climate: mean}")
            .Replace("precisions: []", "precisions: []\n                changes: [{year: 2023, output: cars, factor: 1.25, reason: Deux-roues comptés}]")).Framework!.Indicators.Single();

        Assert.Equal((new VariableCode("staff"), "sum(staff)"), (indicator.Main.Volume!.Variable, indicator.Main.Volume.Formula.Text));
        Assert.Equal("mean", indicator.Main.Corrected);
        Assert.Equal([new MethodChange(2023, "cars", 1.25m, "Deux-roues comptés")], indicator.Changes);
    }

    [Fact]
    public void An_output_has_the_cells_that_all_its_variables_have()
    {
        var outputs = FrameworkReader.Read(Sample.Yaml).Framework!.Indicators.Single().Outputs;

        Assert.Equal(["motor=petrol", "motor=electric"], outputs[0].Cells.Select(c => c.Value));
        Assert.Empty(outputs[1].Cells);
    }

    [Theory]
    [InlineData("formula: sum(cars)}", "formula: 'sum(cars[motor=petrol] + cars[motor=electric])'}")]
    [InlineData("formula: sum(cars)}", "formula: 'sum(cars + others?)'}")]
    [InlineData("formula: sum(cars)}", "formula: 'sum(cars + same)'}")]
    public void It_has_none_when_a_variable_lacks_them_or_the_formula_names_them(string old, string by)
    {
        var other = "  - {code: others, label: Autres, type: integer, unit: véhicules, over_bodies: sum, over_time: none}\n"
            + "  - {code: same, label: Autres, type: integer, unit: véhicules, over_bodies: sum, over_time: none, breakdowns: [{code: motor, label: M, partition: true, required: false, cells: [{code: petrol, label: P}, {code: gas, label: G}]}]}\n";
        var yaml = Sample.Yaml.Replace(old, by).Replace("  - {code: why, label", other + "  - {code: why, label").Replace("- {code: grams}", "- {code: grams}\n                  - {code: others}\n                  - {code: same}");
        var reading = FrameworkReader.Read(yaml[..yaml.IndexOf("          expect:", StringComparison.Ordinal)] + "          expect: {}\n");

        Assert.Equal("", string.Join(", ", reading.Faults.Select(f => $"{f.Line} {f.Path} {f.Code}")));
        Assert.Empty(reading.Framework!.Indicators.Single().Outputs[0].Cells);
    }

    [Theory]
    [InlineData("version: 1", "version: one", "framework.version", "expected-integer")]
    [InlineData("version: 1", "version: 0", "framework.version", "expected-integer")]
    [InlineData("last_year: null", "last_year: 2019", "framework.last_year", "years-upside-down 2020 2019")]
    [InlineData("code: sample", "code: Sample", "framework.code", "bad-code Sample")]
    [InlineData("title: Un référentiel", "titel: Un référentiel", "framework.title", "missing-key title")]
    [InlineData("title: Un référentiel", "title: ''", "framework.title", "empty-text")]
    [InlineData("title: Un référentiel", "title: [a]", "framework.title", "expected-text")]
    [InlineData("summary: Pour les essais.", "summary: a\n  summary: b", "framework.summary", "duplicate-key summary")]
    [InlineData("summary: Pour les essais.", "hello: a", "framework.hello", "unknown-key hello")]
    [InlineData("context: [staff]", "context: staff", "context", "expected-list")]
    [InlineData("context: [staff]", "context: [staff, stuff]", "context[1]", "unknown-variable stuff")]
    [InlineData("context: [staff]", "context: [staff, staff]", "context[1]", "duplicate staff")]
    [InlineData("formula: sum(cars)}", "formula: sum(cars), volume: stuff}", "commitments[0].topics[0].objectives[0].indicators[0].outputs[0].volume", "unknown-variable stuff")]
    [InlineData("formula: sum(cars)}", "formula: sum(cars), volume: grams}", "commitments[0].topics[0].objectives[0].indicators[0].outputs[0].volume:1", "mean-without-weight grams cars")]
    [InlineData("sum(grams * cars) / sum(cars)}", "sum(grams * cars) / sum(cars), volume: staff}", "commitments[0].topics[0].objectives[0].indicators[0].outputs[1].volume", "volume-of-ratio")]
    [InlineData("formula: sum(cars)}", "formula: sum(cars), climate: cold}", "commitments[0].topics[0].objectives[0].indicators[0].outputs[0].climate", "unknown-output cold")]
    [InlineData("formula: sum(cars)}", "formula: sum(cars), climate: cars}", "commitments[0].topics[0].objectives[0].indicators[0].outputs[0].climate", "unknown-output cars")]
    [InlineData("precisions: []", "precisions: []\n                changes: [{year: 2023, factor: 0, reason: a}]", "commitments[0].topics[0].objectives[0].indicators[0].changes[0].factor", "bad-factor")]
    [InlineData("precisions: []", "precisions: []\n                changes: [{year: 2023, output: none, factor: 2, reason: a}]", "commitments[0].topics[0].objectives[0].indicators[0].changes[0].output", "unknown-output none")]
    [InlineData("type: integer, unit: personnes", "type: whole, unit: personnes", "variables[0].type", "expected-choice boolean, integer, decimal, money, text, list")]
    [InlineData("{code: staff, label", "{code: 3staff, label", "variables[0].code", "bad-code 3staff")]
    [InlineData("{code: staff, label", "{code: st-aff, label", "variables[0].code", "bad-code st-aff")]
    [InlineData("{code: staff, label", "{code: sum, label", "variables[0].code", "reserved-code sum")]
    [InlineData("{code: staff, label", "{code: plan, label", "variables[3].code", "duplicate plan")]
    [InlineData("min: 0}", "min: 9, max: 3}", "variables[0].min", "min-above-max 9 3")]
    [InlineData("min: 0}", "min: a}", "variables[0].min", "expected-number")]
    [InlineData("min: 0}", "weight: cars}", "variables[0].weight", "weight-useless")]
    [InlineData("min: 0}", "persons: oui}", "variables[0].persons", "expected-flag")]
    [InlineData("unit: personnes, over_bodies: sum", "unit: personnes, persons: true, over_bodies: none", "variables[0].persons", "persons-not-added staff")]
    [InlineData("min: 0}", "many: true}", "variables[0].many", "not-for-type many integer")]
    [InlineData("min: 0}", "total: false}", "variables[0].total", "no-cells")]
    [InlineData("min: 0}", "breakdowns: []}", "variables[0].breakdowns", "empty-list 1")]
    [InlineData("unit: personnes, over_bodies: sum", "unit: '% de', over_bodies: sum", "variables[0].over_bodies", "percentage-added staff")]
    [InlineData("unit: personnes, over_bodies: sum", "unit: personnes, over_bodies: count", "variables[0].over_bodies", "addition-mismatch count integer")]
    [InlineData("unit: personnes, over_bodies: sum", "over_bodies: sum", "variables[0].unit", "missing-key unit")]
    [InlineData("weight: cars, ", "", "variables[2].weight", "weight-missing")]
    [InlineData("weight: cars, ", "weight: plan, ", "variables[2].weight", "bad-weight plan")]
    [InlineData("weight: cars, ", "weight: carts, ", "variables[2].weight", "unknown-variable carts")]
    [InlineData("partition: true", "partition: yes", "variables[1].breakdowns[0].partition", "expected-flag")]
    [InlineData("{code: petrol, label: Essence}, {code: electric, label: Électrique}", "{code: petrol, label: Essence}", "variables[1].breakdowns[0].cells", "empty-list 2")]
    [InlineData(", options: [{code: a, label: A}]", "", "variables[5].options", "missing-key options")]
    [InlineData("options: [{code: a, label: A}]", "options: [{code: a, label: A}, {code: a, label: B}]", "variables[5].options[1].code", "duplicate a")]
    public void Faults_of_the_head_and_the_variables(string old, string by, string path, string fault) => AssertFault(Sample.With(old, by), path, fault);

    [Theory]
    [InlineData("number: 1\n", "number: 1.5\n", "number", "expected-integer")]
    [InlineData("code: E1\n", "code: É1\n", "code", "bad-code É1")]
    [InlineData("objective: E1.1.1,", "objective: E1.1.2,", "topics[0].sheet.actions[0].objective", "unknown-objective E1.1.2")]
    [InlineData("sdgs: [{number: 16, title: Paix}]", "sdgs: [16]", "topics[0].sheet.sdgs[0]", "expected-map")]
    [InlineData("priority: P1", "priority: P2", "indicator.priority", "expected-choice P1, optional")]
    [InlineData("nature: absolue", "nature: autre", "indicator.target.nature", "expected-choice absolue, evolution")]
    [InlineData("- {code: plan}", "- {code: plane}", "indicator.variables[0].code", "unknown-variable plane")]
    [InlineData("- {code: cars}", "- {code: plan}", "indicator.variables[2].code", "duplicate plan")]
    [InlineData("when: plan = non", "when: plan <> non", "indicator.variables[1].when", "bad-condition plan <> non")]
    [InlineData("when: plan = non", "when: cars = non", "indicator.variables[1].when", "count-not-boolean cars")]
    [InlineData("- {code: plan}", "- {code: kind}", "indicator.variables[1].when", "not-asked plan")]
    [InlineData("- {code: plan}", "- {code: kind}", "indicator.outputs[2].formula", "not-asked plan")]
    [InlineData("name: cars,", "name: oui,", "indicator.outputs[0].name", "reserved-code oui")]
    [InlineData("name: cars,", "name: mean,", "indicator.outputs[1].name", "duplicate mean")]
    [InlineData("formula: sum(cars)}", "formula: sum(carts)}", "indicator.outputs[0].formula:5", "unknown-variable carts")]
    [InlineData("formula: sum(cars)}", "formula: sum(grams)}", "indicator.outputs[0].formula:1", "mean-without-weight grams cars")]
    [InlineData("formula: sum(cars)}", "formula: mean}", "indicator.outputs[0].formula:1", "unknown-output mean")]
    [InlineData("formula: sum(cars)}", "formula: 100 * sum(cars)/sum(staff)}", "indicator.outputs[0].formula", "not-asked staff")]
    [InlineData("rule: grams <= 250", "rule: grams <= cars", "indicator.checks[0].rule:7", "different-units g CO2/km véhicules")]
    [InlineData("rule: grams <= 250", "rule: grams + 1", "indicator.checks[0].rule:7", "not-a-condition")]
    [InlineData("rule: grams <= 250, ", "", "indicator.checks[0].rule", "rule-or-variation")]
    [InlineData("rule: grams <= 250, ", "rule: grams <= 250, output: mean, ", "indicator.checks[0].output", "unknown-key output")]
    [InlineData("rule: grams <= 250, ", "rule: grams <= 250, variation: 3, ", "indicator.checks[0].rule", "rule-or-variation")]
    [InlineData("output: mean", "output: average", "indicator.checks[1].output", "unknown-output average")]
    [InlineData("on: grams, message: Valeur", "on: staff, message: Valeur", "indicator.checks[0].on", "not-asked staff")]
    [InlineData("code: moved", "code: high", "indicator.checks[1].code", "duplicate high")]
    [InlineData("- {cars: 8,", "- {carts: 8,", "indicator.example.bodies[0].carts", "unknown-variable carts")]
    [InlineData("plan: oui", "plan: 1", "indicator.example.bodies[0].plan", "bad-answer 1 plan")]
    [InlineData("cars: 8", "cars: 8.5", "indicator.example.bodies[0].cars", "bad-answer 8.5 cars")]
    [InlineData("'cars[motor=petrol]'", "'cars[motor=gas]'", "indicator.example.bodies[0].cars[motor=gas]", "unknown-cell motor=gas cars")]
    [InlineData("mean: {value", "average: {value", "indicator.example.expect.average", "unknown-output average")]
    [InlineData("value: 108.1, ", "", "indicator.example.expect.mean.value", "missing-key value")]
    [InlineData("value: 108.1", "value: 108.1001", "indicator.example", "example-differs mean value 108.1001 108.1")]
    [InlineData("value: 108.1", "value: null", "indicator.example", "example-differs mean value null 108.1")]
    [InlineData("numerator: 1081", "numerator: 1080", "indicator.example", "example-differs mean numerator 1080 1081")]
    [InlineData("numerator: 10, answered: 3", "numerator: 10, answered: 4", "indicator.example", "example-differs cars answered 4 3")]
    [InlineData("cars: 8, grams: 100", "cars: 999999999999999, grams: 999999999999999", "indicator.example", "example-overflows")]
    public void Faults_of_the_tree(string old, string by, string path, string fault) =>
        AssertFault(Sample.With(old, by), $"commitments[0].{path.Replace("indicator.", "topics[0].objectives[0].indicators[0].")}", fault);

    [Theory]
    [InlineData("value: 108.1000000001", 0)]
    [InlineData("value: 108.10000001", 1)]
    public void An_example_is_compared_to_twelve_digits(string value, int faults) =>
        Assert.Equal(faults, Sample.With("value: 108.1", value).Faults.Count);

    [Fact]
    public void Every_fault_is_told_at_once_by_line()
    {
        var faults = FrameworkReader.Read(Sample.Yaml
            .Replace("rule: grams <= 250", "rule: gram <= 250").Replace("version: 1", "version: a").Replace("formula: sum(cars)}", "formula: sum(cart)}")).Faults;

        Assert.Equal(
            [(Sample.LineOf("version:"), "frameworks.expected-integer"), (Sample.LineOf("sum(cars)}"), "frameworks.unknown-variable"), (Sample.LineOf("rule: grams"), "frameworks.unknown-variable")],
            faults.Select(f => (f.Line, f.Code)));
    }

    private static void AssertFault(FrameworkReading reading, string path, string fault)
    {
        Assert.Null(reading.Framework);
        Assert.Contains($"{path} {fault}", reading.Faults.Select(f => string.Join(' ', [f.Path, f.Code["frameworks.".Length..], .. f.Arguments])));
    }
}
