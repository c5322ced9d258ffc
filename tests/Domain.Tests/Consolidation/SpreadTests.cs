using Responsables.Domain.Consolidation;
using Xunit;

namespace Responsables.Domain.Tests.Consolidation;

public sealed class SpreadTests
{
    [Fact]
    public void Quartiles_are_those_of_spreadsheets_whatever_the_order()
    {
        Assert.Equal(new Spread(5, 2, 3, 4), Spread.Of([5, 1, 4, 2, 3]));
        Assert.Equal(new Spread(6, 2.25m, 3.5m, 4.75m), Spread.Of([1, 2, 3, 4, 5, 6]));
        Assert.Equal(new Spread(5, 7, 7, 7), Spread.Of([7, 7, 7, 7, 7]));
    }

    [Fact]
    public void Nothing_is_told_of_fewer_than_five_bodies()
    {
        Assert.Null(Spread.Of([]));
        Assert.Null(Spread.Of([1, 2, 3, 4]));
        Assert.NotNull(Spread.Of([1, 2, 3, 4, 5]));
    }
}
