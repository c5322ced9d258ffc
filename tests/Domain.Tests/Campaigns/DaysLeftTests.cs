using System.Globalization;
using Responsables.Domain.Campaigns;
using Xunit;

namespace Responsables.Domain.Tests.Campaigns;

public sealed class DaysLeftTests
{
    // 31 March 2026, 23:59:59 in Paris.
    private static readonly DateTimeOffset End = At("2026-03-31T21:59:59Z");

    [Theory]
    [InlineData("2026-03-31T21:59:59Z", 0)]
    [InlineData("2026-03-30T22:00:00Z", 0)]
    [InlineData("2026-03-30T21:59:59Z", 1)]
    [InlineData("2026-03-29T22:00:00Z", 1)]
    [InlineData("2026-03-28T23:30:00Z", 2)]
    [InlineData("2026-03-28T22:30:00Z", 3)]
    public void Days_are_those_of_the_calendar_of_Paris(string now, int days) => Assert.Equal(days, DaysLeft.Until(End, At(now)));

    [Fact]
    public void Nothing_is_left_after_the_last_second()
    {
        Assert.Equal(0, DaysLeft.Until(End, End.AddMilliseconds(900)));
        Assert.Null(DaysLeft.Until(End, End.AddSeconds(1)));
    }

    [Theory]
    [InlineData("Indian/Reunion", 1)]
    [InlineData("Europe/Paris", 0)]
    [InlineData("nowhere", 0)]
    public void A_body_overseas_counts_by_its_own_calendar(string zone, int days) =>
        Assert.Equal(days, DaysLeft.Until(End, At("2026-03-31T07:00:00Z").AddHours(-8).AddMinutes(-30), zone));

    [Theory]
    [InlineData("2026-11-22T06:00:00Z", "2026-11-20T23:00:00Z")]
    [InlineData("2026-11-21T23:30:00Z", "2026-11-20T23:00:00Z")]
    [InlineData("2026-03-29T22:30:00Z", "2026-03-28T23:00:00Z")]
    public void Yesterday_begins_at_midnight_in_Paris(string now, string start) => Assert.Equal(At(start), DaysLeft.StartOfYesterday(At(now)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
