using Responsables.Domain.Frameworks;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

/// <summary>The links between the series of a framework and those of the next: each fault seen, and the file of the repository is sound.</summary>
public class ContinuitiesTests
{
    private const string Yaml = """
        continuities:
          - {from: old-fleet, to: fleet, link: identical, reason: Même question.}
          - {from: old-fleet, from_output: mean, to: fleet, to_output: part, link: close, reason: Autre unité., factor: 0.5}
          - {from: old-fleet, from_output: part, to: fleet, to_output: mean, link: break, reason: Rien de commun.}
        """;

    private static readonly IReadOnlyList<Framework> Frameworks =
    [
        Of(Sample.Yaml.Replace("code: sample", "code: old-sample").Replace("code: fleet", "code: old-fleet")),
        Of(Sample.Yaml.Replace("succeeds: null", "succeeds: old-sample")),
    ];

    [Fact]
    public void What_is_written_is_read_and_found_by_the_series_that_it_leads_to()
    {
        var reading = Continuities.Read(Yaml, Frameworks);
        Assert.Empty(reading.Faults);
        var all = reading.Continuities!.All;

        Assert.Equal(
            [
                new(new("old-fleet"), "cars", new("fleet"), "cars", ContinuityLink.Identical, "Même question.", null),
                new(new("old-fleet"), "mean", new("fleet"), "part", ContinuityLink.Close, "Autre unité.", 0.5m),
                new(new("old-fleet"), "part", new("fleet"), "mean", ContinuityLink.Break, "Rien de commun.", null),
            ],
            all);
        Assert.Equal([true, true, false], all.Select(c => c.IsComparable));
        Assert.Equal([all[1]], reading.Continuities.Into(new("fleet"), "part"));
        Assert.Empty(reading.Continuities.Into(new("old-fleet"), "cars"));
    }

    [Theory]
    [InlineData("continuities:", "links:", "continuities", "missing-key continuities")]
    [InlineData("continuities:", "more: 1\ncontinuities:", "more", "unknown-key more")]
    [InlineData("from: old-fleet, to: fleet", "from: old-fleet", "continuities[0].to", "missing-key to")]
    [InlineData("from: old-fleet, to: fleet", "to: fleet", "continuities[0].from", "missing-key from")]
    [InlineData("from: old-fleet, to: fleet", "from: Old, to: fleet", "continuities[0].from", "bad-code Old")]
    [InlineData("from: old-fleet, to: fleet", "from: older, to: fleet", "continuities[0].from", "unknown-indicator older")]
    [InlineData("from: old-fleet, to: fleet", "from: old-fleet, to: newer", "continuities[0].to", "unknown-indicator newer")]
    [InlineData("from: old-fleet, to: fleet", "from: fleet, to: old-fleet", "continuities[0].to", "not-the-next old-sample sample")]
    [InlineData("from: old-fleet, to: fleet", "from: fleet, to: fleet", "continuities[0].to", "not-the-next sample sample")]
    [InlineData("from_output: mean", "from_output: median", "continuities[1].from_output", "no-such-output median old-fleet")]
    [InlineData("to_output: mean", "to_output: median", "continuities[2].to_output", "no-such-output median fleet")]
    [InlineData("link: identical", "link: same", "continuities[0].link", "expected-choice identical, close, break")]
    [InlineData("link: identical, ", "", "continuities[0].link", "missing-key link")]
    [InlineData("link: identical, reason: Même question.", "link: identical", "continuities[0].reason", "missing-key reason")]
    [InlineData("link: identical, reason: Même question.", "link: identical, reason: ''", "continuities[0].reason", "empty-text")]
    [InlineData("link: identical", "link: identical, why: a", "continuities[0].why", "unknown-key why")]
    [InlineData(", factor: 0.5", "", "continuities[1].factor", "factor-missing g CO2/km % d’organismes")]
    [InlineData("factor: 0.5", "factor: half", "continuities[1].factor", "expected-number")]
    [InlineData("factor: 0.5", "factor: -0.5", "continuities[1].factor", "factor-not-positive")]
    [InlineData("factor: 0.5", "factor: 0", "continuities[1].factor", "factor-not-positive")]
    [InlineData("link: identical", "factor: 2, link: identical", "continuities[0].factor", "factor-useless")]
    [InlineData("link: break", "factor: 2, link: break", "continuities[2].factor", "factor-useless")]
    [InlineData("from_output: part, to: fleet, to_output: mean", "from_output: mean, to: fleet, to_output: part", "continuities[2].to", "linked-twice old-fleet fleet")]
    public void Faults(string old, string by, string path, string fault)
    {
        Assert.Contains(old, Yaml, StringComparison.Ordinal);
        var reading = Continuities.Read(Yaml.Replace(old, by), Frameworks);

        Assert.Null(reading.Continuities);
        Assert.Contains($"{path} {fault}", reading.Faults.Select(Told));
    }

    [Fact]
    public void Every_fault_is_told_at_once_by_line()
    {
        var reading = Continuities.Read(Yaml.Replace("link: break", "link: broken").Replace(", factor: 0.5", "").Replace("to: fleet, link: identical", "to: newer, link: identical"), Frameworks);

        Assert.Equal([(2, "frameworks.unknown-indicator"), (3, "frameworks.factor-missing"), (4, "frameworks.expected-choice")], reading.Faults.Select(f => (f.Line, f.Code)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("continuities: []")]
    [InlineData("continuities: [1, {}]")]
    [InlineData("- a")]
    [InlineData("continuities: &a [*a]")]
    [InlineData("continuities: [")]
    public void Whatever_is_given_is_refused_and_never_throws(string yaml) => Assert.NotEmpty(Continuities.Read(yaml, Frameworks).Faults);

    [Fact]
    public void Of_several_versions_of_a_framework_the_latest_counts()
    {
        var withoutPart = Of(Sample.Yaml.Replace("version: 1", "version: 2").Replace("name: part,", "name: share,").Replace("part: {value", "share: {value").Replace("succeeds: null", "succeeds: old-sample"));

        Assert.Contains("continuities[1].to_output no-such-output part fleet", Continuities.Read(Yaml, [withoutPart, .. Frameworks]).Faults.Select(Told));
    }

    [Fact]
    public void The_links_of_the_repository_are_sound()
    {
        var folder = Path.Combine(Repository.Root, "frameworks");
        var frameworks = CommittedFrameworksTests.Files.Select(f => FrameworkReader.Read(File.ReadAllText(Path.Combine(folder, f))).Framework!);

        var reading = Continuities.Read(File.ReadAllText(Path.Combine(folder, "continuities.yaml")), frameworks);

        Assert.Empty(reading.Faults.Select(Told));
        Assert.Equal(
            (9, 8, 10),
            (Count(reading, ContinuityLink.Identical), Count(reading, ContinuityLink.Close), Count(reading, ContinuityLink.Break)));
        Assert.Equal("moins_26", reading.Continuities!.All.Single(c => c.From == new IndicatorCode("pc-soc-embauches-moins-26")).ToOutput);
    }

    private static int Count(ContinuitiesReading reading, ContinuityLink link) => reading.Continuities!.All.Count(c => c.Link == link);

    private static Framework Of(string yaml) => FrameworkReader.Read(yaml).Framework!;

    private static string Told(FrameworkFault fault) => string.Join(' ', [fault.Path, fault.Code["frameworks.".Length..], .. fault.Arguments]);
}
