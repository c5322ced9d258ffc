using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Reviews;

namespace Responsables.App.Submissions;

/// <summary>New rows of many dossiers, gathered to be written in bulk instead of through the context.</summary>
internal sealed class NewRows
{
    public List<AnswerRow> Answers { get; } = [];

    public List<SubmissionBlock> Blocks { get; } = [];

    public List<Signature> Signatures { get; } = [];

    public List<Review> Reviews { get; } = [];

    public List<PartsRow> Parts { get; } = [];

    public async Task WriteAsync(AppDb db, CancellationToken cancel)
    {
        await BulkInsert.WriteAsync(db, Answers, cancel);
        await BulkInsert.WriteAsync(db, Blocks, cancel);
        await BulkInsert.WriteAsync(db, Signatures, cancel);
        await BulkInsert.WriteAsync(db, Reviews, cancel);
        await BulkInsert.WriteAsync(db, Parts, cancel);
        Clear();
    }

    public void Clear()
    {
        Answers.Clear();
        Blocks.Clear();
        Signatures.Clear();
        Reviews.Clear();
        Parts.Clear();
    }
}
