using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Tests.Consolidation;

/// <summary>
/// A second implementation of formulas, from their text alone: no shared parser, exact fractions instead of decimals, every body walked for
/// every figure. Slow and plain on purpose.
/// </summary>
internal sealed partial class NaiveFormula
{
    private readonly List<string> tokens;
    private int at;
    private IReadOnlyList<AnswerSheet> bodies = [];
    private CellKey cell;

    private NaiveFormula(string text) => tokens = [.. Token().Matches(text).Select(m => m.Value)];

    /// <summary>The state of one body: sans objet by a zero divisor first, then by the variables in the order of the rules.</summary>
    public static AnswerState StateOf(string formula, AnswerSheet body, CellKey cell)
    {
        var naive = new NaiveFormula(formula) { bodies = [body], cell = cell };
        try
        {
            naive.Sum();
        }
        catch (DivideByZeroException)
        {
            return AnswerState.NotApplicable;
        }
        catch (MissingException)
        {
            // Without all the terms, a divisor may still be known and zero.
            if (new NaiveFormula(formula) { bodies = [body], cell = cell }.HasZeroDivisor())
            {
                return AnswerState.NotApplicable;
            }

            var states = new NaiveFormula(formula).Names().Select(n => Read(body, n, cell).State).ToList();
            return states.Contains(AnswerState.NotApplicable) ? AnswerState.NotApplicable
                : states.Contains(AnswerState.Unavailable) ? AnswerState.Unavailable : AnswerState.Missing;
        }

        return AnswerState.Given;
    }

    /// <summary>The figure over bodies that answered; null when a divisor is zero.</summary>
    public static BigRational? Value(string formula, IReadOnlyList<AnswerSheet> answered, CellKey cell)
    {
        try
        {
            return new NaiveFormula(formula) { bodies = answered, cell = cell }.Sum();
        }
        catch (DivideByZeroException)
        {
            return null;
        }
    }

    private BigRational Sum()
    {
        var left = Product();
        while (at < tokens.Count && tokens[at] is "+" or "-")
        {
            left = tokens[at++] == "+" ? left + Product() : left - Product();
        }

        return left;
    }

    private BigRational Product()
    {
        var left = Factor();
        while (at < tokens.Count && tokens[at] is "*" or "/")
        {
            left = tokens[at++] == "*" ? left * Factor() : left / Factor();
        }

        return left;
    }

    private BigRational Factor()
    {
        var token = tokens[at++];
        switch (token)
        {
            case "(":
                var inner = Sum();
                at++;
                return inner;
            case "sum":
                return Aggregate((body, naive) => naive.Over(body).Sum());
            case "count":
                return Count();
            default:
                return char.IsAsciiDigit(token[0])
                    ? BigRational.Of(decimal.Parse(token, CultureInfo.InvariantCulture))
                    : BigRational.Of(Number(token));
        }
    }

    private BigRational Count()
    {
        var inside = Inside();
        return inside[1] == "answered"
            ? bodies.Select(b => BigRational.Of(Number(b, inside[0]) is 0 or 1 ? 1 : 0)).Aggregate(BigRational.Zero, (a, b) => a + b)
            : bodies.Select(b => BigRational.Of(Number(b, inside[0]) == (inside[2] == "oui" ? 1 : 0) ? 1 : 0)).Aggregate(BigRational.Zero, (a, b) => a + b);
    }

    private BigRational Aggregate(Func<AnswerSheet, NaiveFormula, BigRational> of)
    {
        var inside = string.Join(' ', Inside());
        return bodies.Select(b => of(b, new NaiveFormula(inside) { cell = cell }).Rounded()).Aggregate(BigRational.Zero, (a, b) => a + b);
    }

    private AnswerSheet? single;

    private NaiveFormula Over(AnswerSheet body)
    {
        single = body;
        return this;
    }

    private List<string> Inside()
    {
        var depth = 1;
        var start = ++at;
        for (; depth > 0; at++)
        {
            depth += tokens[at] switch { "(" => 1, ")" => -1, _ => 0 };
        }

        return tokens[start..(at - 1)];
    }

    private decimal Number(string name) => Number(single!, name);

    private decimal Number(AnswerSheet body, string name) =>
        Read(body, name, cell) is { IsGiven: true } value ? value.Number : throw new MissingException();

    private static AnswerValue Read(AnswerSheet body, string name, CellKey cell)
    {
        var match = Reference().Match(name);
        return body[new VariableCode(match.Groups[1].Value), match.Groups[2].Success ? new CellKey(match.Groups[2].Value) : cell];
    }

    private bool HasZeroDivisor()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] == "/")
            {
                try
                {
                    at = i + 1;
                    single = bodies[0];
                    if (Factor().IsZero)
                    {
                        return true;
                    }
                }
                catch (MissingException)
                {
                    // This divisor is not known: the next one may be.
                }
                catch (DivideByZeroException)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private IEnumerable<string> Names() => tokens.Where(t => Reference().IsMatch(t) && t is not ("sum" or "count" or "oui" or "non" or "answered"));

    [GeneratedRegex(@"[a-z_][a-z0-9_]*(?:\[[^\]]*\])?|\d+(?:\.\d+)?|[-+*/()=]")]
    private static partial Regex Token();

    [GeneratedRegex(@"^([a-z_][a-z0-9_]*)(?:\[([^\]]*)\])?$")]
    private static partial Regex Reference();

    private sealed class MissingException : Exception;
}

/// <summary>An exact fraction.</summary>
internal readonly record struct BigRational(BigInteger Numerator, BigInteger Denominator)
{
    public static readonly BigRational Zero = new(0, 1);

    public bool IsZero => Numerator.IsZero;

    public static BigRational Of(decimal value)
    {
        var scale = BigInteger.Pow(10, (decimal.GetBits(value)[3] >> 16) & 0xFF);
        return new BigRational(new BigInteger(value * (decimal)scale), scale);
    }

    /// <summary>Half-even at ten decimals.</summary>
    public BigRational Rounded()
    {
        var scaled = Numerator * BigInteger.Pow(10, 10);
        var (down, rest) = (BigInteger.Divide(scaled, Denominator), BigInteger.Remainder(scaled, Denominator));
        var twice = BigInteger.Abs(rest * 2).CompareTo(BigInteger.Abs(Denominator));
        if (twice > 0 || (twice == 0 && !down.IsEven))
        {
            down += Numerator.Sign * Denominator.Sign;
        }

        return new BigRational(down, BigInteger.Pow(10, 10));
    }

    /// <summary>Whether a decimal is this number, but for the last of its 28 digits.</summary>
    public bool IsNear(decimal value)
    {
        var difference = this - Of(value);
        return BigInteger.Abs(difference.Numerator) * BigInteger.Pow(10, 20) <= BigInteger.Abs(difference.Denominator) * BigInteger.Max(1, BigInteger.Abs(Numerator / Denominator));
    }

    public static BigRational operator +(BigRational a, BigRational b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static BigRational operator -(BigRational a, BigRational b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static BigRational operator *(BigRational a, BigRational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static BigRational operator /(BigRational a, BigRational b) =>
        b.IsZero ? throw new DivideByZeroException() : new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);
}
