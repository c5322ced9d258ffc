using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Crosswalks;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

/// <summary>What other frameworks ask for: each fault seen with its line, and the files of the repository are sound against the frameworks beside them.</summary>
public class CrosswalkTests
{
    private const string Yaml = """
        crosswalk:
          code: other
          title: Une autre norme
          publisher: Quelqu’un
          date: 2024-12
          url: https://example.org/norme
          licence: Libre.
          note: 'Rien n’est omis : presque.'
          frameworks: [sample]
        groups:
          - code: B1
            title: Énergie
            values:
              - code: B1-24-a
                label: Effectif
                kind: quantity
                unit: personnes
                holdings: [{framework: sample, state: held, by: [{variable: staff}]}]
              - code: 6.3.10
                label: Part de véhicules propres
                kind: quantity
                unit: '%'
                holdings:
                  - framework: sample
                    state: derivable
                    by: [{variable: cars, cell: motor=electric}, {variable: cars}]
                    how: La première sur la seconde.
              - code: B1-24-c
                label: Ce qui est fait
                kind: text
                holdings:
                  - {framework: sample, state: partial, by: [{topic: E1.1}, {indicator: fleet, output: mean}], lacks: Le reste.}
          - code: B2
            title: Salaires
            values:
              - {code: B2-1, label: Salaire minimum, kind: yes_no}
              - {code: B2-2, label: Écart, kind: quantity, unit: '%', holdings: [{framework: sample, state: missing, lacks: Aucun salaire n’est demandé.}]}
        """;

    private static readonly Framework Sample = FrameworkReader.Read(Frameworks.Sample.Yaml).Framework!;

    [Fact]
    public void What_is_written_is_read()
    {
        var reading = Crosswalk.Read(Yaml, [Sample]);
        Assert.Empty(reading.Faults.Select(Told));
        var crosswalk = reading.Crosswalk!;

        Assert.Equal(("other", "2024-12", "https://example.org/norme", "Rien n’est omis\u00a0: presque."), (crosswalk.Code, crosswalk.Date, crosswalk.Url, crosswalk.Note));
        Assert.Equal(["B1-24-a", "6.3.10", "B1-24-c", "B2-1", "B2-2"], crosswalk.Values.Select(v => v.Code));
        var derived = crosswalk.Values.ElementAt(1).In(Sample.Code);
        Assert.Equal([new Holder.OfVariable(new("cars"), new("motor=electric")), new Holder.OfVariable(new("cars"), CellKey.Total)], derived.By);
        Assert.Equal("La première sur la seconde.", derived.How);
        Assert.Equal([new Holder.OfTopic("E1.1"), new Holder.OfIndicator(new("fleet"), "mean")], crosswalk.Values.ElementAt(2).In(Sample.Code).By);
    }

    [Fact]
    public void What_is_said_of_a_value_is_counted_and_what_is_not_said_is_missing()
    {
        var coverage = CrosswalkCoverage.Of(Crosswalk.Read(Yaml, [Sample]).Crosswalk!, Sample.Code);

        Assert.Equal(
            [HoldingState.Held, HoldingState.Derivable, HoldingState.Partial, HoldingState.Missing, HoldingState.Missing], coverage.Values.Select(v => v.Holding.State));
        Assert.Equal((1, 1, 1, 2), (
            coverage.Count(HoldingState.Held), coverage.Count(HoldingState.Derivable), coverage.Count(HoldingState.Partial), coverage.Count(HoldingState.Missing)));
        Assert.Equal(["B1", "B1", "B1", "B2", "B2"], coverage.Values.Select(v => v.Group.Code));
        Assert.Equal("Aucun salaire n’est demandé.", coverage.Values[4].Holding.Lacks);
    }

    [Theory]
    [InlineData("crosswalk:", "table:", 1, "crosswalk missing-key crosswalk")]
    [InlineData("  code: other", "  code: Other", 2, "crosswalk.code bad-code Other")]
    [InlineData("  title: Une autre norme\n", "", 2, "crosswalk.title missing-key title")]
    [InlineData("https://example.org/norme", "http://example.org/norme", 6, "crosswalk.url bad-address http://example.org/norme")]
    [InlineData("https://example.org/norme", "'https://a b'", 6, "crosswalk.url bad-address https://a b")]
    [InlineData("  licence: Libre.", "  free: Libre.", 7, "crosswalk.free unknown-key free")]
    [InlineData("frameworks: [sample]", "frameworks: []", 9, "crosswalk.frameworks empty-list 1")]
    [InlineData("frameworks: [sample]", "frameworks: [sample, autre]", 9, "crosswalk.frameworks[1] no-such-framework autre")]
    [InlineData("frameworks: [sample]", "frameworks: [sample, sample]", 9, "crosswalk.frameworks[1] duplicate sample")]
    [InlineData("  - code: B2\n", "  - code: B1\n", 33, "groups[1].code duplicate B1")]
    [InlineData("code: B1-24-c", "code: 6.3.10", 28, "groups[0].values[2].code duplicate 6.3.10")]
    [InlineData("code: B1-24-c", "code: B1 24", 28, "groups[0].values[2].code bad-code B1 24")]
    [InlineData("kind: text", "kind: words", 30, "groups[0].values[2].kind expected-choice quantity, text, yes_no")]
    [InlineData("kind: text", "kind: text\n        unit: m", 31, "groups[0].values[2].unit key-useless unit text")]
    [InlineData("        unit: '%'\n", "", 19, "groups[0].values[1].unit missing-key unit")]
    [InlineData("{framework: sample, state: held", "{framework: other, state: held", 18, "groups[0].values[0].holdings[0].framework not-compared other")]
    [InlineData("[{framework: sample, state: missing", "[{framework: sample, state: missing}, {framework: sample, state: missing", 37, "groups[1].values[1].holdings[1].framework held-twice sample")]
    [InlineData("state: held", "state: kept", 18, "groups[0].values[0].holdings[0].state expected-choice held, derivable, partial, missing")]
    [InlineData(", by: [{variable: staff}]", "", 18, "groups[0].values[0].holdings[0].by missing-key by")]
    [InlineData("by: [{variable: staff}]", "by: []", 18, "groups[0].values[0].holdings[0].by empty-list 1")]
    [InlineData("by: [{variable: staff}]", "by: [{variable: staff, topic: E1.1}]", 18, "groups[0].values[0].holdings[0].by[0].variable one-of indicator, variable, topic")]
    [InlineData("by: [{variable: staff}]", "by: [{}]", 18, "groups[0].values[0].holdings[0].by[0].indicator one-of indicator, variable, topic")]
    [InlineData("by: [{variable: staff}]", "by: [{variable: stuff}]", 18, "groups[0].values[0].holdings[0].by[0].variable not-in-framework stuff sample")]
    [InlineData("by: [{variable: staff}]", "by: [{variable: staff, output: a}]", 18, "groups[0].values[0].holdings[0].by[0].output key-useless output variable")]
    [InlineData("by: [{variable: staff}]", "by: [{variable: cars}]", 18, "groups[0].values[0].holdings[0].by[0].variable not-the-same-unit personnes véhicules")]
    [InlineData("by: [{variable: staff}]", "by: [{topic: E1.1}]", 18, "groups[0].values[0].holdings[0].by[0].topic not-the-same-unit personnes –")]
    [InlineData("cell: motor=electric", "cell: motor=steam", 26, "groups[0].values[1].holdings[0].by[0].cell unknown-cell motor=steam cars")]
    [InlineData("            how: La première sur la seconde.\n", "", 24, "groups[0].values[1].holdings[0].how missing-key how")]
    [InlineData("{topic: E1.1}", "{topic: E9.9}", 32, "groups[0].values[2].holdings[0].by[0].topic not-in-framework E9.9 sample")]
    [InlineData("{topic: E1.1}", "{topic: E1.1, cell: a=b}", 32, "groups[0].values[2].holdings[0].by[0].cell key-useless cell topic")]
    [InlineData("{indicator: fleet, output: mean}", "{indicator: boat}", 32, "groups[0].values[2].holdings[0].by[1].indicator not-in-framework boat sample")]
    [InlineData("output: mean", "output: median", 32, "groups[0].values[2].holdings[0].by[1].output no-such-output median fleet")]
    [InlineData(", lacks: Le reste.", "", 32, "groups[0].values[2].holdings[0].lacks missing-key lacks")]
    [InlineData("lacks: Le reste.", "lacks: Le reste., how: Bien", 32, "groups[0].values[2].holdings[0].how key-useless how partial")]
    [InlineData("by: [{variable: staff}]", "by: [{variable: staff}], lacks: Rien", 18, "groups[0].values[0].holdings[0].lacks key-useless lacks held")]
    [InlineData("state: missing, ", "state: missing, by: [{topic: E1.1}], ", 37, "groups[1].values[1].holdings[0].by key-useless by missing")]
    [InlineData("state: missing, ", "state: missing, why: a, ", 37, "groups[1].values[1].holdings[0].why unknown-key why")]
    [InlineData("kind: yes_no}", "kind: yes_no, holdings: []}", 36, "groups[1].values[0].holdings empty-list 1")]
    public void Faults(string old, string by, int line, string fault)
    {
        Assert.Contains(old, Yaml, StringComparison.Ordinal);
        var at = Yaml.IndexOf(old, StringComparison.Ordinal);
        var reading = Crosswalk.Read(Yaml[..at] + by + Yaml[(at + old.Length)..], [Sample]);

        Assert.Null(reading.Crosswalk);
        Assert.Contains($"{line} {fault}", reading.Faults.Select(Told));
    }

    [Theory]
    [InlineData("")]
    [InlineData("crosswalk: 1")]
    [InlineData("crosswalk: {}\ngroups: [1, {}, {values: [2, {holdings: [3, {}]}]}]")]
    [InlineData("- a")]
    [InlineData("groups: [")]
    [InlineData("crosswalk: {frameworks: [sample]}\ngroups: [{values: [{holdings: [{framework: sample, state: held, by: [1, {variable: []}]}]}]}]")]
    public void Whatever_is_given_is_refused_and_never_throws(string yaml) => Assert.NotEmpty(Crosswalk.Read(yaml, [Sample]).Faults);

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.yaml").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_the_repository_has_no_fault_and_is_found_by_its_code(string file)
    {
        var reading = Committed(file);

        Assert.Empty(reading.Faults.Select(Told));
        Assert.Equal(Path.GetFileNameWithoutExtension(file), reading.Crosswalk!.Code);
    }

    [Fact]
    public void The_files_ask_all_that_their_lists_have()
    {
        Assert.Equal(11, Committed("vsme-basic.yaml").Crosswalk!.Groups.Count);
        Assert.Equal(Rows("iso26000.csv", r => r[1] == "domaine d’action"), Committed("iso-26000.yaml").Crosswalk!.Values.Select(v => v.Code));
        Assert.Equal(Rows("sdg.csv", _ => true).Select(n => $"ODD-{n}"), Committed("odd.yaml").Crosswalk!.Groups.Select(g => g.Code));
    }

    [Fact]
    public void A_goal_is_held_by_the_topics_whose_sheet_cites_it()
    {
        var framework = Known.Single(f => f.Code.Value == "rso-2020");
        foreach (var group in Committed("odd.yaml").Crosswalk!.Groups)
        {
            var number = int.Parse(group.Code["ODD-".Length..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(
                framework.Topics.Where(t => t.Sheet.Sdgs.Any(s => s.Number == number)).Select(t => t.Code),
                group.Values[0].In(framework.Code).By.OfType<Holder.OfTopic>().Select(t => t.Code));
        }
    }

    private static string Folder => Path.Combine(Repository.Root, "frameworks", "crosswalks");

    private static readonly IReadOnlyList<Framework> Known =
        [.. CommittedFrameworksTests.Files.Select(f => FrameworkReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "frameworks", f))).Framework!)];

    private static CrosswalkReading Committed(string file) => Crosswalk.Read(File.ReadAllText(Path.Combine(Folder, file)), Known);

    private static IEnumerable<string> Rows(string file, Func<string[], bool> isIn) =>
        File.ReadLines(Path.Combine(Repository.Root, "data", file)).Skip(1).Select(l => l.Split(',')).Where(isIn).Select(r => r[0]);

    private static string Told(FrameworkFault fault) =>
        $"{fault.Line} {fault.Path} {fault.Code["frameworks.".Length..]} {string.Join(' ', fault.Arguments)}".TrimEnd();
}
