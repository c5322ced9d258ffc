using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Submissions;
using Xunit;

namespace Responsables.Domain.Tests.Submissions;

public sealed class NumberInputTests
{
    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1\u202f234\u00a0567,25", "1234567.25")]
    [InlineData("12,5 %", "12.5")]
    [InlineData("1 200 €", "1200")]
    [InlineData("\u221215", "-15")]
    [InlineData("0,10", "0.1")]
    [InlineData("1.5", "1.5")]
    public void Reads_numbers_as_people_type_them(string typed, string canonical) =>
        Assert.Equal(canonical, NumberInput.Canonical(NumberInput.French(typed)!.Value));

    [Theory]
    [InlineData("")]
    [InlineData("douze")]
    [InlineData("1.234.567")]
    [InlineData("1,2,3")]
    [InlineData("1e309")]
    [InlineData("NaN")]
    [InlineData("12-")]
    [InlineData("--12")]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("%")]
    [InlineData("+5")]
    public void Refuses_what_cannot_be_read_for_certain(string typed) => Assert.Null(NumberInput.French(typed));

    [Theory]
    [InlineData("1,5")]
    [InlineData("1 000")]
    [InlineData("1e3")]
    [InlineData("∞")]
    [InlineData("0x10")]
    [InlineData("٣")]
    public void Files_write_numbers_with_digits_a_point_and_a_minus_only(string text) => Assert.Null(NumberInput.Plain(text));

    [Fact]
    public void What_is_canonical_reads_back_the_same() => Check.QuickThrowOnFailure(Prop.ForAll<decimal>(value =>
        NumberInput.Plain(NumberInput.Canonical(value)) == value));
}
