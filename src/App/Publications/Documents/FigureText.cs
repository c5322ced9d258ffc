using System.Globalization;
using Responsables.Domain.Consolidation;

namespace Responsables.App.Publications.Documents;

/// <summary>Numbers of an edition in words: rounded to be read, the exact one stays beside.</summary>
internal static class FigureText
{
    public const string None = "—";
    public const string Secret = "s";

    private const int MostDecimals = 2;

    /// <summary>From here on, decimals say nothing at a glance.</summary>
    private const decimal Large = 1000;

    private static readonly NumberFormatInfo French = new()
    {
        NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202f", NumberGroupSizes = [3], NegativeSign = "\u2212",
    };

    public static bool IsShare(string unit) => unit.StartsWith('%');

    /// <summary>Whether a change is told in points rather than in percent.</summary>
    public static bool IsInPoints(string unit) => IsShare(unit) || unit == "points";

    /// <summary>As on the pages: percentages have one decimal, whole and large numbers none, others two.</summary>
    public static int Decimals(string unit, params IEnumerable<decimal?> values) =>
        IsShare(unit) ? 1 : values.OfType<decimal>().Select(v => Math.Abs(v) >= Large || decimal.Round(v, MostDecimals) == decimal.Truncate(v) ? 0 : MostDecimals).DefaultIfEmpty(0).Max();

    public static string Number(decimal value, int decimals)
    {
        var rounded = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), French);
    }

    /// <summary>A change, with its sign.</summary>
    public static string Signed(decimal value, int decimals)
    {
        var text = Number(value, decimals);
        return decimal.Round(value, decimals, MidpointRounding.AwayFromZero) > 0 ? "+" + text : text;
    }

    /// <summary>The unit beside a number: short, in agreement with it.</summary>
    public static string Unit(string unit, decimal? value = null) =>
        IsShare(unit) ? "%"
        : value is { } number && Math.Abs(number) < 2 && DocumentTexts.Find($"unit.{unit}.one") is { } one ? one
        : DocumentTexts.Find($"unit.{unit}") ?? unit;

    public static string WithUnit(decimal value, string unit) => $"{Number(value, Decimals(unit, value))}\u00a0{Unit(unit, value)}";

    /// <summary>What stands in a cell: the number, or why there is none.</summary>
    public static string Cell(decimal? value, NoValue reason, int decimals) => value is { } number ? Number(number, decimals) : reason == NoValue.Secret ? Secret : None;
}
