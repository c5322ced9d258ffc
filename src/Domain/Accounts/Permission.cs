namespace Responsables.Domain.Accounts;

/// <summary>What may be asked of the system. Every endpoint names one; <see cref="PermissionTable"/> says who has it, over what.</summary>
public enum Permission
{
    /// <summary>Anyone: sign-in, legal pages, health.</summary>
    Anonymous,

    /// <summary>Anyone who is signed in with a grant: frameworks and their sheets, the page of one's own account.</summary>
    ReadReference,

    /// <summary>See how far a body is, without its draft values.</summary>
    ReadProgress,

    /// <summary>Read what a body has entered, before any signature.</summary>
    ReadDraft,

    /// <summary>Read what a body has signed.</summary>
    ReadSubmitted,

    /// <summary>Read what has been validated of a body.</summary>
    ReadValidated,

    /// <summary>Enter, change and comment the answers of a body.</summary>
    EnterAnswers,

    /// <summary>Assign questions of a body to somebody, change it and end it.</summary>
    AssignQuestions,

    /// <summary>Write in the thread of a question that one may read.</summary>
    CommentAnswers,

    /// <summary>Sign the submission of a body, withdraw one's signature, send back before signing.</summary>
    SignSubmission,

    /// <summary>Validate or return the answers of a body.</summary>
    ReviewSubmission,

    /// <summary>See the anomalies of a body's signed answers, and what was asked and decided about them.</summary>
    FollowAnomalies,

    /// <summary>Answer, for a body, what is asked of its answers.</summary>
    AnswerAnomalies,

    /// <summary>Accept what the funds have validated.</summary>
    AcceptSubmission,

    /// <summary>Read consolidated figures; which nodes and levels depends on the scope.</summary>
    ReadFigures,

    /// <summary>Read figures as the public will, before they are published.</summary>
    PreviewPublication,

    /// <summary>Freeze figures as an edition, and publish it.</summary>
    PreparePublication,

    /// <summary>Write the texts of a report, and sign off what somebody else wrote.</summary>
    WriteReports,

    /// <summary>Approve an edition, or refuse it, before it is published.</summary>
    ApprovePublication,

    /// <summary>Choose the optional indicators asked of a branch.</summary>
    ChooseOptional,

    /// <summary>Set and remove the targets of an organisation.</summary>
    SetTargets,

    /// <summary>Open and close campaigns.</summary>
    ManageCampaigns,

    /// <summary>Invite people, grant and remove roles, disable accounts.</summary>
    ManageAccounts,

    /// <summary>Keep organisations and frameworks.</summary>
    ManageReference,

    /// <summary>Read the trail.</summary>
    ReadTrail,

    /// <summary>Send reminders to bodies, and keep the rules by which they are sent.</summary>
    SendReminders,

    /// <summary>Follow how far the bodies of a campaign are, with who answers for them.</summary>
    FollowCampaign,

    /// <summary>Read which messages were sent, to whom and what became of them.</summary>
    ReadMessages,
}

/// <summary>How far a role's permission reaches.</summary>
public enum Reach
{
    None,

    /// <summary>Questions that were assigned in the dossiers of the body, and nothing else of it: which ones is looked at dossier by dossier.</summary>
    AssignedQuestions,

    /// <summary>The very body of the grant.</summary>
    OwnBody,

    /// <summary>The fund of the grant and all below it.</summary>
    OwnFund,

    /// <summary>Everything.</summary>
    Everything,
}
