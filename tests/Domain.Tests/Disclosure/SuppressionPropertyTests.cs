using Responsables.Domain.Disclosure;
using Xunit;

namespace Responsables.Domain.Tests.Disclosure;

/// <summary>No small count can be computed, nor bounded closer than the rule allows, from what is shown: attacked by means of their own.</summary>
public class SuppressionPropertyTests
{
    private const int Times = 1000;

    [Fact]
    public void Linear_programming_bounds_no_hidden_count_closer_than_the_rule() =>
        GeneratedTables.Hold(Times, GeneratedTables.Any, (table, rule) => Withstands(table, rule, Suppression.Of(table, rule)));

    [Fact]
    public void Trying_every_table_of_whole_numbers_bounds_none_either() => GeneratedTables.Hold(Times, GeneratedTables.Tiny, (table, _) =>
    {
        var rule = new SmallNumberRule(SmallNumberRule.LowestThreshold);
        var attack = new CountingAttack(table, Suppression.Of(table, rule), highest: 9);
        return Small(table, rule).All(cell => attack.Finds(cell, v => v <= 1) && attack.Finds(cell, v => v >= rule.Threshold));
    });

    [Fact]
    public void Small_counts_and_no_others_are_hidden_first() => GeneratedTables.Hold(Times, GeneratedTables.Any, (table, rule) =>
        Suppression.Of(table, rule).Zip(table.Cells).All(c => c.First == CellState.Primary == rule.Hides(Value(table, c.Second))));

    [Fact]
    public void The_same_table_is_always_hidden_alike() => GeneratedTables.Hold(Times / 10, GeneratedTables.Any, (table, rule) =>
        Suppression.Of(table, rule).SequenceEqual(Suppression.Of(table, rule)));

    [Fact]
    public void Control_without_secondary_masking_both_attacks_get_through()
    {
        var (linear, counting, tables) = (0, 0, 200);
        var rule = new SmallNumberRule(SmallNumberRule.LowestThreshold);
        for (var seed = 0; seed < tables; seed++)
        {
            var (any, tiny) = (GeneratedTables.Any(seed), GeneratedTables.Tiny(seed));
            linear += Withstands(any, rule, PrimaryOnly(any, rule)) ? 0 : 1;
            var attack = new CountingAttack(tiny, PrimaryOnly(tiny, rule), highest: 9);
            counting += Small(tiny, rule).All(cell => attack.Finds(cell, v => v <= 1) && attack.Finds(cell, v => v >= rule.Threshold)) ? 0 : 1;
        }

        Assert.True(linear > tables / 4, $"{linear} of {tables}");
        Assert.True(counting > tables / 4, $"{counting} of {tables}");
    }

    private static bool Withstands(CountTable table, SmallNumberRule rule, IReadOnlyList<CellState> states)
    {
        var attack = new LinearAttack(table, states);
        return Small(table, rule).All(cell =>
        {
            var (least, most) = attack.Bounds(cell);
            return least.CompareTo(1m) <= 0 && (most is not { } bound || bound.CompareTo((decimal)rule.Threshold) >= 0);
        });
    }

    /// <summary>Every count that is not to be told: of the cells, and of each body, published or not.</summary>
    private static IEnumerable<CountCell> Small(CountTable table, SmallNumberRule rule) =>
        table.Cells.Concat(from count in Enumerable.Range(0, table.Counts.Count) from body in Enumerable.Range(0, table.Bodies) select new CountCell(count, [body]))
            .Where(c => rule.Hides(Value(table, c)));

    private static CellState[] PrimaryOnly(CountTable table, SmallNumberRule rule) =>
        [.. table.Cells.Select(c => rule.Hides(Value(table, c)) ? CellState.Primary : CellState.Shown)];

    private static decimal Value(CountTable table, CountCell cell) => cell.Bodies.Sum(b => table.Counts[cell.Count][b] ?? 0);
}
