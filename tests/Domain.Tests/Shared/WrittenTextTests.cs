using Responsables.Domain.Shared;
using Xunit;

namespace Responsables.Domain.Tests.Shared;

public sealed class WrittenTextTests
{
    [Theory]
    [InlineData(" a\r\nb\rc ", "a\nb\nc")]
    [InlineData("\n\t ", "")]
    public void Line_breaks_are_of_one_kind_and_nothing_stands_around(string typed, string kept) => Assert.Equal(kept, WrittenText.Clean(typed));

    [Theory]
    [InlineData("", "none")]
    [InlineData("12345", null)]
    [InlineData("123456", "shared.text-too-long")]
    [InlineData("a\u0000", "shared.control-character")]
    [InlineData("a\u0085", "shared.control-character")]
    [InlineData("a\n\tb", null)]
    public void A_text_is_kept_or_refused_at_its_place(string text, string? problem)
    {
        Assert.Equal(problem, WrittenText.Refusal(text, "field", 5, "none")?.Code);
        Assert.True(WrittenText.Refusal(text, "field", 5, "none") is null or { Place: "field" });
        Assert.Null(WrittenText.Refusal("", "field", 5));
    }

    [Theory]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("2026-2-28", false)]
    [InlineData(" 2026-02-28", false)]
    [InlineData("28/02/2026", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_day_is_read_only_as_it_is_written(string? text, bool isDay)
    {
        Assert.Equal(isDay, IsoDay.Read(text) is not null);
        Assert.True(!isDay || IsoDay.Of(IsoDay.Read(text)!.Value) == text);
    }
}
