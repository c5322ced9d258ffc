using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Reviews;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>A submission as a page shows it.</summary>
/// <param name="Reviews">The last decision on each block that has one.</param>
/// <param name="Signatures">Every signature, the last first.</param>
public sealed record SubmissionView(
    Dossier Dossier, IReadOnlyDictionary<string, Analysis> Analyses, IReadOnlyDictionary<BlockKey, Review> Reviews, IReadOnlyList<Signature> Signatures,
    bool SeesDrafts)
{
    /// <summary>How many comments the thread of each question has.</summary>
    public IReadOnlyDictionary<VariableCode, int> CommentCounts { get; init; } = new Dictionary<VariableCode, int>();

    /// <summary>Every time the direction handed it back, the last first.</summary>
    public IReadOnlyList<SendBack> SendBacks { get; init; } = [];

    /// <summary>The last time it was handed back, unless it was signed since.</summary>
    public SendBack? Waiting => SendBacks.FirstOrDefault(b => Signatures.All(s => s.At < b.At));

    /// <summary>Whether the values of a block may be shown to this person: its own body's always, another's once signed.</summary>
    public bool Shows(BlockKey block) => SeesDrafts || Dossier.StateOf(block) is BlockState.Signed or BlockState.Validated or BlockState.Accepted;

    /// <summary>Whether the value of a question may be shown to this person; false when it is not asked.</summary>
    public bool Shows(VariableCode variable) =>
        Dossier.Questionnaire.Asks(variable) && (SeesDrafts || Dossier.Questionnaire.BlocksOf(variable).Any(Shows));

    /// <summary>Another dossier of the same body, seen by the same person: what each block lets them read.</summary>
    internal SubmissionView AsFor(Dossier other) => new(other, new Dictionary<string, Analysis>(), new Dictionary<BlockKey, Review>(), [], SeesDrafts);
}

/// <summary>Reads one submission for those who may see it.</summary>
public sealed class SubmissionQuery(AppDb db, DossierStore dossiers)
{
    /// <summary>What a body is asked, for those who may answer for it; null for others.</summary>
    public async Task<Questionnaire?> AskedAsync(Actor actor, Guid id, CancellationToken cancel) =>
        await dossiers.AskedAsync(id, cancel) is var (place, questionnaire) && actor.May(Permission.EnterAnswers, place) ? questionnaire : null;

    /// <summary>The submission; null when there is none or this person may not follow it.</summary>
    public async Task<SubmissionView?> RunAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var dossier = await dossiers.ReadAsync(id, cancel);
        if (dossier is null || !(actor.May(Permission.ReadDraft, dossier.Place) || actor.May(Permission.ReadSubmitted, dossier.Place)))
        {
            return null;
        }

        var analyses = await db.Analyses.AsNoTracking().Where(a => a.SubmissionId == id).ToDictionaryAsync(a => a.Topic, cancel);
        var pointed = dossier.Blocks.Values.Where(b => b.ReviewId is not null).Select(b => b.ReviewId!.Value).ToList();
        var reviews = pointed.Count == 0 ? [] : await db.Reviews.AsNoTracking().Where(r => r.SubmissionId == id).ToListAsync(cancel);
        var signatures = await db.Signatures.AsNoTracking().Where(s => s.SubmissionId == id).OrderByDescending(s => s.At).ToListAsync(cancel);
        var comments = await db.AnswerComments.Where(c => c.SubmissionId == id).GroupBy(c => c.Variable)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var seesDrafts = actor.May(Permission.ReadDraft, dossier.Place);
        var sendBacks = seesDrafts ? await db.SendBacks.AsNoTracking().Where(s => s.SubmissionId == id).OrderByDescending(s => s.At).ToListAsync(cancel) : [];
        return new SubmissionView(
            dossier, analyses, reviews.Where(r => pointed.Contains(r.Id)).ToDictionary(r => r.Block), signatures,
            seesDrafts)
        {
            SendBacks = sendBacks,
            CommentCounts = comments,
        };
    }
}
