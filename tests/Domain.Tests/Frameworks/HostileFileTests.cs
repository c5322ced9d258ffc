using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Frameworks;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

public class HostileFileTests
{
    [Theory]
    [InlineData("a: &x 1\nb: *x", "yaml-alias")]
    [InlineData("a: *x", "yaml-alias")]
    [InlineData("a: &x 1", "yaml-alias")]
    [InlineData("a: !!binary aGVsbG8=", "yaml-tag")]
    [InlineData("a: 1\n---\nb: 2", "several-documents")]
    [InlineData("a: [1, 2", "yaml")]
    [InlineData("a: 'x", "yaml")]
    [InlineData("", "expected-map")]
    [InlineData("hello", "expected-map")]
    [InlineData("[1]", "expected-map")]
    public void It_is_refused_with_one_fault(string yaml, string code) => Assert.Equal($"frameworks.{code}", Assert.Single(FrameworkReader.Read(yaml).Faults).Code);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_is_refused(string opening) =>
        Assert.Equal("frameworks.too-deep", Assert.Single(FrameworkReader.Read(string.Concat(Enumerable.Repeat(opening, 20_000)))!.Faults).Code);

    [Fact]
    public void A_file_too_large_is_refused() =>
        Assert.Equal("frameworks.too-large", Assert.Single(FrameworkReader.Read(new string(' ', 5_000_001)).Faults).Code);

    [Fact]
    public void A_file_full_of_faults_tells_a_thousand_of_them()
    {
        var faults = FrameworkReader.Read(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"k{i}: 1\n"))).Faults;

        Assert.Equal(1001, faults.Count);
        Assert.Contains(faults, f => f.Code == FaultCodes.TooManyFaults);
    }

    [Fact]
    public void A_crossed_table_that_explodes_is_refused()
    {
        var cells = string.Join(", ", Enumerable.Range(0, 50).Select(i => $"{{code: c{i}, label: C}}"));
        var dimensions = string.Join(", ", Enumerable.Range(0, 6).Select(i => $"{{code: d{i}, label: D, partition: true, required: false, cells: [{cells}]}}"));

        Assert.Contains(Sample.With("min: 0}", $"layout: crossed, breakdowns: [{dimensions}]}}").Faults, f => f.Code == FaultCodes.TooManyCells);
    }

    [Fact]
    public void A_file_damaged_anywhere_never_throws() => Prop.ForAll(
        Gen.Choose(0, Sample.Yaml.Length - 1).Two().SelectMany(p => Gen.Elements("", "[", "}", ": ", "\n", "-", "'", "null", "999999999999", "é", "&a ", "sum(", "\0", "x:", "1e9")
            .Select(by => (From: Math.Min(p.Item1, p.Item2), Length: Math.Abs(p.Item1 - p.Item2) % 12, By: by))).ToArbitrary(),
        damage =>
        {
            var yaml = Sample.Yaml.Remove(damage.From, Math.Min(damage.Length, Sample.Yaml.Length - damage.From)).Insert(damage.From, damage.By);
            var reading = FrameworkReader.Read(yaml);
            return reading.Framework is null == reading.Faults.Count > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
