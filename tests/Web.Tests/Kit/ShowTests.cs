using System.Globalization;
using Responsables.Web.Kit;

namespace Responsables.Web.Tests.Kit;

public sealed class ShowTests
{
    private const string S = "\u00A0";

    public ShowTests() => CultureInfo.CurrentUICulture = new CultureInfo("fr-FR");

    [Theory]
    [InlineData("0", null, "0")]
    [InlineData("1234567.5", null, "1" + S + "234" + S + "567,5")]
    [InlineData("-1234.50", null, "−1" + S + "234,5")]
    [InlineData("60.00", 2, "60,00")]
    [InlineData("0.0049", 2, "0,00")]
    [InlineData("-0.004", 2, "0,00")]
    [InlineData("0.125", 2, "0,13")]
    [InlineData("-0.125", 2, "−0,13")]
    [InlineData("999999.995", 2, "1" + S + "000" + S + "000,00")]
    [InlineData("0.1234567890", null, "0,123456789")]
    [InlineData("79228162514264337593543950335", null, "79" + S + "228" + S + "162" + S + "514" + S + "264" + S + "337" + S + "593" + S + "543" + S + "950" + S + "335")]
    public void Numbers_are_written_in_french(string value, int? decimals, string expected) =>
        Assert.Equal(expected, Show.Number(decimal.Parse(value, CultureInfo.InvariantCulture), decimals));

    [Fact]
    public void What_is_missing_is_a_dash_never_zero()
    {
        Assert.Equal("—", Show.Number(null));
        Assert.Equal("—", Show.Number(null, 2, "kWh"));
        Assert.Equal("—", Show.Percent(null));
        Assert.Equal("—", Show.Day((DateOnly?)null));
        Assert.Equal("—", Show.Instant(null));
    }

    [Fact]
    public void Shares_units_and_differences()
    {
        Assert.Equal($"6,4{S}%", Show.Percent(0.0636m));
        Assert.Equal($"−4,10{S}%", Show.Percent(-0.041m, 2));
        Assert.Equal($"142{S}kWh/m²", Show.Number(142m, 0, "kWh/m²"));
        Assert.Equal("+3", Show.Signed(3m));
        Assert.Equal("−3", Show.Signed(-3m));
        Assert.Equal("0", Show.Signed(0.2m, 0));
    }

    [Fact]
    public void English_has_its_own_marks()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("en-GB");
        Assert.Equal("−1,234.5", Show.Number(-1234.5m));
        Assert.Equal("6.4%", Show.Percent(0.0636m));
    }

    [Theory]
    [InlineData("2026-03-31T21:59:59Z", "31 mars 2026 à 23:59")]
    [InlineData("2026-03-31T22:00:00Z", "1er avril 2026 à 00:00")]
    [InlineData("2026-01-31T22:59:00Z", "31 janvier 2026 à 23:59")]
    public void Instants_are_in_paris_time(string instant, string expected) =>
        Assert.Equal(expected, Show.Instant(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(null, "31 mars 2026 à 23:59 (heure de Paris)")]
    [InlineData("Europe/Paris", "31 mars 2026 à 23:59 (heure de Paris)")]
    [InlineData("Indian/Reunion", "31 mars 2026 à 23:59 (heure de Paris), soit 1er avril 2026 à 01:59 (heure de La Réunion)")]
    [InlineData("America/Guadeloupe", "31 mars 2026 à 23:59 (heure de Paris), soit 31 mars 2026 à 17:59 (heure de la Guadeloupe)")]
    public void A_deadline_says_paris_and_local_time(string? zone, string expected) =>
        Assert.Equal(expected, Show.Deadline(new DateTimeOffset(2026, 3, 31, 21, 59, 59, TimeSpan.Zero), zone));
}
