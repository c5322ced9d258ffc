using System.Globalization;

namespace Responsables.Domain.Shared;

/// <summary>
/// An exact number with ten decimals, as terms are added over bodies: a 128-bit count of 10⁻¹⁰ units, so that a sum does not depend
/// on its order and what was added can be taken away again without a trace. Range about ±1.7 × 10²⁸; overflow throws.
/// </summary>
public readonly record struct Quantity(Int128 Units) : IComparable<Quantity>
{
    /// <summary>Decimals kept by a term before it is added (product rule: rounded half-even at ten decimals).</summary>
    public const int Decimals = 10;

    private const decimal Scale = 10_000_000_000m;

    private static ReadOnlySpan<ulong> Powers =>
        [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000];

    public static readonly Quantity Zero = new(Int128.Zero);

    /// <summary>The quantity nearest to <paramref name="value"/>, ties to even.</summary>
    public static Quantity Round(decimal value)
    {
        var rounded = value.Scale > Decimals ? decimal.Round(value, Decimals, MidpointRounding.ToEven) : value;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(rounded, bits);
        var power = Powers[Decimals - rounded.Scale];
        var low = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        // Below 2⁶⁴ the product cannot overflow; beyond, the checked product is slower.
        var units = bits[2] == 0
            ? new Int128(Math.BigMul(low, power, out var product), product)
            : checked((Int128)new UInt128((uint)bits[2], low) * power);
        return new(bits[3] < 0 ? -units : units);
    }

    /// <summary>The same number as a decimal; throws <see cref="OverflowException"/> beyond 7.9 × 10¹⁸, where ten decimals no longer fit.</summary>
    public decimal ToDecimal()
    {
        var (whole, rest) = Int128.DivRem(Units, (Int128)Scale);
        return (decimal)whole + ((decimal)rest / Scale);
    }

    public static Quantity operator +(Quantity left, Quantity right) => new(checked(left.Units + right.Units));

    public static Quantity operator -(Quantity left, Quantity right) => new(checked(left.Units - right.Units));

    public static Quantity operator -(Quantity value) => new(checked(-value.Units));

    public static Quantity Add(Quantity left, Quantity right) => left + right;

    public static Quantity Subtract(Quantity left, Quantity right) => left - right;

    public static Quantity Negate(Quantity value) => -value;

    public int CompareTo(Quantity other) => Units.CompareTo(other.Units);

    public static bool operator <(Quantity left, Quantity right) => left.Units < right.Units;

    public static bool operator >(Quantity left, Quantity right) => left.Units > right.Units;

    public static bool operator <=(Quantity left, Quantity right) => left.Units <= right.Units;

    public static bool operator >=(Quantity left, Quantity right) => left.Units >= right.Units;

    public override string ToString() => ToDecimal().ToString(CultureInfo.InvariantCulture);
}
