using Responsables.Domain.Campaigns;
using Xunit;

namespace Responsables.Domain.Tests.Campaigns;

/// <summary>The windows of a body that was given a delay: never shorter than those of its campaign.</summary>
public sealed class DelayedCalendarTests
{
    private static readonly CampaignCalendar Calendar = new(new Window(Day(1), Day(10)), Day(20), Day(25), new Window(Day(28), Day(30)), "Europe/Paris");

    [Theory]
    [InlineData(null, 20, 25)]
    [InlineData(15, 20, 25)]
    [InlineData(20, 20, 25)]
    [InlineData(22, 22, 25)]
    [InlineData(26, 26, 26)]
    public void A_later_review_takes_the_term_of_the_federation_with_it(int? until, int review, int acceptance)
    {
        var delayed = Calendar.WithReviewUntil(until is { } day ? Day(day) : null);
        Assert.Equal(Calendar with { ReviewTo = Day(review), AcceptanceTo = Day(acceptance) }, delayed);
        Assert.True(delayed.ReviewOpen(Day(acceptance)));
        Assert.False(delayed.ReviewOpen(Day(acceptance).AddSeconds(1)));
    }

    [Theory]
    [InlineData(null, 10)]
    [InlineData(9, 10)]
    [InlineData(12, 12)]
    public void A_later_entry_moves_nothing_else(int? until, int entry) =>
        Assert.Equal(Calendar with { Entry = new Window(Day(1), Day(entry)) }, Calendar.WithEntryUntil(until is { } day ? Day(day) : null));

    private static DateTimeOffset Day(int day) => new(2026, 5, day, 21, 59, 59, TimeSpan.Zero);
}
