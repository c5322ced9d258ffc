using Responsables.Domain.Organizations;

namespace Responsables.Domain.Accounts;

/// <summary>What a person comes to do (product, "People and what each comes to do").</summary>
public enum Role
{
    /// <summary>Enters the answers of a body.</summary>
    Contributor,

    /// <summary>Signs the submission of a body.</summary>
    Director,

    /// <summary>Reviews the bodies of a national fund (coordination nationale).</summary>
    Coordinator,

    /// <summary>Opens campaigns, keeps frameworks and organisations, accepts, consolidates.</summary>
    Federation,

    /// <summary>Reads every validated figure.</summary>
    Committee,

    /// <summary>Reads everything with its trail, changes nothing.</summary>
    Auditor,

    /// <summary>Answers the questions that a body assigned, and sees nothing else of it. Never granted: held while questions are assigned.</summary>
    Helper,
}

/// <summary>A role over an organisation and what is below it; roles of the federation have the whole.</summary>
/// <param name="Scope">The body (contributor, director) or the fund (coordinator); null for the roles that see everything.</param>
/// <param name="DelegatedBy">The director who delegated it for some time; null: it is held in one's own right.</param>
public sealed record Grant(Role Role, OrganizationCode? Scope, string? DelegatedBy = null);
