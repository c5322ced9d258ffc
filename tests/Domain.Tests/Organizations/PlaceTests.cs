using Responsables.Domain.Organizations;
using Responsables.World;
using Xunit;

namespace Responsables.Domain.Tests.Organizations;

public class PlaceTests
{
    private static readonly IReadOnlyList<Place> Places =
        SmallFederation.Register.At(SmallFederation.EndOf2024).Places(code => code == SmallFederation.Beta974 ? 249.5m : null);

    [Theory]
    [InlineData("beta-974", "fonds-b fed reg-04 dep-974 net-beta br-famille size-50-249")]
    [InlineData("alpha-sans", "fonds-a fed reg-sans dep-sans net-alpha br-maladie size-unknown")]
    [InlineData("fed", "reg-11 dep-75 net-national br-interbranche size-unknown")]
    public void The_values_of_a_body_enter_each_node_above_it(string code, string nodes) =>
        Assert.Equal(nodes, string.Join(' ', PlaceOf(code).NodesAbove()));

    [Theory]
    [InlineData("alpha-75", "fonds-a")]
    [InlineData("ecole", "fed")]
    [InlineData("fonds-b", "fed")]
    [InlineData("fed", "fed")]
    public void The_nearest_fund_above_reviews_else_the_federation(string code, string reviewer) =>
        Assert.Equal(reviewer, PlaceOf(code).Reviewer.Value);

    [Fact]
    public void A_fund_is_passed_over_only_by_another_fund_that_is_nearer()
    {
        var periods = SmallFederation.Periods.ToList();
        periods.Add(periods[4] with { Code = new("antenne"), Parent = SmallFederation.Alpha75 });
        periods.Add(periods[4] with { Code = new("sous-fonds"), Kind = OrganizationKind.NationalFund });
        periods.Add(periods[4] with { Code = new("sous-corps"), Parent = new("sous-fonds") });
        var places = Registers.Of(periods).At(SmallFederation.EndOf2024).Places(_ => null).ToDictionary(p => p.Code.Value);
        Assert.Equal("fonds-a", places["antenne"].Reviewer.Value);
        Assert.Equal("sous-fonds", places["sous-corps"].Reviewer.Value);
        Assert.Equal("fed", places["sous-fonds"].Reviewer.Value);
    }

    [Fact]
    public void A_body_without_network_or_branch_is_gathered_with_its_like() =>
        Assert.Equal(
            ["net-sans", "br-sans"],
            (PlaceOf("fed") with { Network = "", Branch = "***" }).NodesAbove().Select(n => n.Value).Where(n => n.StartsWith("net", StringComparison.Ordinal) || n.StartsWith("br", StringComparison.Ordinal)));

    [Theory]
    [InlineData("0", SizeClass.Under50)]
    [InlineData("49.99", SizeClass.Under50)]
    [InlineData("50", SizeClass.From50)]
    [InlineData("249.99", SizeClass.From50)]
    [InlineData("250", SizeClass.From250)]
    [InlineData("500", SizeClass.From500)]
    [InlineData("999.5", SizeClass.From500)]
    [InlineData("1000", SizeClass.From1000)]
    [InlineData(null, SizeClass.Unknown)]
    public void Staff_gives_the_size_class(string? staff, SizeClass size) =>
        Assert.Equal(size, SizeClass.Of(staff is null ? null : decimal.Parse(staff, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Each_size_class_has_a_node_of_its_own() =>
        Assert.Equal(
            ["size-unknown", "size-under-50", "size-50-249", "size-250-499", "size-500-999", "size-1000"],
            Enum.GetValues<SizeClass>().Select(s => s.Node().Value));

    [Theory]
    [InlineData("regime special", "regime-special")]
    [InlineData("Régime spécial", "regime-special")]
    [InlineData("Recouvrement", "recouvrement")]
    [InlineData("  Œuvres & cætera (AT-MP) ", "oeuvres-caetera-at-mp")]
    [InlineData("L’Île", "l-ile")]
    [InlineData("***", "")]
    public void A_name_becomes_a_piece_of_a_key(string name, string slug) => Assert.Equal(slug, Slug.Of(name));

    [Theory]
    [InlineData("971", "America/Guadeloupe")]
    [InlineData("974", "Indian/Reunion")]
    [InlineData("976", "Indian/Mayotte")]
    [InlineData("988", "Pacific/Noumea")]
    [InlineData("2A", "Europe/Paris")]
    [InlineData(null, "Europe/Paris")]
    public void The_department_gives_the_time_zone(string? department, string zone) => Assert.Equal(zone, TimeZones.Of(department));

    [Fact]
    public void Each_time_zone_exists() =>
        Assert.All(Enumerable.Range(970, 20).Select(d => TimeZones.Of($"{d}")), zone => TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static Place PlaceOf(string code) => Places.Single(p => p.Code.Value == code);
}
