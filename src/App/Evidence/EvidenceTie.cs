using Responsables.Domain.Frameworks;

namespace Responsables.App.Evidence;

/// <summary>A piece put beside an answer. Taken away, it stays in the register with who did it, and when.</summary>
public sealed class EvidenceTie
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid PieceId { get; init; }

    public EvidencePiece Piece { get; init; } = null!;

    public Guid SubmissionId { get; init; }

    public required VariableCode Variable { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public Guid? ById { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }

    public string? RemovedBy { get; set; }
}
