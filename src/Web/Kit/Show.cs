using System.Globalization;
using Responsables.Domain.Organizations;
using Responsables.Web.Platform;

namespace Responsables.Web.Kit;

/// <summary>How numbers, days and instants are written on screen.</summary>
internal static class Show
{
    /// <summary>What stands where there is no value: never 0.</summary>
    public const string Missing = "—";

    /// <summary>Parts thousands in French, and a number from its unit: the narrow one (U+202F) is too thin in the typeface of the pages.</summary>
    private const string Space = "\u00A0";

    private const char Minus = '\u2212';

    private static readonly NumberFormatInfo French = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = Space,
        NumberGroupSizes = [3],
        NegativeSign = Minus.ToString(),
    };

    private static readonly NumberFormatInfo English = new()
    {
        NumberDecimalSeparator = ".",
        NumberGroupSeparator = ",",
        NumberGroupSizes = [3],
        NegativeSign = Minus.ToString(),
    };

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById(TimeZones.Mainland);

    private static bool IsFrench => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";

    /// <summary>A number with so many decimals (rounded half away from zero, for display only), or with those it has.</summary>
    public static string Number(decimal? value, int? decimals = null)
    {
        if (value is not { } number)
        {
            return Missing;
        }

        var rounded = decimals is { } kept ? decimal.Round(number, kept, MidpointRounding.AwayFromZero) : number;
        // Without decimals asked for, trailing zeros of the stored number say nothing.
        var text = rounded.ToString(decimals is { } count ? "N" + count.ToString(CultureInfo.InvariantCulture) : "#,##0.############################", IsFrench ? French : English);
        // No "−0".
        return rounded == 0 ? text.TrimStart(Minus) : text;
    }

    /// <summary>A number with its unit after it.</summary>
    public static string Number(decimal? value, int? decimals, string? unit) =>
        value is null || string.IsNullOrEmpty(unit) ? Number(value, decimals) : Number(value, decimals) + Space + unit;

    /// <summary>A share (0.0636) as a percentage (6,36 %).</summary>
    public static string Percent(decimal? share, int decimals = 1) =>
        share is { } value ? Number(value * 100, decimals) + (IsFrench ? Space : "") + "%" : Missing;

    /// <summary>A difference, always with its sign.</summary>
    public static string Signed(decimal? value, int? decimals = null) =>
        value > 0 && Number(value, decimals) is var text && text.Any(c => c is >= '1' and <= '9') ? "+" + text : Number(value, decimals);

    /// <summary>31 mars 2026; the first of a month is « 1er ».</summary>
    public static string Day(DateOnly? day) => day is { } known ? Day(known.ToDateTime(TimeOnly.MinValue)) : Missing;

    /// <summary>The day of an instant in Paris.</summary>
    public static string Day(DateTimeOffset instant) => Day(TimeZoneInfo.ConvertTime(instant, Paris).DateTime);

    /// <summary>31 mars 2026 à 23:59, in Paris.</summary>
    public static string Instant(DateTimeOffset? instant) => instant is { } known ? At(known, Paris) : Missing;

    /// <summary>A deadline: in Paris with the name of the zone, and beside it the local time of a body that lives by another clock.</summary>
    /// <param name="zone">IANA zone of the body; null or Paris: nothing more.</param>
    public static string Deadline(DateTimeOffset instant, string? zone = null)
    {
        var paris = Texts.T["kit.time.paris", At(instant, Paris)];
        if (zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var local) || local.GetUtcOffset(instant) == Paris.GetUtcOffset(instant))
        {
            return paris;
        }

        var place = Texts.T.Find("kit.zone." + zone) ?? zone;
        return Texts.T["kit.time.local", paris, At(instant, local), place];
    }

    /// <summary>14:32, in Paris.</summary>
    public static string Time(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string At(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        return Texts.T["kit.time.at", Day(local), local.ToString("HH:mm", CultureInfo.InvariantCulture)];
    }

    private static string Day(DateTime day)
    {
        var culture = CultureInfo.CurrentUICulture;
        var text = day.ToString("d MMMM yyyy", culture);
        return IsFrench && day.Day == 1 ? "1er" + text[1..] : text;
    }
}
