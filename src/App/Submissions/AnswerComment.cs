using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Submissions;

/// <summary>What somebody said about a question of a dossier. Written once: it is never changed nor removed.</summary>
public sealed class AnswerComment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SubmissionId { get; init; }

    public required VariableCode Variable { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public Guid? ById { get; init; }

    /// <summary>In what capacity: the body, its direction, the level above; null: the command.</summary>
    public Role? Side { get; init; }

    public required string Text { get; init; }
}
