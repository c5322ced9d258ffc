using System.Globalization;

namespace Responsables.Domain.Publications;

/// <summary>The colour of a fund's documents: white letters are read on it, and its letters on white (WCAG 2.2, criterion 1.4.3: a contrast of 4.5 to 1).</summary>
/// <param name="Digits">Six hexadecimal digits in capitals: red, green, blue.</param>
public readonly record struct AccentColour(string Digits)
{
    /// <summary>The least contrast with white.</summary>
    public const double LeastContrast = 4.5;

    /// <summary>What was typed, with or without its sign; null: it is no colour.</summary>
    public static AccentColour? Read(string typed)
    {
        var digits = typed.Trim().TrimStart('#');
        return digits.Length == 6 && digits.All(char.IsAsciiHexDigit) ? new AccentColour(digits.ToUpperInvariant()) : null;
    }

    /// <summary>Its contrast with white: 1 (white) to 21 (black).</summary>
    public double ContrastWithWhite => 1.05 / ((0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4)) + 0.05);

    /// <summary>Whether white letters are read on it.</summary>
    public bool IsReadable => ContrastWithWhite >= LeastContrast;

    private double Channel(int at)
    {
        var share = int.Parse(Digits.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
