using Responsables.Web.Kit;

namespace Responsables.Web.Tests.Kit;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(new double[] { 0, 100 }, 0, 150)]
    [InlineData(new double[] { 36.2, 34.1 }, 34, 37)]
    [InlineData(new double[] { 5, 5 }, 0, 6)]
    [InlineData(new double[] { 0, 0 }, 0, 1)]
    [InlineData(new double[] { }, 0, 1)]
    [InlineData(new double[] { 70675, 75153 }, 70000, 76000)]
    [InlineData(new double[] { -4, 3 }, -4, 4)]
    public void It_goes_from_round_number_to_round_number_through_all_values(double[] values, double least, double most)
    {
        var scale = ChartScale.Of([.. values.Select(v => (decimal)v)]);
        Assert.InRange(scale.Marks.Count, 2, 6);
        Assert.All(values, v => Assert.InRange(scale.At((decimal)v), 0, 1));
        Assert.True(scale.From >= (decimal)least - (scale.To - scale.From) && scale.To <= (decimal)most + (scale.To - scale.From));
    }
}
