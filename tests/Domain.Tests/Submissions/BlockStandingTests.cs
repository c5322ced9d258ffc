using Responsables.Domain.Submissions;
using Xunit;

namespace Responsables.Domain.Tests.Submissions;

public sealed class BlockStandingTests
{
    [Theory]
    [InlineData("a", null, null, null, false, BlockState.Draft)]
    [InlineData("a", "a", null, null, false, BlockState.Signed)]
    [InlineData("a", "a", "a", null, false, BlockState.Validated)]
    [InlineData("a", "a", "a", "a", false, BlockState.Accepted)]
    [InlineData("b", "a", "a", "a", false, BlockState.Draft)]
    [InlineData("b", "b", "a", "a", false, BlockState.Signed)]
    [InlineData("b", "b", "b", "a", false, BlockState.Validated)]
    [InlineData("a", "a", null, null, true, BlockState.Returned)]
    public void A_state_is_what_the_acts_say_of_the_present_content(
        string seal, string? signed, string? validated, string? accepted, bool returned, BlockState expected) =>
        Assert.Equal(expected, new BlockStanding(seal, signed, validated, accepted, returned).State);

    [Fact]
    public void A_validation_without_a_signature_of_the_same_content_counts_for_nothing() =>
        Assert.Equal(BlockState.Draft, new BlockStanding("b", "a", "b", "b", false).State);

    [Fact]
    public void Only_a_changed_content_makes_a_signature_lapse()
    {
        Assert.True(new BlockStanding("b", "a", null, null, false).HasLapsed);
        Assert.False(new BlockStanding("a", "a", null, null, false).HasLapsed);
        Assert.False(new BlockStanding("b", "a", null, null, true).HasLapsed);
    }
}
