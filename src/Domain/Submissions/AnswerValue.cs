namespace Responsables.Domain.Submissions;

/// <summary>What a body gave in one place: a value, one of the two reasons for having none, or nothing yet.</summary>
public enum AnswerState : byte
{
    /// <summary>Nothing was given (not answered): lowers the coverage.</summary>
    Missing,

    /// <summary>A value was given.</summary>
    Given,

    /// <summary>Sans objet: leaves the denominator.</summary>
    NotApplicable,

    /// <summary>Indisponible, with a reason: lowers the coverage.</summary>
    Unavailable,
}

/// <summary>One answer as the rules read it: its state, and its number (oui is 1, non is 0; texts and lists have none).</summary>
public readonly record struct AnswerValue(AnswerState State, decimal Number)
{
    public static readonly AnswerValue Missing;
    public static readonly AnswerValue NotApplicable = new(AnswerState.NotApplicable, 0);
    public static readonly AnswerValue Unavailable = new(AnswerState.Unavailable, 0);
    public static readonly AnswerValue Yes = new(AnswerState.Given, 1);
    public static readonly AnswerValue No = new(AnswerState.Given, 0);

    public static AnswerValue Of(decimal number) => new(AnswerState.Given, number);

    public bool IsGiven => State == AnswerState.Given;
}
