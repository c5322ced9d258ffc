using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
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

    /// <summary>The questions that were assigned to this person, who sees nothing else: the dossier holds nothing else. Null: the whole dossier.</summary>
    public IReadOnlySet<VariableCode>? Assigned { get; init; }

    /// <summary>The later end of entry that the body was given, with its reason; null: the campaign's.</summary>
    public BodyExtension? Extension { get; init; }

    /// <summary>The later end of review that the body was given, with its reason; null: the campaign's.</summary>
    public BodyExtension? ReviewExtension { get; init; }

    /// <summary>Who has which questions, for those who assign them; empty for others.</summary>
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    /// <summary>Whether the figures and the values of a whole block may be shown to this person: its own body's always, another's once signed.</summary>
    public bool Shows(BlockKey block) =>
        HoldsAllOf(block) && (SeesDrafts || Dossier.StateOf(block).IsSigned());

    /// <summary>Whether the value of a question may be shown to this person; false when it is not asked.</summary>
    public bool Shows(VariableCode variable) =>
        Dossier.Questionnaire.Asks(variable) && (SeesDrafts || Dossier.Questionnaire.BlocksOf(variable).Any(Shows));

    /// <summary>Another dossier of the same body, seen by the same person: what each block lets them read.</summary>
    internal SubmissionView AsFor(Dossier other) =>
        new(Assigned is null ? other : other.Only(Assigned), new Dictionary<string, Analysis>(), new Dictionary<BlockKey, Review>(), [], SeesDrafts) { Assigned = Assigned };

    // A figure of a block of which some questions are somebody else's would be made of them, or be wrong without them.
    private bool HoldsAllOf(BlockKey block) => Assigned is null
        || Dossier.Questionnaire.Block(block) is { } held && (held.Indicator?.Uses.All(u => Assigned.Contains(u.Variable)) ?? Dossier.Compiled.Framework.Context.All(Assigned.Contains));
}

/// <summary>Reads one submission for those who may see it.</summary>
public sealed class SubmissionQuery(AppDb db, DossierStore dossiers, QuestionScopes scopes)
{
    /// <summary>What this person may answer of a dossier; null when it is nothing.</summary>
    public async Task<Questionnaire?> AskedAsync(Actor actor, Guid id, CancellationToken cancel) =>
        await dossiers.AskedAsync(id, cancel) is var (place, questionnaire) && await scopes.OfAsync(actor, Permission.EnterAnswers, id, place, cancel) is { } scope
            ? scope.Only is { } some ? questionnaire.Only(some) : questionnaire
            : null;

    /// <summary>The submission; null when there is none or this person may not follow it.</summary>
    public async Task<SubmissionView?> RunAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var dossier = await dossiers.ReadAsync(id, cancel);
        if (dossier is null)
        {
            return null;
        }

        var drafts = await scopes.OfAsync(actor, Permission.ReadDraft, id, dossier.Place, cancel);
        if (drafts?.IsWhole != true && !actor.May(Permission.ReadSubmitted, dossier.Place))
        {
            return drafts?.Only is { } some ? await OnlyAsync(dossier.Only(some), some, cancel) : null;
        }

        var analyses = await db.Analyses.AsNoTracking().Where(a => a.SubmissionId == id).ToDictionaryAsync(a => a.Topic, cancel);
        var pointed = dossier.Blocks.Values.Where(b => b.ReviewId is not null).Select(b => b.ReviewId!.Value).ToList();
        var reviews = pointed.Count == 0 ? [] : await db.Reviews.AsNoTracking().Where(r => pointed.Contains(r.Id)).ToListAsync(cancel);
        var signatures = await db.Signatures.AsNoTracking().Where(s => s.SubmissionId == id).OrderByDescending(s => s.At).ToListAsync(cancel);
        // Some questions of a body are no right to the drafts of all: somebody who has them may have come to review the body since.
        var seesDrafts = drafts is { IsWhole: true };
        var sendBacks = seesDrafts ? await db.SendBacks.AsNoTracking().Where(s => s.SubmissionId == id).OrderByDescending(s => s.At).ToListAsync(cancel) : [];
        return new SubmissionView(
            dossier, analyses, reviews.ToDictionary(r => r.Block), signatures,
            seesDrafts)
        {
            SendBacks = sendBacks,
            CommentCounts = await CommentsAsync(id, cancel),
            Extension = await ExtensionAsync(dossier.Submission.ExtensionId, cancel),
            ReviewExtension = await ExtensionAsync(dossier.Submission.ReviewExtensionId, cancel),
            Assignments = actor.May(Permission.AssignQuestions, dossier.Place) ? await db.RunningAssignmentsAsync(id, cancel) : [],
        };
    }

    // Somebody who was assigned questions: those, what was returned of them, their threads; neither analyses nor the acts of the dossier.
    private async Task<SubmissionView> OnlyAsync(Dossier dossier, IReadOnlySet<VariableCode> some, CancellationToken cancel)
    {
        var id = dossier.Submission.Id;
        var pointed = dossier.Blocks.Values.Where(b => b is { IsReturned: true, ReviewId: not null }).Select(b => b.ReviewId!.Value).ToList();
        var reviews = pointed.Count == 0 ? [] : await db.Reviews.AsNoTracking().Where(r => pointed.Contains(r.Id)).ToListAsync(cancel);
        var comments = await CommentsAsync(id, cancel);
        return new SubmissionView(dossier, new Dictionary<string, Analysis>(), reviews.ToDictionary(r => r.Block), [], SeesDrafts: true)
        {
            Assigned = some,
            CommentCounts = comments.Where(c => some.Contains(c.Key)).ToDictionary(),
        };
    }

    private async Task<BodyExtension?> ExtensionAsync(Guid? id, CancellationToken cancel) =>
        id is { } given ? await db.BodyExtensions.AsNoTracking().SingleAsync(e => e.Id == given, cancel) : null;

    private Task<Dictionary<VariableCode, int>> CommentsAsync(Guid id, CancellationToken cancel) => db.AnswerComments.Where(c => c.SubmissionId == id)
        .GroupBy(c => c.Variable).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
}
