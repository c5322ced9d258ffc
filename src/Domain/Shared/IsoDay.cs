using System.Globalization;

namespace Responsables.Domain.Shared;

/// <summary>A day as forms, files and addresses write it: <c>2026-03-31</c>.</summary>
public static class IsoDay
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The day; null when the text is not exactly one.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Of(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
