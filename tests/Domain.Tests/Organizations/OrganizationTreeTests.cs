using Responsables.Domain.Organizations;
using Responsables.World;
using Xunit;

namespace Responsables.Domain.Tests.Organizations;

public class OrganizationTreeTests
{
    private static readonly OrganizationTree Tree = SmallFederation.Register.At(SmallFederation.EndOf2024);

    [Fact]
    public void Parents_come_before_children_and_siblings_by_code() =>
        Assert.Equal(
            ["fed", "ecole", "fonds-a", "alpha-75", "alpha-normandie", "alpha-sans", "fonds-b", "beta-14", "beta-75", "beta-974"],
            Codes(Tree.Organizations));

    [Fact]
    public void Before_the_merger_the_two_bodies_are_there_and_their_successor_is_not() =>
        Assert.Equal(
            ["fonds-a", "alpha-14", "alpha-75", "alpha-76", "alpha-sans"],
            Codes(SmallFederation.Register.At(new(2023, 12, 31)).Under(SmallFederation.FundA)));

    [Fact]
    public void A_body_stands_under_the_parent_it_had_that_day()
    {
        Assert.Equal(["fed", "beta-75"], Codes(SmallFederation.Register.At(new(2021, 12, 31)).PathOf(SmallFederation.Beta75)));
        Assert.Equal(["fed", "fonds-b", "beta-75"], Codes(SmallFederation.Register.At(new(2022, 1, 1)).PathOf(SmallFederation.Beta75)));
    }

    [Fact]
    public void An_unknown_or_closed_body_is_not_in_the_tree()
    {
        Assert.Null(Tree.Find(SmallFederation.Alpha14));
        Assert.Empty(Tree.PathOf(SmallFederation.Alpha14));
        Assert.Empty(Tree.Under(SmallFederation.Alpha14));
        Assert.Empty(Tree.ChildrenOf(new("personne")));
    }

    [Theory]
    [InlineData("alpha-14", 2023, "alpha-14")]
    [InlineData("alpha-14", 2024, "alpha-normandie")]
    [InlineData("alpha-76", 2030, "alpha-normandie")]
    [InlineData("partage", 2020, "partage")]
    [InlineData("partage", 2021, "alpha-75 beta-75 beta-974")]
    [InlineData("alpha-normandie", 2023, "")]
    [InlineData("personne", 2023, "")]
    public void Successors_answer_once_a_body_has_left(string code, int year, string expected) =>
        Assert.Equal(expected, string.Join(' ', SmallFederation.Register.SuccessorsOf(new(code), new(year, 12, 31))));

    [Fact]
    public void Succession_is_followed_through_several_steps_and_each_successor_is_told_once()
    {
        var body = SmallFederation.Periods[4];
        var register = Registers.Of([
            .. SmallFederation.Periods,
            body with { Code = new("a"), ValidTo = new(2010, 12, 31), Successors = [new("b"), new("c")] },
            body with { Code = new("b"), ValidTo = new(2015, 12, 31), Successors = [SmallFederation.Alpha14] },
            body with { Code = new("c"), ValidTo = new(2016, 12, 31), Successors = [SmallFederation.Alpha76, SmallFederation.Beta14] },
        ]);
        Assert.Equal(
            ["beta-14", "alpha-normandie"],
            register.SuccessorsOf(new("a"), SmallFederation.EndOf2024).Select(c => c.Value));
    }

    [Fact]
    public void A_register_of_40000_organisations_and_its_tree_are_laid_out_at_once()
    {
        var body = SmallFederation.Periods[4];
        var periods = SmallFederation.Periods
            .Concat(Enumerable.Range(0, 40_000).Select(i => body with
            {
                Code = new($"n{i}"),
                Parent = i < 100 ? SmallFederation.FundA : new OrganizationCode($"n{i % 100}"),
                ValidFrom = i < 100 ? null : new DateOnly(2000, 1, 1).AddDays(i % 8000),
            }))
            .ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var tree = Registers.Of(periods).At(SmallFederation.EndOf2024);
        Assert.Equal(10 + 40_000, tree.Organizations.Count);
        Assert.Equal(40_010 * 5, tree.Places(_ => null).Sum(p => p.NodesAbove().Count() - p.Ancestors.Count));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }

    private static IEnumerable<string> Codes(IEnumerable<OrganizationPeriod> organizations) => organizations.Select(o => o.Code.Value);
}
