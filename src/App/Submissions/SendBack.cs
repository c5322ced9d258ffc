namespace Responsables.App.Submissions;

/// <summary>The direction hands the dossier back to those who enter it, before signing. Written once; it stands until the next signature.</summary>
public sealed class SendBack
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SubmissionId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public Guid? ById { get; init; }

    public required string Reason { get; init; }
}
