using Responsables.Domain.Consolidation;
using Xunit;

namespace Responsables.Domain.Tests.Consolidation;

public sealed class HistogramTests
{
    [Fact]
    public void Classes_are_between_round_numbers_and_hold_every_body_once()
    {
        var histogram = Histogram.Of(Enumerable.Range(0, 100).Select(i => i / 10m))!;
        Assert.Equal(10, histogram.Classes.Count);
        Assert.All(histogram.Classes, c => Assert.Equal(10, c.Count));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], histogram.Classes.Select(c => c.From));
        // A value on a bound belongs to the class that begins there.
        Assert.Contains(Histogram.Of(Enumerable.Range(0, 15).Select(i => i % 3 * 5m))!.Classes, c => c is { From: 5, Count: 5 });
    }

    [Fact]
    public void The_few_at_either_end_join_their_neighbours()
    {
        var histogram = Histogram.Of([.. Enumerable.Range(0, 100).Select(i => i / 10m), -40, 500, 501])!;
        Assert.Equal(103, histogram.Classes.Sum(c => c.Count));
        Assert.Equal((11, 12), (histogram.Classes[0].Count, histogram.Classes[^1].Count));
        Assert.Equal((0, 10), (histogram.Classes[0].From, histogram.Classes[^1].To));
    }

    [Fact]
    public void Nothing_is_told_of_too_few_bodies_nor_of_values_that_are_all_the_same()
    {
        Assert.Null(Histogram.Of([]));
        Assert.Null(Histogram.Of(Enumerable.Range(0, 14).Select(i => (decimal)i)));
        Assert.NotNull(Histogram.Of(Enumerable.Range(0, 60).Select(i => (decimal)i)));
        Assert.Null(Histogram.Of(Enumerable.Repeat(7m, 300)));
        Assert.Null(Histogram.Of(Enumerable.Range(0, 100).Select(i => 3 + (i * 0.00000000000000000001m))));
    }

    [Fact]
    public void Whatever_the_values_no_class_tells_of_fewer_than_five()
    {
        var random = new Random(7);
        var drawn = 0;
        for (var run = 0; run < 2000; run++)
        {
            var spread = (decimal)Math.Pow(10, random.Next(-3, 7));
            var values = Enumerable.Range(0, random.Next(1, 320))
                .Select(_ => decimal.Round((decimal)Math.Pow(random.NextDouble(), 1 + (run % 4)) * spread, run % 3) * (run % 5 == 0 ? -1 : 1)).ToList();
            if (Histogram.Of(values) is not { } histogram)
            {
                continue;
            }

            drawn++;
            Assert.InRange(histogram.Classes.Count, 3, 12);
            Assert.Equal(values.Count, histogram.Classes.Sum(c => c.Count));
            Assert.DoesNotContain(histogram.Classes, c => c.Count is > 0 and < Spread.Fewest);
            Assert.True(histogram.Classes[0].Count > 0 && histogram.Classes[^1].Count > 0);
            Assert.All(histogram.Classes.Zip(histogram.Classes.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            // The outer classes count what is beyond them; the others what they hold.
            Assert.All(histogram.Classes.Skip(1).SkipLast(1), c => Assert.Equal(c.Count, values.Count(v => v >= c.From && v < c.To)));
        }

        Assert.InRange(drawn, 1000, 2000);
    }
}
