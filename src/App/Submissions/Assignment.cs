using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Submissions;

/// <summary>Questions of a dossier given to somebody to answer, until it is ended.</summary>
public sealed class Assignment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SubmissionId { get; init; }

    public required OrganizationCode Organization { get; init; }

    /// <summary>The address that was given.</summary>
    public required string Email { get; init; }

    /// <summary>Who has them; null while the invitation waits.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The name of that account; null while the invitation waits.</summary>
    public string? Name { get; set; }

    /// <summary>The invitation that was made for it; null when the person had an account of the body.</summary>
    public Guid? InvitationId { get; init; }

    public string? Message { get; set; }

    /// <summary>The day by which answers are wanted; it ends nothing.</summary>
    public DateOnly? DueOn { get; set; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public Guid? ById { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    /// <summary>Counts its changes: carried by the form.</summary>
    public int Version { get; set; }

    public List<AssignedQuestion> Questions { get; init; } = [];

    /// <summary>Whom it is with, in words.</summary>
    public string Person => Name ?? Email;
}

/// <summary>One of the questions.</summary>
public sealed class AssignedQuestion
{
    public Guid AssignmentId { get; init; }

    public required VariableCode Variable { get; init; }
}
