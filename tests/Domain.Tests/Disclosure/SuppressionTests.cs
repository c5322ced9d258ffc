using Responsables.Domain.Disclosure;
using Xunit;
using static Responsables.Domain.Disclosure.CellState;

namespace Responsables.Domain.Tests.Disclosure;

/// <summary>Cases worked by hand: which cells are hidden, and which are not.</summary>
public class SuppressionTests
{
    private static readonly SmallNumberRule Rule = new(SmallNumberRule.UsualThreshold);

    [Fact]
    public void A_small_count_takes_another_one_with_it_rather_than_their_total() =>
        Assert.Equal([Shown, Primary, Secondary, Shown], Of([3, 20, 0], [0, 1, 2], [0], [1], [2]));

    [Fact]
    public void Two_small_counts_protect_each_other_when_they_leave_room() =>
        Assert.Equal([Shown, Primary, Primary, Shown], Of([3, 4, 20], [0, 1, 2], [0], [1], [2]));

    [Fact]
    public void Two_small_counts_that_leave_no_room_take_a_third()
    {
        // 1 and 2 come to 3: neither could be 5.
        Assert.Equal([Shown, Primary, Primary, Secondary], Of([1, 2, 20], [0, 1, 2], [0], [1], [2]));
    }

    [Fact]
    public void What_an_earlier_edition_hid_stays_hidden_though_it_is_no_longer_small()
    {
        // 3 and 20 were hidden; the 3 is now 40. Shown, it would leave 20, and with the former total the 3.
        Assert.Equal([Shown, Secondary, Secondary, Shown], Of([40, 20, 9], CellPast.None, CellPast.Hidden, CellPast.Hidden, CellPast.None));
        Assert.Equal([Shown, Shown, Shown, Shown], Of([40, 20, 9], CellPast.None, CellPast.None, CellPast.None, CellPast.None));
    }

    [Fact]
    public void A_small_count_takes_what_was_not_told_rather_than_what_was()
    {
        // Either of the two others protects it, and the dearer has never been told: the one that was told would be believed unchanged.
        Assert.Equal([Shown, Primary, Secondary, Shown], Of([3, 20, 20], CellPast.None, CellPast.None, CellPast.None, CellPast.None));
        Assert.Equal([Shown, Primary, Shown, Secondary], Of([3, 20, 20], CellPast.None, CellPast.None, CellPast.Told, CellPast.None));
    }

    [Fact]
    public void Zero_and_the_threshold_are_shown() =>
        Assert.Equal([Shown, Shown, Shown, Shown], Of([0, 5, 6], [0, 1, 2], [0], [1], [2]));

    [Fact]
    public void A_zero_stays_shown_where_others_protect()
    {
        // 4 and 1 come to 5, which is shown: 5 and 0 would be shown alike, and 1 and 4 too.
        Assert.Equal([Shown, Primary, Primary, Shown], Of([4, 1, 0], [0, 1, 2], [0], [1], [2]));
    }

    [Fact]
    public void What_a_fund_gives_of_its_own_is_protected_though_no_cell_says_it()
    {
        // The fund is body 0: 43 less 40 would tell its own 3.
        Assert.Contains(Secondary, Of([3, 40], [0, 1], [1]));
    }

    [Fact]
    public void A_small_cell_of_a_partition_hides_its_neighbour_in_two_bodies_and_keeps_the_totals()
    {
        CountTable table = new(
            [[23, 50], [3, 30], [20, 20]], [new(0, [1, 2])], [],
            [.. Cells(0, [0, 1], [0], [1]), .. Cells(1, [0, 1], [0], [1]), .. Cells(2, [0, 1], [0], [1])]);
        Assert.Equal(
            [Shown, Shown, Shown, Shown, Primary, Secondary, Shown, Secondary, Secondary], Suppression.Of(table, Rule));
    }

    [Fact]
    public void An_overlapping_cell_stays_below_its_total()
    {
        // Of 5 persons, shown, at most 5 are of the overlapping cell: enough. Of 4, hidden, the total must be able to be more as well.
        Assert.Equal([Shown, Primary], Suppression.Of(new CountTable([[5], [2]], [], [new(1, 0)], [.. Cells(0, [0]), .. Cells(1, [0])]), Rule));
        Assert.Equal([Primary, Primary], Suppression.Of(new CountTable([[4], [2]], [], [new(1, 0)], [.. Cells(0, [0]), .. Cells(1, [0])]), Rule));
    }

    [Fact]
    public void A_part_goes_down_with_its_whole_and_the_totals_stay()
    {
        CountTable table = new(
            [[4, 30, 40], [2, 10, 12]], [], [new(1, 0)], [.. Cells(0, [0, 1, 2], [0], [1], [2]), .. Cells(1, [0, 1, 2], [0], [1], [2])]);
        Assert.Equal([Shown, Primary, Secondary, Shown, Shown, Primary, Secondary, Shown], Suppression.Of(table, Rule));
    }

    [Fact]
    public void Two_sets_of_bodies_that_differ_by_one_do_not_tell_it()
    {
        // The same count in two indicators that one body answered apart: 43 less 40 is its 3.
        var states = Of([3, 40], [0, 1], [1], [1]);
        Assert.Contains(Secondary, states);
        Assert.Equal(states[1], states[2]);
    }

    [Fact]
    public void A_cell_without_a_body_has_nothing_to_hide() => Assert.Equal([Shown, Primary], Of([null, 3], [0], [1]));

    [Fact]
    public void Part_counts_in_decimals_are_hidden_too() => Assert.Equal([Shown, Primary, Secondary], Of([0.4m, 12.5m], [0, 1], [0], [1]));

    [Theory]
    [InlineData(2)]
    [InlineData(101)]
    public void A_threshold_out_of_reach_is_no_rule(int threshold) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmallNumberRule(threshold));

    private static IReadOnlyList<CellState> Of(decimal?[] counts, params int[][] cells) =>
        Suppression.Of(new CountTable([counts], [], [], [.. Cells(0, cells)]), Rule);

    /// <summary>Three bodies and their total, with what was said of the total and of each before.</summary>
    private static IReadOnlyList<CellState> Of(decimal?[] counts, params CellPast[] past) =>
        Suppression.Of(new CountTable([counts], [], [], [.. Cells(0, [0, 1, 2], [0], [1], [2])]), Rule, past);

    private static IEnumerable<CountCell> Cells(int count, params int[][] sets) => sets.Select(s => new CountCell(count, s));
}
