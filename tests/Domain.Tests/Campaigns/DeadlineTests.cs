using Responsables.Domain.Campaigns;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Xunit;

namespace Responsables.Domain.Tests.Campaigns;

/// <summary>G15: instants, zones, and the second on either side of a deadline.</summary>
public sealed class DeadlineTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    [Theory]
    [InlineData("2026-02-15T22:59:59Z", "2026-02-15")]
    [InlineData("2026-02-15T23:00:00Z", "2026-02-16")]
    [InlineData("2026-07-15T21:59:59Z", "2026-07-15")]
    [InlineData("2026-07-15T22:00:00Z", "2026-07-16")]
    public void The_day_changes_at_midnight_in_Paris(string instant, string day) => Assert.Equal(
        DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        Deadline.DayAt(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(null, "2026-03-31T21:59:59Z")]
    [InlineData("75", "2026-03-31T21:59:59Z")]
    [InlineData("974", "2026-03-31T19:59:59Z")]
    [InlineData("976", "2026-03-31T20:59:59Z")]
    [InlineData("971", "2026-04-01T03:59:59Z")]
    [InlineData("972", "2026-04-01T03:59:59Z")]
    [InlineData("973", "2026-04-01T02:59:59Z")]
    [InlineData("975", "2026-04-01T01:59:59Z")]
    [InlineData("988", "2026-03-31T12:59:59Z")]
    public void The_last_second_of_31_March_is_not_the_same_instant_everywhere(string? department, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), Done(Deadline.EndOf(Day, TimeZones.Of(department))));

    [Fact]
    public void Eight_hours_lie_between_La_Reunion_and_the_Antilles() =>
        Assert.Equal(TimeSpan.FromHours(8), Done(Deadline.EndOf(Day, TimeZones.Of("971"))) - Done(Deadline.EndOf(Day, TimeZones.Of("974"))));

    [Fact]
    public void The_last_second_is_accepted_and_the_next_is_refused()
    {
        var end = Done(Deadline.EndOf(Day, Deadline.Paris));
        var window = new Window(end.AddDays(-30), end);
        Assert.True(window.IsOpenAt(end.AddSeconds(-1)));
        Assert.True(window.IsOpenAt(end));
        Assert.True(window.IsOpenAt(end.AddMilliseconds(999)));
        Assert.False(window.IsOpenAt(end.AddSeconds(1)));
        Assert.False(window.IsOpenAt(end.AddDays(-30).AddTicks(-1)));
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_refused()
    {
        var refused = Assert.IsType<Outcome<DateTimeOffset>.Refused>(Deadline.At(new(2026, 3, 29), new(2, 30), Deadline.Paris));
        Assert.Equal("campaigns.time-skipped", Assert.Single(refused.Problems).Code);
    }

    [Fact]
    public void A_time_that_comes_twice_is_the_second_one() => Assert.Equal(
        new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero), Done(Deadline.At(new(2026, 10, 25), new(2, 30), Deadline.Paris)));

    [Fact]
    public void An_unknown_zone_is_refused() =>
        Assert.Equal("campaigns.zone-unknown", Assert.Single(Assert.IsType<Outcome<DateTimeOffset>.Refused>(Deadline.EndOf(Day, "Mars/Olympus")).Problems).Code);

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Paris")]
    [InlineData("Pacific/Noumea")]
    public void The_zone_of_the_server_changes_nothing(string server)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", server);
            TimeZoneInfo.ClearCachedData();
            Assert.Equal(new DateTimeOffset(2026, 3, 31, 21, 59, 59, TimeSpan.Zero), Done(Deadline.EndOf(Day, Deadline.Paris)));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    private static DateTimeOffset Done(Outcome<DateTimeOffset> outcome) => Assert.IsType<Outcome<DateTimeOffset>.Done>(outcome).Value;
}
