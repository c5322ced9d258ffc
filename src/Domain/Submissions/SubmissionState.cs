namespace Responsables.Domain.Submissions;

/// <summary>Where a whole submission stands, for lists. Derived from its blocks and progress, never set.</summary>
public enum SubmissionState
{
    /// <summary>Nothing entered: the body's contributor must begin.</summary>
    NotStarted,

    /// <summary>Being entered: the contributor must go on.</summary>
    InProgress,

    /// <summary>Nothing prevents the signature: the director must sign.</summary>
    ReadyToSign,

    /// <summary>Signed, waiting for the level above.</summary>
    Signed,

    /// <summary>Some indicators were returned or changed since they were signed: the body must mend and sign again.</summary>
    Returned,

    /// <summary>Everything is validated.</summary>
    Validated,

    /// <summary>Everything is accepted by the federation.</summary>
    Accepted,
}

/// <summary>How many blocks of a submission are in each state.</summary>
public readonly record struct BlockCounts(int Total, int Returned, int Signed, int Validated, int Accepted)
{
    /// <summary>Blocks that the body still has to sign (again), returned ones apart.</summary>
    public int Draft => Total - Returned - Signed - Validated - Accepted;

    /// <param name="started">Whether anything was entered.</param>
    /// <param name="wasSigned">Whether it has ever been signed.</param>
    /// <param name="nothingPrevents">Whether nothing required is missing and no fault prevents the signature.</param>
    public SubmissionState State(bool started, bool wasSigned, bool nothingPrevents) =>
        Returned > 0 || (wasSigned && Draft > 0 && Draft < Total) ? SubmissionState.Returned
        : Draft > 0 ? !started ? SubmissionState.NotStarted : nothingPrevents ? SubmissionState.ReadyToSign : SubmissionState.InProgress
        : Signed > 0 ? SubmissionState.Signed
        : Validated > 0 ? SubmissionState.Validated
        : SubmissionState.Accepted;
}
