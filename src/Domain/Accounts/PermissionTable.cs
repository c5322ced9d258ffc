namespace Responsables.Domain.Accounts;

/// <summary>Who may do what, over what: the one table. What is not in it is refused.</summary>
public static class PermissionTable
{
    private const Reach No = Reach.None;
    private const Reach Some = Reach.AssignedQuestions;
    private const Reach Body = Reach.OwnBody;
    private const Reach Fund = Reach.OwnFund;
    private const Reach All = Reach.Everything;

    private static readonly Dictionary<Permission, Reach[]> Rows = new()
    {
        //                               Contributor Director Coordinator Federation Committee Auditor Helper
        [Permission.Anonymous] =        [All,  All,  All,  All, All, All, All],
        [Permission.ReadReference] =    [All,  All,  All,  All, All, All, All],
        [Permission.ReadProgress] =     [Body, Body, Fund, All, No,  All, No],
        [Permission.ReadDraft] =        [Body, Body, No,   No,  No,  All, Some],
        [Permission.ReadSubmitted] =    [Body, Body, Fund, All, No,  All, Some],
        [Permission.ReadValidated] =    [Body, Body, Fund, All, All, All, No],
        [Permission.EnterAnswers] =     [Body, No,   No,   No,  No,  No,  Some],
        [Permission.AssignQuestions] =  [Body, Body, No,   No,  No,  No,  No],
        [Permission.CommentAnswers] =   [Body, Body, Fund, All, No,  No,  Some],
        [Permission.SignSubmission] =   [No,   Body, No,   No,  No,  No,  No],
        [Permission.ReviewSubmission] = [No,   No,   Fund, All, No,  No,  No],
        [Permission.FollowAnomalies] =  [Body, Body, Fund, All, No,  All, No],
        [Permission.AnswerAnomalies] =  [Body, Body, No,   No,  No,  No,  No],
        [Permission.AcceptSubmission] = [No,   No,   No,   All, No,  No,  No],
        [Permission.ReadFigures] =      [Body, Body, Fund, All, All, All, No],
        [Permission.PreviewPublication] = [No, No,   No,   All, All, All, No],
        [Permission.PreparePublication] = [No, No,   No,   All, No,  No,  No],
        [Permission.WriteReports] =     [No,   No,   Fund, All, No,  No,  No],
        [Permission.ApprovePublication] = [No, No,   No,   No,  All, No,  No],
        [Permission.ChooseOptional] =   [No,   No,   Fund, All, No,  No,  No],
        [Permission.SetTargets] =       [Body, Body, Fund, All, No,  No,  No],
        [Permission.ManageCampaigns] =  [No,   No,   No,   All, No,  No,  No],
        [Permission.ManageAccounts] =   [No,   No,   No,   All, No,  No,  No],
        [Permission.ManageReference] =  [No,   No,   No,   All, No,  No,  No],
        [Permission.ReadTrail] =        [No,   No,   No,   All, No,  All, No],
        [Permission.SendReminders] =    [No,   No,   Fund, All, No,  No,  No],
        [Permission.FollowCampaign] =   [No,   No,   Fund, All, No,  All, No],
        [Permission.ReadMessages] =     [No,   No,   Fund, All, No,  All, No],
    };

    /// <summary>How far a role's permission reaches.</summary>
    public static Reach Of(Permission permission, Role role) => Rows.TryGetValue(permission, out var row) ? row[(int)role] : Reach.None;
}
