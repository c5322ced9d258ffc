using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;
using Responsables.Domain.Tests.Organizations;
using Xunit;

namespace Responsables.Domain.Tests.Series;

/// <summary>What holds of every register, node and span; each property is tried a thousand times.</summary>
public class PerimeterPropertyTests
{
    private const int Times = 1000;

    [Fact]
    public void Like_for_like_of_a_year_with_itself_is_what_was_published() => Hold((resolver, node, from, _) =>
        resolver.Resolve(node, PerimeterReading.LikeForLike, from, from) is [] or [{ Added: [], Removed: [] }]);

    [Fact]
    public void The_three_readings_agree_when_the_tree_does_not_move() => HoldRegisters((register, _, year) =>
    {
        var still = Perimeters.At(register, year);
        var resolver = new PerimeterResolver(register, [still, still with { Year = year + 1 }, still with { Year = year + 2 }]);
        return still.Perimeter.Nodes.All(node => Enum.GetValues<PerimeterReading>().All(reading =>
            resolver.Resolve(node, reading, year, year + 2).All(y => y is { Added: [], Removed: [], Moves: [], IsBroken: false })));
    });

    [Fact]
    public void A_merger_or_a_split_that_changes_no_value_gives_no_variation_like_for_like() => Hold((resolver, register, node, from, to) =>
    {
        if (resolver.Resolve(node, PerimeterReading.LikeForLike, from, to) is not [var before, var after] || after.IsBroken)
        {
            return true;
        }

        var (then, now) = Values(resolver, register, from, to);
        return Sum(resolver, node, before, then) == Sum(resolver, node, after, now);
    });

    [Fact]
    public void At_the_current_perimeter_the_past_of_a_body_is_in_one_node_of_each_hierarchy_at_most() => Hold((resolver, _, from, _) =>
        Enum.GetValues<Hierarchy>().Where(h => h != Hierarchy.Tree).All(hierarchy =>
        {
            var seen = resolver.Latest.Perimeter.NodesOf(hierarchy)
                .SelectMany(n => resolver.Resolve(n, PerimeterReading.Current, from, from).SelectMany(y => Perimeters.Bodies(resolver, n, y))).ToList();
            return seen.Distinct().Count() == seen.Count;
        }));

    [Fact]
    public void What_is_like_for_like_is_at_the_perimeter_of_the_last_year_too() => Hold((resolver, node, from, to) =>
        resolver.Resolve(node, PerimeterReading.LikeForLike, from, to).All(year =>
            Perimeters.Bodies(resolver, node, year).All(
                resolver.Resolve(node, PerimeterReading.Current, from, to).Where(y => y.Year == year.Year).SelectMany(y => Perimeters.Bodies(resolver, node, y)).Contains)));

    [Fact]
    public void Whoever_has_successors_somewhere_is_read_nationally() => Hold((resolver, register, node, from, to) =>
    {
        var root = resolver.Latest.Perimeter.Bodies.Single(b => b.Ancestors.Count == 0).Node;
        return resolver.Resolve(root, PerimeterReading.Current, from, from)
            .All(y => y.Removed.All(b => register.SuccessorsOf(b.Code, resolver.Latest.TreeDate).Count == 0) && y.Added.Count == 0);
    });

    // Each body hands its value on to its successors, in equal parts; new ones have a value of their own.
    private static (Dictionary<string, decimal> Then, Dictionary<string, decimal> Now) Values(
        PerimeterResolver resolver, OrganizationRegister register, int from, int to)
    {
        var then = resolver.Resolve(Root(resolver, from), PerimeterReading.Published, from, from)
            .SelectMany(y => Perimeters.Bodies(resolver, Root(resolver, from), y)).ToDictionary(b => b, b => b.Sum(c => c * 31m));
        var now = new Dictionary<string, decimal>();
        foreach (var (body, value) in then)
        {
            var heirs = register.SuccessorsOf(new(body), new DateOnly(to, 12, 31));
            foreach (var heir in heirs)
            {
                now[heir.Value] = now.GetValueOrDefault(heir.Value) + (heirs.Count == 1 ? value : decimal.Round(value / heirs.Count, 6));
            }

            if (heirs.Count > 1)
            {
                now[heirs[0].Value] += value - (heirs.Count * decimal.Round(value / heirs.Count, 6));
            }
        }

        return (then, now);
    }

    private static NodeKey Root(PerimeterResolver resolver, int year) =>
        resolver.Published(new NodeKey(GeneratedRegisters.Federation.Value), year) is { Count: > 0 } bodies ? bodies.Single(b => b.Ancestors.Count == 0).Node : new("none");

    private static decimal Sum(PerimeterResolver resolver, NodeKey node, YearBodies year, Dictionary<string, decimal> values) =>
        Perimeters.Bodies(resolver, node, year).Sum(b => values.GetValueOrDefault(b, 777));

    private static void Hold(Func<PerimeterResolver, NodeKey, int, int, bool> property) =>
        Hold((resolver, _, node, from, to) => property(resolver, node, from, to));

    // Two years; the node is any of either year.
    private static void Hold(Func<PerimeterResolver, OrganizationRegister, NodeKey, int, int, bool> property) => HoldRegisters((register, draw, year) =>
    {
        var (first, last) = (Perimeters.At(register, year), Perimeters.At(register, year + 1 + (draw % 12)));
        var resolver = new PerimeterResolver(register, [first, last]);
        NodeKey[] nodes = [.. first.Perimeter.Nodes.Concat(last.Perimeter.Nodes).Distinct()];
        return property(resolver, register, nodes[draw % nodes.Length], first.Year, last.Year);
    });

    private static void HoldRegisters(Func<OrganizationRegister, int, int, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Times),
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNegativeInt[]>(), ArbMap.Default.ArbFor<NonNegativeInt>(), Gen.Choose(1998, 2032).ToArbitrary(),
            (draws, draw, year) => property(GeneratedRegisters.Register(draws), draw.Get, year)));
}
