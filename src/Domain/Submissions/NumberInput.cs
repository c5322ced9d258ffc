using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Responsables.Domain.Submissions;

/// <summary>Reads numbers as people type them in French, and as files write them.</summary>
public static partial class NumberInput
{
    /// <summary>Largest absolute value accepted: beyond it, ten decimals would no longer be exact in a national sum.</summary>
    public const decimal Limit = 1_000_000_000_000_000m;

    /// <summary>Decimals accepted; more would be rounded when added.</summary>
    public const int MaxDecimals = 10;

    /// <summary>
    /// Reads a number typed in French: spaces of any kind between groups, a comma or a point before the decimals, the real minus sign or
    /// a hyphen, a final % or unit sign €. A point that groups thousands (1.234.567) is refused rather than guessed.
    /// </summary>
    /// <returns>The number, or null when it cannot be read for certain.</returns>
    public static decimal? French(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Trim().TrimEnd('%', '€').Trim())
        {
            switch (c)
            {
                case ' ' or '\u00A0' or '\u202F' or '\u2009' or '\t': break;
                case ',': plain.Append('.'); break;
                case '\u2212': plain.Append('-'); break;
                default: plain.Append(c); break;
            }
        }

        return Plain(plain.ToString());
    }

    /// <summary>Reads a number as files write it: digits, at most one point, at most a leading minus. No exponent, no space, no NaN.</summary>
    public static decimal? Plain(string text)
    {
        var digits = 0;
        var points = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case >= '0' and <= '9': digits++; break;
                case '.': points++; break;
                case '-' when i == 0: break;
                default: return null;
            }
        }

        return digits is > 0 and <= 29 && points <= 1 && decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    /// <summary>Why a text is not read as a number: a code of problem.</summary>
    public static string WhyNot(string text)
    {
        var plain = text.Trim();
        return Exponent().IsMatch(plain) ? "submissions.number-with-exponent"
            : Unreal().IsMatch(plain) ? "submissions.number-not-finite"
            : plain.Length > 29 && plain.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or ',') ? "submissions.number-too-large"
            : "submissions.not-a-number";
    }

    [GeneratedRegex(@"\A[-+]?[0-9]+([.,][0-9]*)?[eE][-+]?[0-9]+\z")]
    private static partial Regex Exponent();

    [GeneratedRegex(@"\A[-+]?(nan|inf(inity)?|∞)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unreal();

    /// <summary>The canonical text of a number: a point, no group, no useless zero.</summary>
    public static string Canonical(decimal value)
    {
        var text = value.ToString("0.#############################", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>Number of decimals that a value really has.</summary>
    public static int DecimalsOf(decimal value) => Canonical(value).Split('.') is [_, var decimals] ? decimals.Length : 0;
}
