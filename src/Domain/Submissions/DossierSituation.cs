namespace Responsables.Domain.Submissions;

/// <summary>What a dossier waits for, as those who follow a campaign see it: for lists of who to call, and for reminders.</summary>
public enum DossierSituation
{
    /// <summary>Nothing was entered yet.</summary>
    NotStarted,

    /// <summary>Never signed, started or not.</summary>
    NotSigned,

    /// <summary>Nothing prevents the signature: the direction must sign.</summary>
    WaitingSignature,

    /// <summary>Some of it was returned: the body must mend and sign again.</summary>
    Returned,

    /// <summary>Some of it is signed and waits for the level above.</summary>
    WaitingReview,
}

/// <summary>Tells which dossiers are in a situation.</summary>
public static class DossierSituations
{
    public static bool IsOf(this DossierSituation situation, SubmissionState state, BlockCounts blocks) => situation switch
    {
        DossierSituation.NotStarted => state == SubmissionState.NotStarted,
        DossierSituation.NotSigned => state is SubmissionState.NotStarted or SubmissionState.InProgress or SubmissionState.ReadyToSign,
        DossierSituation.WaitingSignature => state == SubmissionState.ReadyToSign,
        DossierSituation.Returned => state == SubmissionState.Returned,
        _ => blocks.Signed > 0,
    };
}
