namespace Responsables.App.Organizations;

/// <summary>Codes of what can be wrong with an act on the organisations, beside those of the register that it would make.</summary>
public static class ReorganizationProblems
{
    /// <summary>A closed campaign is read on a day on which the act would hold. {0} its year, {1} that day.</summary>
    public const string ClosedYear = "organizations.closed-year";

    /// <summary>No day, or none that there is.</summary>
    public const string Day = "organizations.act-date";

    /// <summary>No organisation chosen.</summary>
    public const string Body = "organizations.act-body";

    /// <summary>No organisation above.</summary>
    public const string Parent = "organizations.act-parent";

    /// <summary>No organisations given.</summary>
    public const string Bodies = "organizations.act-bodies";

    /// <summary>No kind chosen.</summary>
    public const string Kind = "organizations.act-kind";
}
