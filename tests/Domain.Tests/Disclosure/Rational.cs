namespace Responsables.Domain.Tests.Disclosure;

/// <summary>An exact fraction: what the attack computes with. Overflow throws.</summary>
internal readonly record struct Rational : IComparable<Rational>
{
    private readonly Int128 bottom;

    public Rational(Int128 top, Int128 bottom)
    {
        var divisor = Divisor(Int128.Abs(top), Int128.Abs(bottom)) * Int128.Sign(bottom);
        (Top, this.bottom) = (top / divisor, bottom / divisor);
    }

    public Int128 Top { get; }

    public Int128 Bottom => bottom == 0 ? 1 : bottom;

    public int Sign => Int128.Sign(Top);

    public static implicit operator Rational(decimal value) => new((Int128)(value * 1000), 1000);

    public static Rational operator +(Rational a, Rational b) => new(checked((a.Top * b.Bottom) + (b.Top * a.Bottom)), checked(a.Bottom * b.Bottom));

    public static Rational operator -(Rational a, Rational b) => new(checked((a.Top * b.Bottom) - (b.Top * a.Bottom)), checked(a.Bottom * b.Bottom));

    public static Rational operator *(Rational a, Rational b) => new(checked(a.Top * b.Top), checked(a.Bottom * b.Bottom));

    public static Rational operator /(Rational a, Rational b) => new(checked(a.Top * b.Bottom), checked(a.Bottom * b.Top));

    public static Rational operator -(Rational a) => new(-a.Top, a.Bottom);

    public int CompareTo(Rational other) => checked(Top * other.Bottom).CompareTo(checked(other.Top * Bottom));

    public override string ToString() => $"{Top}/{Bottom}";

    private static Int128 Divisor(Int128 a, Int128 b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a == 0 ? 1 : a;
    }
}
