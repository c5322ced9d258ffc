using Responsables.Domain.Frameworks;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

public class FrameworkComparisonTests
{
    [Fact]
    public void A_framework_does_not_differ_from_itself() => Assert.True(FrameworkComparison.Between(Read(Sample.Yaml), Read(Sample.Yaml)).IsEmpty);

    [Fact]
    public void Texts_that_differ_are_told_before_and_after()
    {
        var after = Read(Sample.Yaml.Replace("label: Véhicules", "label: Voitures", StringComparison.Ordinal));
        var change = Assert.Single(FrameworkComparison.Between(Read(Sample.Yaml), after).Variables);
        Assert.Equal((ChangeKind.Changed, "cars", "Voitures"), (change.Kind, change.Code, change.Title));
        Assert.Equal(new FieldChange("label", "Véhicules", "Voitures"), Assert.Single(change.Fields));
    }

    [Fact]
    public void What_comes_in_one_direction_goes_in_the_other()
    {
        var root = Path.Combine(Repository.Root, "frameworks");
        var (old, recent) = (Read(File.ReadAllText(Path.Combine(root, "plan-cadre-2015-2018.yaml"))), Read(File.ReadAllText(Path.Combine(root, "rso-2020.yaml"))));
        var (there, back) = (FrameworkComparison.Between(old, recent), FrameworkComparison.Between(recent, old));
        Assert.NotEmpty(there.Indicators);
        foreach (var (one, other) in new[] { (there.Indicators, back.Indicators), (there.Variables, back.Variables), (there.Sheets, back.Sheets) })
        {
            Assert.Equal(Codes(one, ChangeKind.Added), Codes(other, ChangeKind.Removed));
            Assert.Equal(Codes(one, ChangeKind.Removed), Codes(other, ChangeKind.Added));
            Assert.Equal(Codes(one, ChangeKind.Changed), Codes(other, ChangeKind.Changed));
        }

        Assert.Equal(
            recent.Indicators.Count() - old.Indicators.Count(),
            there.Indicators.Count(i => i.Kind == ChangeKind.Added) - there.Indicators.Count(i => i.Kind == ChangeKind.Removed));
    }

    private static IEnumerable<string> Codes(IEnumerable<PartChange> changes, ChangeKind kind) =>
        changes.Where(c => c.Kind == kind).Select(c => c.Code).Order(StringComparer.Ordinal);

    private static Framework Read(string yaml) => FrameworkReader.Read(yaml).Framework!;
}
