using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Disclosure;

namespace Responsables.Domain.Tests.Disclosure;

/// <summary>Small tables of all shapes: bodies in several hierarchies at once, totals with one or two partitions and overlapping cells.</summary>
internal static class GeneratedTables
{
    /// <summary>Checks a property of many tables.</summary>
    public static void Hold(int times, Func<int, CountTable> table, Func<CountTable, SmallNumberRule, bool> property) =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), Gen.Choose(3, 6).ToArbitrary(),
            (seed, threshold) => property(table(seed), new SmallNumberRule(threshold)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    public static CountTable Any(int seed)
    {
        var dice = new Random(seed);
        return Made(dice, bodies: dice.Next(1, 7), shape: dice.Next(5), highest: dice.Next(2) == 0 ? 6 : 30);
    }

    /// <summary>Three bodies at most, and few counts: every possibility can be tried.</summary>
    public static CountTable Tiny(int seed)
    {
        var dice = new Random(seed);
        return Made(dice, bodies: dice.Next(1, 4), shape: dice.Next(3) == 0 ? 4 : dice.Next(2), highest: 4);
    }

    private static CountTable Made(Random dice, int bodies, int shape, int highest)
    {
        var counts = Enumerable.Range(0, shape switch { 0 => 1, 1 => 3, 2 => 5, 3 => 4, _ => 2 }).Select(_ => new decimal?[bodies]).ToList();
        for (var body = 0; body < bodies; body++)
        {
            Fill(dice, counts, body, shape, highest);
        }

        IReadOnlyList<CountSum> sums = shape switch { 1 or 3 => [new(0, [1, 2])], 2 => [new(0, [1, 2]), new(0, [3, 4])], _ => [] };
        IReadOnlyList<CountBound> bounds = shape switch { 3 => [new(3, 0)], 4 => [new(1, 0)], _ => [] };
        return new CountTable(counts, sums, bounds, Cells(dice, counts.Count, bodies));
    }

    private static void Fill(Random dice, List<decimal?[]> counts, int body, int shape, int highest)
    {
        var (one, other) = (dice.Next(highest + 1), dice.Next(3) == 0 ? 0 : dice.Next(highest + 1));
        var whole = shape is 0 or 4 ? one : one + other;
        int[] values = shape switch
        {
            0 => [whole],
            1 => [whole, one, other],
            2 => dice.Next(whole + 1) is var third ? [whole, one, other, third, whole - third] : [],
            3 => [whole, one, other, dice.Next(whole + 1)],
            _ => [whole, dice.Next(whole + 1)],
        };
        for (var count = 0; count < values.Length; count++)
        {
            counts[count][body] = dice.Next(12) == 0 ? null : values[count];
        }
    }

    /// <summary>The whole, funds (whose own counts are not published), two other hierarchies, bodies, and now and then any set of bodies.</summary>
    private static List<CountCell> Cells(Random dice, int counts, int bodies)
    {
        var all = Enumerable.Range(0, bodies).ToList();
        var funds = dice.Next(1, 3);
        var sets = new List<List<int>> { all };
        foreach (var parts in new[] { funds, dice.Next(1, 4), dice.Next(1, 3) })
        {
            var of = all.ConvertAll(b => b < parts ? b : dice.Next(parts));
            sets.AddRange(Enumerable.Range(0, parts).Select(p => all.FindAll(b => of[b] == p)));
        }

        sets.AddRange(all.Where(b => b >= funds || dice.Next(2) == 0).Select(b => (List<int>)[b]));
        if (dice.Next(3) == 0)
        {
            sets.Add(all.FindAll(_ => dice.Next(2) == 0));
        }

        return [.. from set in sets from count in Enumerable.Range(0, counts) where dice.Next(15) > 0 select new CountCell(count, set)];
    }
}
