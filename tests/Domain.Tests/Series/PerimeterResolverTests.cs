using Responsables.Domain.Organizations;
using Responsables.Domain.Series;
using Responsables.World;
using Xunit;

namespace Responsables.Domain.Tests.Series;

/// <summary>A merger, a split, a transfer, an exit and a sharing-out, worked by hand on the small federation.</summary>
public class PerimeterResolverTests
{
    private static readonly PerimeterResolver Resolver = ResolverOf(SmallFederation.Register, 2020, 2021, 2022, 2023, 2024);
    private static readonly NodeKey FundA = new("fonds-a"), FundB = new("fonds-b"), Fed = new("fed"), Normandie = new("alpha-normandie");

    [Fact]
    public void A_merged_body_is_the_sum_of_its_predecessors_at_the_current_perimeter()
    {
        Assert.Equal("2020:alpha-14 alpha-76 2021:alpha-14 alpha-76 2022:alpha-14 alpha-76 2023:alpha-14 alpha-76 2024:alpha-normandie", Of(Normandie, PerimeterReading.Current));
        Assert.Equal(Of(Normandie, PerimeterReading.Current), Of(Normandie, PerimeterReading.LikeForLike));
        Assert.Equal("2020: 2021: 2022: 2023: 2024:alpha-normandie", Of(Normandie, PerimeterReading.Published));
    }

    [Fact]
    public void A_fund_tells_a_merger_of_its_bodies_as_one_change()
    {
        var moves = Resolver.Resolve(FundA, PerimeterReading.Published, 2023, 2024)[1].Moves;

        Assert.Equal("Merged alpha-14 (alpha-normandie), Merged alpha-76 (alpha-normandie)", Told(moves));
    }

    [Fact]
    public void A_body_that_moved_keeps_its_past_at_its_present_place()
    {
        Assert.DoesNotContain("beta-75", Of(FundB, PerimeterReading.Published, 2020, 2021));
        Assert.Equal("2020:beta-14 beta-75 beta-974 fonds-b 2021:beta-14 beta-75 beta-974 fonds-b", Of(FundB, PerimeterReading.Current, 2020, 2021));
        Assert.Equal("2021:beta-14 beta-75 beta-974 fonds-b 2022:beta-14 beta-75 beta-974 fonds-b", Of(FundB, PerimeterReading.LikeForLike, 2021, 2022));

        var moved = Resolver.Resolve(FundB, PerimeterReading.Published, 2021, 2022)[1];
        Assert.Equal("MovedIn beta-75 ()", Told(moved.Moves));
        Assert.False(moved.IsBroken);
        Assert.Equal(["beta-75"], Resolver.Resolve(FundB, PerimeterReading.Current, 2021, 2022)[0].Added.Select(b => b.Code.Value));
    }

    [Fact]
    public void A_body_shared_out_joins_where_all_its_successors_are_and_breaks_the_series_below()
    {
        Assert.Contains("partage", Of(Fed, PerimeterReading.Current, 2020, 2020));
        Assert.Contains("partage", Of(Fed, PerimeterReading.LikeForLike, 2020, 2021));
        Assert.DoesNotContain("partage", Of(FundA, PerimeterReading.Current) + Of(FundB, PerimeterReading.Current));

        Assert.False(Resolver.Resolve(Fed, PerimeterReading.Current, 2020, 2021)[1].IsBroken);
        var below = Resolver.Resolve(FundA, PerimeterReading.Current, 2020, 2022);
        Assert.Equal([false, true, false], below.Select(y => y.IsBroken));
        Assert.Equal("SharedOut partage (alpha-75 beta-75 beta-974)", Told(below[1].Moves));
        Assert.True(Resolver.Resolve(new("alpha-75"), PerimeterReading.Published, 2020, 2021)[1].IsBroken);
    }

    [Fact]
    public void A_body_that_left_without_a_successor_has_no_past_at_the_current_perimeter_and_is_not_like_for_like()
    {
        var resolver = With(new OrganizationPeriod(
            new("passage"), "De passage", "De passage", OrganizationKind.Local, "Alpha", "Maladie", SmallFederation.FundA, "11", "75",
            new(2021, 1, 1), new(2022, 12, 31), []));

        Assert.Contains("passage", Of(FundA, PerimeterReading.Published, 2021, 2022, resolver));
        Assert.DoesNotContain("passage", Of(FundA, PerimeterReading.Current, 2021, 2022, resolver));
        Assert.DoesNotContain("passage", Of(FundA, PerimeterReading.LikeForLike, 2021, 2024, resolver));
        Assert.Contains("passage", Of(FundA, PerimeterReading.LikeForLike, 2021, 2022, resolver));
        Assert.Equal("Created passage ()", Told(resolver.Resolve(FundA, PerimeterReading.Published, 2020, 2021)[1].Moves.Where(m => m.Kind != MoveKind.SharedOut)));
        Assert.Equal("Closed passage ()", Told(resolver.Resolve(FundA, PerimeterReading.Published, 2022, 2023)[1].Moves));
    }

    [Fact]
    public void A_new_body_is_in_the_current_perimeter_from_its_first_year_and_is_not_like_for_like_before()
    {
        var resolver = With(new OrganizationPeriod(
            new("neuve"), "Neuve", "Neuve", OrganizationKind.Local, "Alpha", "Maladie", SmallFederation.FundA, "11", "75", new(2022, 1, 1), null, []));

        Assert.Equal("2021: 2022:neuve", Of(new("neuve"), PerimeterReading.Current, 2021, 2022, resolver));
        Assert.DoesNotContain("neuve", Of(FundA, PerimeterReading.LikeForLike, 2021, 2023, resolver));
        Assert.Contains("neuve", Of(FundA, PerimeterReading.LikeForLike, 2022, 2023, resolver));
    }

    [Fact]
    public void A_split_body_is_compared_with_the_sum_of_its_parts_above_and_breaks_at_each_part()
    {
        OrganizationPeriod split = new(
            new("double"), "Double", "Double", OrganizationKind.Local, "Alpha", "Maladie", SmallFederation.FundA, "11", "75", null, new(2022, 12, 31),
            [new("un"), new("deux")]);
        var resolver = With(
            split, split with { Code = new("un"), ValidFrom = new(2023, 1, 1), ValidTo = null, Successors = [] },
            split with { Code = new("deux"), ValidFrom = new(2023, 1, 1), ValidTo = null, Successors = [] });

        var fund = Of(FundA, PerimeterReading.LikeForLike, 2022, 2023, resolver);
        Assert.Contains("double", fund.Split(" 2023:")[0]);
        Assert.Contains(" deux ", fund.Split(" 2023:")[1]);
        Assert.EndsWith(" un", fund.Split(" 2023:")[1]);
        Assert.Equal("Split double (un deux)", Told(resolver.Resolve(FundA, PerimeterReading.Published, 2022, 2023)[1].Moves));

        var part = resolver.Resolve(new("un"), PerimeterReading.Current, 2022, 2023);
        Assert.Equal((0, 1, true), (part[0].Bodies, part[1].Bodies, part[1].IsBroken));
    }

    private static PerimeterResolver With(params OrganizationPeriod[] more) =>
        ResolverOf(Organizations.Registers.Of([.. SmallFederation.Periods, .. more]), 2020, 2021, 2022, 2023, 2024);

    private static PerimeterResolver ResolverOf(OrganizationRegister register, params int[] years) => new(register, years.Select(y => Perimeters.At(register, y)));

    private static string Of(NodeKey node, PerimeterReading reading, int from = 2020, int to = 2024, PerimeterResolver? resolver = null) => string.Join(' ',
        (resolver ?? Resolver).Resolve(node, reading, from, to).Select(y => $"{y.Year}:{string.Join(' ', Perimeters.Bodies(resolver ?? Resolver, node, y))}"));

    private static string Told(IEnumerable<PerimeterMove> moves) =>
        string.Join(", ", moves.Select(m => $"{m.Kind} {m.Body.Code} ({string.Join(' ', m.Others.Select(o => o.Code))})").Order());
}
