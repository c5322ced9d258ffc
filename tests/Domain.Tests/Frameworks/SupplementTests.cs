using Responsables.Domain.Frameworks;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

/// <summary>What a branch adds to a framework.</summary>
public class SupplementTests
{
    private const string Own = """
        supplement: {framework: sample, branch: Famille, prefix: fam, title: Schéma directeur}
        variables:
          - {code: fam_bikes, label: Vélos de service, type: integer, unit: vélos, over_bodies: sum, over_time: end_of_year, min: 0}
        indicators:
          - objective: E1.1.1
            code: fam-bikes
            title: Vélos pour 100 agents
            direction: up
            precisions: []
            variables: [{code: fam_bikes}, {code: staff}]
            outputs: [{name: rate, label: Vélos, unit: vélos, formula: 100 * sum(fam_bikes) / sum(staff)}]
            checks: []
            example:
              bodies: [{fam_bikes: 3, staff: 100}, {fam_bikes: 1, staff: 300}]
              expect: {rate: {value: 1, numerator: 4, denominator: 400, answered: 2, not_applicable: 0, unavailable: 0, missing: 0}}
        """;

    [Fact]
    public void Its_indicators_stand_under_the_objectives_of_the_framework()
    {
        var reading = FrameworkReader.Read(Sample.Yaml, [Own]);

        Assert.Equal([], Told(reading.OfSupplements[0]));
        var framework = reading.Framework!;
        var objective = framework.Topics.Single().Objectives.Single();
        Assert.Equal(["fleet", "fam-bikes"], objective.Indicators.Select(i => i.Code.Value));
        Assert.Equal([null, "Famille"], objective.Indicators.Select(i => i.Branch));
        Assert.Equal(Priority.Branch, objective.Indicators[1].Priority);
        Assert.Equal("fam_bikes", framework.Variables[^1].Code.Value);
        var supplement = Assert.Single(framework.Supplements);
        Assert.Equal(("Famille", "fam", "Schéma directeur"), (supplement.Branch, supplement.Prefix, supplement.Title));
        Assert.Equal([new VariableCode("fam_bikes")], supplement.Variables);
        Assert.Equal([new IndicatorCode("fam-bikes")], supplement.Indicators);
    }

    [Fact]
    public void The_framework_itself_reads_the_same_beside_it()
    {
        var alone = FrameworkReader.Read(Sample.Yaml).Framework!;
        var merged = FrameworkReader.Read(Sample.Yaml, [Own]).Framework!;

        Assert.Equal(alone.Variables.Select(v => (v.Code, alone.Slots.Of(v.Code, CellKey.Total))), merged.Variables.SkipLast(1).Select(v => (v.Code, merged.Slots.Of(v.Code, CellKey.Total))));
        Assert.Equal(alone.Indicators.Select(i => i.Code), merged.Indicators.Where(i => i.Branch is null).Select(i => i.Code));
        Assert.Empty(alone.Supplements);
    }

    [Fact]
    public void Those_of_several_branches_stand_side_by_side()
    {
        var other = Own.Replace("Famille", "Vieillesse").Replace("fam", "vie").Replace("vieily", "famille");
        var reading = FrameworkReader.Read(Sample.Yaml, [Own, other]);

        Assert.Equal([], Told(reading.OfSupplements[1]));
        Assert.Equal(["Famille", "Vieillesse"], reading.Framework!.Indicators.Select(i => i.Branch).OfType<string>());
    }

    [Theory]
    [InlineData("framework: sample", "framework: other", "supplement.framework other-framework other sample")]
    [InlineData("prefix: fam,", "prefix: 'f-m',", "supplement.prefix bad-code f-m")]
    [InlineData("prefix: fam,", "prefix: cars,", "variables[0].code not-prefixed fam_bikes cars_")]
    [InlineData("code: fam_bikes, label", "code: bikes, label", "variables[0].code not-prefixed bikes fam_")]
    [InlineData("code: fam-bikes", "code: bikes", "indicators[0].code not-prefixed bikes fam-")]
    [InlineData("code: fam-bikes", "code: fleet", "indicators[0].code duplicate fleet")]
    [InlineData("objective: E1.1.1", "objective: E9.9.9", "indicators[0].objective no-such-objective E9.9.9")]
    [InlineData("    direction: up", "    direction: up\n    priority: P1", "indicators[0].priority unknown-key priority")]
    [InlineData("sum(fam_bikes) /", "sum(fam_bike) /", "indicators[0].outputs[0].formula:11 unknown-variable fam_bike")]
    [InlineData("value: 1,", "value: 2,", "indicators[0].example example-differs rate value 2 1")]
    [InlineData("title: Schéma directeur}", "titel: a}", "supplement.title missing-key title")]
    [InlineData("variables:\n", "context: [staff]\nvariables:\n", "context unknown-key context")]
    public void Its_faults_are_told_where_they_stand(string old, string by, string fault)
    {
        Assert.Contains(old, Own);
        var reading = FrameworkReader.Read(Sample.Yaml, [Own.Replace(old, by)]);

        Assert.Null(reading.Framework);
        Assert.Empty(reading.Faults);
        Assert.Contains(fault, Told(reading.OfSupplements[0]));
    }

    [Theory]
    [InlineData("Famille", "fam", "supplement.branch branch-twice Famille")]
    [InlineData("Vieillesse", "fam", "supplement.prefix prefix-taken fam Famille")]
    [InlineData("Vieillesse", "fam_x", "supplement.prefix prefix-taken fam_x Famille")]
    public void Two_branches_share_neither_name_nor_prefix(string branch, string prefix, string fault)
    {
        var other = Own.Replace("branch: Famille, prefix: fam", $"branch: {branch}, prefix: {prefix}");
        var reading = FrameworkReader.Read(Sample.Yaml, [Own, other]);

        Assert.Empty(reading.OfSupplements[0]);
        Assert.Contains(fault, Told(reading.OfSupplements[1]));
    }

    [Theory]
    [InlineData("code: fleet", "code: fam-fleet")]
    [InlineData("{code: why, label", "{code: fam_why, label: a, type: text, unit: null, over_bodies: none, over_time: none}\n  - {code: why, label")]
    public void A_prefix_of_the_framework_is_taken(string old, string by)
    {
        var framework = Sample.Yaml.Replace(old, by);

        Assert.NotNull(FrameworkReader.Read(framework).Framework);
        Assert.Equal(["supplement.prefix prefix-taken fam sample"], Told(FrameworkReader.Read(framework, [Own]).OfSupplements[0]));
    }

    private static string[] Told(IEnumerable<FrameworkFault> faults) => [.. faults.Select(f => string.Join(' ', [f.Path, f.Code["frameworks.".Length..], .. f.Arguments]))];
}
