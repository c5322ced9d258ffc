using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Shared;
using Xunit;

namespace Responsables.Domain.Tests.Shared;

public class QuantityRoundingTests
{
    private static readonly Arbitrary<decimal> Decimals = (
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(int.MinValue, int.MaxValue)))
        from high in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(0, 1_000_000)))
        from negative in Gen.Elements(false, true)
        from scale in Gen.Choose(0, 28)
        select new decimal(low, middle, high, negative, (byte)scale)).ToArbitrary();

    [Fact]
    public void It_is_the_nearest_and_ties_go_to_even() => Prop.ForAll(Decimals, value =>
    {
        var bits = decimal.GetBits(value);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        var (units, rest) = (BigInteger.DivRem(mantissa * BigInteger.Pow(10, 10), BigInteger.Pow(10, value.Scale), out var r), r * 2);
        var half = BigInteger.Pow(10, value.Scale);
        var nearest = rest > half || (rest == half && !units.IsEven) ? units + 1 : units;
        return Quantity.Round(value).Units == (Int128)(value < 0 ? -nearest : nearest);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Beyond_its_range_it_throws() => Assert.Throws<OverflowException>(() => Quantity.Round(decimal.MaxValue));
}
