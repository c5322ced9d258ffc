using Microsoft.AspNetCore.Identity;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Accounts;

/// <summary>A person who may sign in.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public string DisplayName { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was disabled; null while it may be used.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>When its person last came in; null when they never did.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>The secret of its second factor, in base 32; null without one.</summary>
    public string? SecondFactorSecret { get; set; }

    /// <summary>The last step whose code was used: a code is good once.</summary>
    public long? SecondFactorStep { get; set; }

    public DateTimeOffset? SecondFactorSince { get; set; }

    /// <summary>Whether it is one of the demonstration's accounts, which cannot exist elsewhere.</summary>
    public bool IsDemonstration { get; init; }

    public List<AccountGrant> Grants { get; init; } = [];

    /// <summary>Who this person is for the rules.</summary>
    public Actor ToActor() => new(Id, DisplayName.Length > 0 ? DisplayName : Email ?? "", [.. Grants.Select(g => new Grant(g.Role, g.Scope))], false);
}

/// <summary>A role given to a person over a body or a fund.</summary>
public sealed class AccountGrant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public required Role Role { get; init; }

    public OrganizationCode? Scope { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }
}

/// <summary>A link that lets a person choose a password: an invitation, or a reset. Only the hash of its token is kept.</summary>
public sealed class Invitation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Email { get; init; }

    public required string TokenHash { get; init; }

    /// <summary>The role it gives; null for a reset of the password.</summary>
    public Role? Role { get; init; }

    public OrganizationCode? Scope { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public required string CreatedBy { get; init; }
}

/// <summary>A code that stands for the second factor once, when its application is lost. Only its hash is kept.</summary>
public sealed class RecoveryCode
{
    public required Guid AccountId { get; init; }

    public required string Hash { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A change of address that waits to be confirmed from the new one. Only the hash of its token is kept.</summary>
public sealed class EmailChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required string NewEmail { get; init; }

    public required string TokenHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
