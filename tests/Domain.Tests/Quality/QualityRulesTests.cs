using Responsables.Domain.Frameworks;
using Responsables.Domain.Quality;
using Responsables.World;
using Xunit;

namespace Responsables.Domain.Tests.Quality;

/// <summary>The file of rules: each fault seen, and the file of the repository is sound.</summary>
public sealed class QualityRulesTests
{
    private static readonly Framework Small = FrameworkReader.Read(SmallFramework.Yaml).Framework!;

    [Fact]
    public void The_rules_of_the_repository_fit_its_framework()
    {
        var folder = Path.Combine(Repository.Root, "frameworks");
        var framework = FrameworkReader.Read(File.ReadAllText(Path.Combine(folder, "rso-2020.yaml"))).Framework!;
        var reading = QualityRules.Read(File.ReadAllText(Path.Combine(folder, "quality", "rso-2020.yaml")), framework);

        Assert.Empty(reading.Faults.Select(f => $"{f.Line} {f.Path} {f.Code}"));
        Assert.Equal(Enum.GetValues<QualityKind>(), reading.Rules!.All.Select(r => r.Kind).Distinct().Order());
    }

    [Theory]
    [InlineData("kind: same", "kind: autre", "rules[0].kind", FaultCodes.ExpectedChoice)]
    [InlineData("on: [formes]", "on: [rien]", "rules[0].on[0]", FaultCodes.UnknownVariable)]
    [InlineData("on: [formes]", "on: [plan]", "rules[0].on[0]", FaultCodes.NotNumeric)]
    [InlineData("on: [formes]", "on: [etiquettes]", "rules[0].on[0]", FaultCodes.NoTotal)]
    [InlineData("on: [formes]", "on: []", "rules[0].on", FaultCodes.EmptyList)]
    [InlineData("least: 5", "least: -5", "rules[0].least", FaultCodes.TooSmall)]
    [InlineData(", together: 1", "", "rules[0].together", FaultCodes.MissingKey)]
    [InlineData("{valeur}", "{rien}", "rules[0].question", FaultCodes.UnknownPlace)]
    [InlineData("framework: essai", "framework: autre", "quality.framework", FaultCodes.OtherFramework)]
    [InlineData("least: 5", "least: 5, percent: 3", "rules[0].percent", FaultCodes.UnknownKey)]
    [InlineData("least: 5", "least: 5, per: surface_m2 +", "rules[0].per", "frameworks.")]
    public void A_fault_is_told_where_it_is(string written, string wrong, string path, string code)
    {
        const string Yaml = """
            quality:
              framework: essai
            rules:
              - {code: a, kind: same, title: A, severity: low, on: [formes], least: 5, together: 1, question: 'Encore {valeur} ?'}
            """;
        Assert.Empty(QualityRules.Read(Yaml, Small).Faults);
        var reading = QualityRules.Read(Yaml.Replace(written, wrong, StringComparison.Ordinal), Small);

        Assert.Null(reading.Rules);
        Assert.Contains(reading.Faults, f => f.Path.StartsWith(path, StringComparison.Ordinal) && f.Code.StartsWith(code, StringComparison.Ordinal));
    }
}
