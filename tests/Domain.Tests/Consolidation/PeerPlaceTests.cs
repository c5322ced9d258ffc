using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Consolidation;
using Xunit;

namespace Responsables.Domain.Tests.Consolidation;

/// <summary>Where a value stands among others: by hand, and whatever the values.</summary>
public sealed class PeerPlaceTests
{
    [Fact]
    public void A_value_has_its_place_among_five_others_and_none_among_four()
    {
        var place = PeerPlace.Of(25, [10, 20, 30, 40, 50])!;
        Assert.Equal((20m, 30m, 40m), (place.Peers.FirstQuartile, place.Peers.Median, place.Peers.ThirdQuartile));
        Assert.Equal((2, 3, 2), (place.Lower, place.Higher, place.Quarter));
        Assert.Equal([1, 1, 3, 4], new[] { 5m, 20m, 35m, 60m }.Select(v => PeerPlace.Of(v, [10, 20, 30, 40, 50])!.Quarter));
        Assert.Null(PeerPlace.Of(25, [10, 20, 30, 40]));
    }

    [Fact]
    public void Those_below_those_above_and_the_equal_ones_are_all_of_them() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(), ArbMap.Default.ArbFor<int>(), (others, value) =>
        {
            var place = PeerPlace.Of(value, [.. others.Select(o => (decimal)o)]);
            return place is null ? others.Length < Spread.Fewest
                : place.Lower + place.Higher + others.Count(o => o == value) == others.Length && place.Quarter is >= 1 and <= 4;
        }).QuickCheckThrowOnFailure();
}
