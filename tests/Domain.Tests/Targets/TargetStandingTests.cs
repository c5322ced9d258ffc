using Responsables.Domain.Targets;
using Xunit;

namespace Responsables.Domain.Tests.Targets;

public class TargetStandingTests
{
    // The Plan cadre's energy target: 8 % less in 2018 than in 2014.
    private static readonly Target Energy = new(
        new("fed"), new("pc-env-energie-corrigee"), "total", TargetKind.Relative, 2014, null, 2018, -8, WantedSide.AtMost, "Plan cadre", TargetOrigin.Framework);

    private static readonly Target All = Energy with { Kind = TargetKind.Share, Value = 100, Side = WantedSide.AtLeast };

    [Fact]
    public void A_relative_target_is_counted_from_its_baseline()
    {
        var standing = TargetStanding.Of(Energy, Values((2014, 1000), (2015, 990), (2016, 970)));

        Assert.Equal((TargetStatus.Behind, 1000m, 920m, 2016), (standing.Status, standing.Baseline, standing.Goal, standing.CurrentYear));
        Assert.Equal((-50m, -25m, -15m, 940m, 37.5m), (standing.Distance, standing.RequiredPace, standing.CurrentPace, standing.Projected, standing.Progress));
    }

    [Theory]
    [InlineData("1000 980 960", TargetStatus.OnTrack)]
    [InlineData("1000 980 961", TargetStatus.Behind)]
    [InlineData("1000 1000 1000", TargetStatus.Behind)]
    [InlineData("1000 980 1001", TargetStatus.MovingAway)]
    [InlineData("1000 980 920", TargetStatus.Reached)]
    [InlineData("1000 900 930 940 921", TargetStatus.Behind)]
    [InlineData("1000 900 930 940 919", TargetStatus.Reached)]
    [InlineData("1000 900 930 940 919 5000", TargetStatus.Reached)]
    [InlineData("1000", TargetStatus.Unknown)]
    [InlineData("", TargetStatus.Unknown)]
    public void A_figure_that_has_to_fall(string values, TargetStatus expected) => Assert.Equal(expected, TargetStanding.Of(Energy, Values(values)).Status);

    [Theory]
    [InlineData("60 80", TargetStatus.OnTrack)]
    [InlineData("60 62", TargetStatus.Behind)]
    [InlineData("60 55", TargetStatus.MovingAway)]
    [InlineData("60 100", TargetStatus.Reached)]
    [InlineData("100", TargetStatus.Reached)]
    public void A_share_that_has_to_grow(string values, TargetStatus expected) => Assert.Equal(expected, TargetStanding.Of(All, Values(values)).Status);

    [Fact]
    public void A_baseline_that_was_decided_goes_before_the_one_of_the_series()
    {
        var standing = TargetStanding.Of(Energy with { BaselineValue = 2000 }, Values((2014, 1000), (2016, 1900)));

        Assert.Equal((2000m, 1840m, -50m), (standing.Baseline, standing.Goal, standing.CurrentPace));
    }

    [Fact]
    public void Without_a_baseline_a_relative_target_is_not_known_and_a_level_has_no_pace()
    {
        Assert.Equal((TargetStatus.Unknown, null), TargetStanding.Of(Energy, Values((2016, 900))) is var s ? (s.Status, s.Goal) : default);
        Assert.Equal((TargetStatus.Unknown, 40m, 20m, null), TargetStanding.Of(All, Values((2016, 60))) is var t ? (t.Status, t.Distance, t.RequiredPace, t.CurrentPace) : default);
    }

    [Fact]
    public void Once_reached_nothing_is_left_to_do()
    {
        var standing = TargetStanding.Of(Energy, Values((2014, 1000), (2016, 800)));

        Assert.Equal((0m, 0m, 250m), (standing.Distance, standing.RequiredPace, standing.Progress));
    }

    [Fact]
    public void What_adds_up_is_shared_by_the_baselines()
    {
        var shares = TargetShares.Of(Energy, 1000, adds: true, [(new("a"), 600), (new("b"), 400), (new("c"), null)]);

        Assert.Equal([(552m, -48m), (368m, -32m)], shares.Take(2).Select(s => (s.Goal!.Value, s.Effort!.Value)));
        Assert.Equal((null, null), (shares[2].Goal, shares[2].Effort));
    }

    [Fact]
    public void A_level_that_adds_up_is_shared_too_and_its_parts_make_the_whole()
    {
        var shares = TargetShares.Of(Energy with { Kind = TargetKind.Absolute, Value = 300 }, 1000, adds: true, [(new("a"), 700), (new("b"), 300)]);

        Assert.Equal(300, shares.Sum(s => s.Goal));
    }

    [Fact]
    public void A_percentage_is_the_same_for_each_body()
    {
        Assert.All(TargetShares.Of(All, 60, adds: false, [(new("a"), 20), (new("b"), null)]), s => Assert.Equal((100m, null), (s.Goal, s.Effort)));
        Assert.Equal([18.4m, null], TargetShares.Of(Energy, 60, adds: false, [(new("a"), 20), (new("b"), null)]).Select(s => s.Goal));
    }

    private static Dictionary<int, decimal> Values(params (int Year, decimal Value)[] values) => values.ToDictionary(v => v.Year, v => v.Value);

    private static Dictionary<int, decimal> Values(string values) => values.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select((v, i) => (Year: 2014 + i, Value: decimal.Parse(v, System.Globalization.CultureInfo.InvariantCulture))).ToDictionary(v => v.Year, v => v.Value);
}
