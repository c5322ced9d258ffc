using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Xunit;

namespace Responsables.Domain.Tests.Consolidation;

public sealed class CourseTests
{
    [Theory]
    [InlineData(Direction.Up, 10, 12, Course.Better)]
    [InlineData(Direction.Up, 12, 10, Course.Worse)]
    [InlineData(Direction.Down, 10, 12, Course.Worse)]
    [InlineData(Direction.Down, 12, 10, Course.Better)]
    [InlineData(Direction.Neutral, 12, 10, Course.Moved)]
    [InlineData(Direction.Up, 10, 10, Course.Same)]
    [InlineData(Direction.Down, 100000, 100001, Course.Same)]
    [InlineData(Direction.Up, 0, 0, Course.Same)]
    [InlineData(Direction.Up, 0, 3, Course.Better)]
    [InlineData(Direction.Down, 0, 3, Course.Worse)]
    [InlineData(Direction.Up, -4, -2, Course.Better)]
    public void The_wanted_direction_says_which_way_is_better(Direction wanted, int before, int now, Course course) =>
        Assert.Equal(course, Courses.Of(wanted, Ratio(now), Ratio(before)));

    [Fact]
    public void A_percentage_moves_by_points()
    {
        Assert.Equal(Course.Same, Courses.Of(Direction.Down, Ratio(2.04m), Ratio(2), inPoints: true));
        Assert.Equal(Course.Worse, Courses.Of(Direction.Down, Ratio(2.05m), Ratio(2), inPoints: true));
    }

    [Fact]
    public void Nothing_is_said_without_two_figures_that_compare()
    {
        Assert.Equal(Course.Unknown, Courses.Of(Direction.Up, Ratio(10), null));
        Assert.Equal(Course.Unknown, Courses.Of(Direction.Up, Ratio(null), Ratio(10)));
        Assert.Equal(Course.Unknown, Courses.Of(Direction.Up, Ratio(10), Ratio(null)));
        // A sum over 9 bodies of 10 against one over 5 of 10 measures the answers.
        Assert.Equal(Course.Unknown, Courses.Of(Direction.Up, Sum(90, 9), Sum(50, 5)));
        Assert.Equal(Course.Better, Courses.Of(Direction.Up, Sum(90, 9), Sum(50, 9)));
    }

    private static Figure Ratio(decimal? value) => new(value, value, 1, value is null ? NoValue.NoAnswer : NoValue.None, 5, 0, 0, 5, Coverage.None);

    private static Figure Sum(decimal value, int answered) => new(value, value, null, NoValue.None, answered, 0, 0, 10 - answered, Coverage.None);
}
