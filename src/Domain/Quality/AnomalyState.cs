namespace Responsables.Domain.Quality;

/// <summary>Where an anomaly stands. Derived from what was done about it and from the answer as it is now, never set.</summary>
public enum AnomalyState
{
    /// <summary>A rule fired and nobody has done anything yet: the level above looks at it.</summary>
    Found,

    /// <summary>A question waits for the body.</summary>
    Asked,

    /// <summary>The body has answered: the level above decides.</summary>
    Answered,

    /// <summary>The answer was returned to the body to be mended.</summary>
    Returned,

    /// <summary>The answer is right, and why is kept: it is proposed again next year.</summary>
    Explained,

    /// <summary>The answer was plainly right: the rule spoke for nothing.</summary>
    FalseAlarm,

    /// <summary>The answer was changed, and the rule no longer fires.</summary>
    Corrected,

    /// <summary>The answer was validated without a question.</summary>
    Passed,
}

/// <summary>What the level above decides of an anomaly.</summary>
public enum AnomalyDecision
{
    /// <summary>The answer is right, for the reason given.</summary>
    Explained,

    /// <summary>The answer is right and needed no question.</summary>
    FalseAlarm,

    /// <summary>The answer is wrong: it goes back to the body.</summary>
    Returned,
}

/// <summary>What was done about an anomaly.</summary>
public enum AnomalyActKind { Asked, Answered, Decided }

/// <summary>The last thing done about an anomaly.</summary>
/// <param name="Value">The answer as it was then (canonical text); null: it had none.</param>
public readonly record struct AnomalyLast(AnomalyActKind Kind, AnomalyDecision? Decision, string? Value);

/// <summary>The state of an anomaly.</summary>
public static class AnomalyStanding
{
    /// <param name="last">The last act; null when there is none.</param>
    /// <param name="value">The answer now, if it may be read: null when it has no value.</param>
    /// <param name="isShown">Whether the answer may be read: while the body has it to mend, nobody above knows what it will be.</param>
    /// <param name="isFiring">Whether the rule fires on it now.</param>
    /// <param name="isValidated">Whether every approval of the answer above the signature is given.</param>
    /// <returns>Null when there is no anomaly (nothing was done and the rule does not fire).</returns>
    public static AnomalyState? Of(AnomalyLast? last, string? value, bool isShown, bool isFiring, bool isValidated)
    {
        if (last is not { } act)
        {
            return !isFiring ? null : isValidated ? AnomalyState.Passed : AnomalyState.Found;
        }

        var hasChanged = isShown && act.Value != value;
        if (hasChanged)
        {
            // What was asked, answered or decided was about another answer.
            return isFiring ? isValidated ? AnomalyState.Passed : AnomalyState.Found : AnomalyState.Corrected;
        }

        return act.Kind switch
        {
            AnomalyActKind.Asked => AnomalyState.Asked,
            AnomalyActKind.Answered => AnomalyState.Answered,
            _ => act.Decision switch
            {
                AnomalyDecision.Explained => AnomalyState.Explained,
                AnomalyDecision.FalseAlarm => AnomalyState.FalseAlarm,
                _ => AnomalyState.Returned,
            },
        };
    }

    /// <summary>Whether a question may be put: also after an answer that does not do, or a validation that came too soon.</summary>
    public static bool MayBeAsked(this AnomalyState state) => state is AnomalyState.Found or AnomalyState.Answered or AnomalyState.Passed;

    /// <summary>Whether the body may answer: again too, until it is decided upon.</summary>
    public static bool MayBeAnswered(this AnomalyState state) => state is AnomalyState.Asked or AnomalyState.Answered;

    /// <summary>Whether the level above may decide.</summary>
    public static bool MayBeDecided(this AnomalyState state) => state is AnomalyState.Asked || state.MayBeAsked();

    /// <summary>Whether the level above has something to do.</summary>
    public static bool WaitsForReviewer(this AnomalyState state) => state is AnomalyState.Found or AnomalyState.Answered;

    /// <summary>Whether the body has something to do.</summary>
    public static bool WaitsForBody(this AnomalyState state) => state is AnomalyState.Asked or AnomalyState.Returned;
}
