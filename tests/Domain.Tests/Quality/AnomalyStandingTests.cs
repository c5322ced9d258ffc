using Responsables.Domain.Quality;
using Xunit;

namespace Responsables.Domain.Tests.Quality;

/// <summary>Where an anomaly stands, from its last act and the answer as it is now.</summary>
public sealed class AnomalyStandingTests
{
    private static readonly AnomalyLast Asked = new(AnomalyActKind.Asked, null, "5");
    private static readonly AnomalyLast Answered = new(AnomalyActKind.Answered, null, "5");

    [Fact]
    public void Without_an_act_it_is_what_the_rule_and_the_review_make_of_it()
    {
        Assert.Equal(AnomalyState.Found, AnomalyStanding.Of(null, "5", isShown: true, isFiring: true, isValidated: false));
        Assert.Equal(AnomalyState.Passed, AnomalyStanding.Of(null, "5", isShown: true, isFiring: true, isValidated: true));
        Assert.Null(AnomalyStanding.Of(null, "5", isShown: true, isFiring: false, isValidated: false));
    }

    [Fact]
    public void The_last_act_stands_while_the_answer_is_the_same()
    {
        Assert.Equal(AnomalyState.Asked, Of(Asked, "5", isFiring: true));
        Assert.Equal(AnomalyState.Answered, Of(Answered, "5", isFiring: true));
        Assert.Equal(AnomalyState.Explained, Of(Decided(AnomalyDecision.Explained), "5", isFiring: true));
        Assert.Equal(AnomalyState.FalseAlarm, Of(Decided(AnomalyDecision.FalseAlarm), "5", isFiring: true));
        // The rule was set otherwise since: what was said stays said.
        Assert.Equal(AnomalyState.Explained, Of(Decided(AnomalyDecision.Explained), "5", isFiring: false));
    }

    [Fact]
    public void Another_answer_is_another_doubt_or_the_end_of_it()
    {
        foreach (var last in new[] { Asked, Answered, Decided(AnomalyDecision.Explained), Decided(AnomalyDecision.Returned) })
        {
            Assert.Equal(AnomalyState.Corrected, Of(last, "4", isFiring: false));
            Assert.Equal(AnomalyState.Found, Of(last, "6", isFiring: true));
        }
    }

    [Fact]
    public void While_the_body_mends_it_nobody_knows_what_it_will_be() => Assert.Equal(
        AnomalyState.Returned, AnomalyStanding.Of(Decided(AnomalyDecision.Returned), null, isShown: false, isFiring: false, isValidated: false));

    private static AnomalyState? Of(AnomalyLast last, string value, bool isFiring) => AnomalyStanding.Of(last, value, isShown: true, isFiring, isValidated: false);

    private static AnomalyLast Decided(AnomalyDecision decision) => new(AnomalyActKind.Decided, decision, "5");
}
