using Responsables.Domain.Frameworks;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

/// <summary>Every framework of the repository loads, and each of its examples gives what it says.</summary>
public class CommittedFrameworksTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(Repository.Root, "frameworks"), "*.yaml").Select(f => Path.GetFileName(f)).Where(f => f != "continuities.yaml")];

    [Fact]
    public void There_is_at_least_one() => Assert.NotEmpty(Files);

    [Theory]
    [MemberData(nameof(Files))]
    public void It_has_no_fault(string file)
    {
        var reading = FrameworkReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "frameworks", file)));

        Assert.Empty(reading.Faults.Select(f => $"{file}({f.Line}) {f.Path} {f.Code} {string.Join(" | ", f.Arguments)}"));
        Assert.NotNull(reading.Framework);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_examples_give_what_they_say_and_say_something_of_each_output(string file)
    {
        var framework = FrameworkReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "frameworks", file))).Framework!;

        foreach (var indicator in framework.Indicators)
        {
            Assert.Empty(ExampleRun.Of(indicator, framework));
            Assert.Equal(indicator.Outputs.Select(o => o.Name).Order(), indicator.Example.Expected.Select(e => e.Output).Order());
        }
    }

    [Fact]
    public void What_the_transcriber_says_of_a_fault_is_kept_in_the_file_and_not_shown()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "frameworks", "rso-2020.yaml"));

        Assert.Contains("Consommation d’énergie corrigés [sic] (kWh, DJU)", text, StringComparison.Ordinal);
        Assert.Contains("Consommation d’énergie corrigés (kWh, DJU)", FrameworkReader.Read(text).Framework!.Indicators.Select(i => i.Title));
    }
}
