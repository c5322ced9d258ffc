namespace Responsables.Domain.Accounts;

/// <summary>Who may do what, over what: the one table. What is not in it is refused.</summary>
public static class PermissionTable
{
    private const Reach No = Reach.None;
    private const Reach Body = Reach.OwnBody;
    private const Reach Fund = Reach.OwnFund;
    private const Reach All = Reach.Everything;

    private static readonly Dictionary<Permission, Reach[]> Rows = new()
    {
        //                               Contributor Director Coordinator Federation Committee Auditor
        [Permission.Anonymous] =        [All,  All,  All,  All, All, All],
        [Permission.ReadReference] =    [All,  All,  All,  All, All, All],
        [Permission.ReadProgress] =     [Body, Body, Fund, All, No,  All],
        [Permission.ReadDraft] =        [Body, Body, No,   No,  No,  All],
        [Permission.ReadSubmitted] =    [Body, Body, Fund, All, No,  All],
        [Permission.ReadValidated] =    [Body, Body, Fund, All, All, All],
        [Permission.EnterAnswers] =     [Body, No,   No,   No,  No,  No],
        [Permission.CommentAnswers] =   [Body, Body, Fund, All, No,  No],
        [Permission.SignSubmission] =   [No,   Body, No,   No,  No,  No],
        [Permission.ReviewSubmission] = [No,   No,   Fund, All, No,  No],
        [Permission.AcceptSubmission] = [No,   No,   No,   All, No,  No],
        [Permission.ReadFigures] =      [Body, Body, Fund, All, All, All],
        [Permission.ChooseOptional] =   [No,   No,   Fund, All, No,  No],
        [Permission.ManageCampaigns] =  [No,   No,   No,   All, No,  No],
        [Permission.ManageAccounts] =   [No,   No,   No,   All, No,  No],
        [Permission.ManageReference] =  [No,   No,   No,   All, No,  No],
        [Permission.ReadTrail] =        [No,   No,   No,   All, No,  All],
    };

    /// <summary>How far a role's permission reaches.</summary>
    public static Reach Of(Permission permission, Role role) => Rows.TryGetValue(permission, out var row) ? row[(int)role] : Reach.None;
}
