using Responsables.Domain.Consolidation;
using Xunit;

namespace Responsables.Domain.Tests.Consolidation;

public sealed class PeerMedianTests
{
    [Fact]
    public void There_is_none_for_two_peers() => Assert.Null(PeerMedian.Of([1m, 2m]));

    [Fact]
    public void It_is_the_middle_one_whatever_the_order() => Assert.Equal(new PeerMedian(3, 4, 3), PeerMedian.Of([9m, 1m, 4m]));

    [Fact]
    public void It_is_halfway_between_the_two_middle_ones() => Assert.Equal(new PeerMedian(4, 2.5m, 3), PeerMedian.Of([3m, 0m, 10m, 2m]));

    [Fact]
    public void It_counts_those_that_said_yes() => Assert.Equal(2, PeerMedian.Of([100m, 0m, 100m])!.NotZero);
}
