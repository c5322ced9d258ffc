namespace Responsables.App.Workbooks;

/// <summary>
/// A workbook that somebody sent, kept between the page that shows what it would change and the act: for that person alone, until it is taken
/// in, replaced by another one, or too old.
/// </summary>
public sealed class WorkbookUpload
{
    /// <summary>How long one is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required int Year { get; init; }

    /// <summary>The dossier it was sent for; null: for many bodies.</summary>
    public Guid? SubmissionId { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset At { get; init; }
}
