using Responsables.Domain.Publications;
using Xunit;

namespace Responsables.Domain.Tests.Publications;

public class AccentColourTests
{
    // Contrasts as the formula of WCAG 2.2 (relative luminance) gives them.
    [Theory]
    [InlineData("000000", 21)]
    [InlineData("#ffffff", 1)]
    [InlineData(" 767676", 4.54)]
    [InlineData("777777", 4.48)]
    [InlineData("FF0000", 4.0)]
    [InlineData("0a5363", 8.6)]
    public void Contrast_with_white_decides_whether_it_is_read(string typed, double contrast)
    {
        var colour = AccentColour.Read(typed)!.Value;
        Assert.Equal(typed.Trim().TrimStart('#').ToUpperInvariant(), colour.Digits);
        Assert.Equal(contrast, colour.ContrastWithWhite, 0.01 + (contrast > 5 ? 0.05 : 0));
        Assert.Equal(contrast >= AccentColour.LeastContrast, colour.IsReadable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("1234567")]
    [InlineData("12345g")]
    [InlineData("0A5363;x")]
    public void What_is_no_colour_is_none(string typed) => Assert.Null(AccentColour.Read(typed));
}
