using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>Loads dossiers, and keeps what is derived from their answers (seals, progress, additive parts) current when they change.</summary>
public sealed class DossierStore(AppDb db, FrameworkCatalog frameworks, Questionnaires questionnaires)
{
    /// <summary>A dossier to read: nothing is tracked.</summary>
    public async Task<Dossier?> ReadAsync(Guid submissionId, CancellationToken cancel)
    {
        var submission = await db.Submissions.AsNoTracking().Include(s => s.Campaign).SingleOrDefaultAsync(s => s.Id == submissionId, cancel);
        return submission is null ? null : await LoadAsync(submission, tracked: false, cancel);
    }

    /// <summary>What a dossier asks, without its answers: one statement.</summary>
    public async Task<(Place Place, Questionnaire Questionnaire)?> AskedAsync(Guid submissionId, CancellationToken cancel)
    {
        if (await db.Submissions.AsNoTracking().Include(s => s.Campaign).SingleOrDefaultAsync(s => s.Id == submissionId, cancel) is not { } submission)
        {
            return null;
        }

        var framework = (await frameworks.OfAsync(db, submission.Campaign, cancel)).Framework;
        return (submission.ToPlace(), await questionnaires.OfAsync(db, submission.Campaign, framework, submission.Branch, cancel));
    }

    /// <summary>A dossier to change, locked until the end of the transaction.</summary>
    public async Task<Dossier?> LockAsync(Guid submissionId, CancellationToken cancel)
    {
        if (db is PostgresDb)
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM submissions WHERE \"Id\" = {submissionId} FOR UPDATE", cancel);
        }

        var submission = await db.Submissions.Include(s => s.Campaign).SingleOrDefaultAsync(s => s.Id == submissionId, cancel);
        return submission is null ? null : await LoadAsync(submission, tracked: true, cancel);
    }

    /// <summary>
    /// Brings up to date all that depends on the dossier's rows and acts: seals, progress, and the parts of every node above. The
    /// caller's save writes it in its own transaction.
    /// </summary>
    public async Task SettleAsync(IReadOnlyList<Dossier> dossiers, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var dossier in dossiers)
        {
            Bring(db, dossier, now, null);
        }

        await PartsUpdate.ApplyAsync(db, dossiers, cancel);
    }

    /// <summary>Seals of all blocks, and progress: all that depends on one dossier alone.</summary>
    internal static void Bring(AppDb db, Dossier dossier, DateTimeOffset now, NewRows? rows)
    {
        dossier.Refresh();
        foreach (var block in dossier.Questionnaire.Blocks)
        {
            Seal(db, dossier, block, rows);
        }

        var submission = dossier.Submission;
        submission.Required = dossier.Assessment.Required;
        submission.Answered = dossier.Assessment.Answered;
        submission.Blocking = dossier.Assessment.Blocking;
        submission.ToExplain = dossier.Assessment.ToExplain;
        CountLooks(dossier);
        submission.Version++;
        submission.ChangedAt = now;
        if (dossier.Rows.Count > 0)
        {
            submission.StartedAt ??= now;
        }
    }

    /// <summary>How much of what waits for a review is to be looked at before the rest: it hangs on the answers and on the acts.</summary>
    internal static void CountLooks(Dossier dossier)
    {
        var waiting = dossier.Questionnaire.Blocks.Where(b => dossier.StateOf(b.Key) == BlockState.Signed).ToList();
        dossier.Submission.FirstLooks = waiting.Count(dossier.IsFirstLook);
        dossier.Submission.MovedFar = waiting.Count(dossier.HasMovedFar);
    }

    /// <summary>The seal of a block's present content, in a row of its own if it had none.</summary>
    internal static void Seal(AppDb db, Dossier dossier, Block block, NewRows? rows)
    {
        var seal = dossier.Answers.Seal(block);
        if (dossier.Blocks.TryGetValue(block.Key, out var known))
        {
            known.Seal = seal;
            return;
        }

        var row = new SubmissionBlock { SubmissionId = dossier.Submission.Id, Block = block.Key, Seal = seal };
        dossier.Blocks.Add(block.Key, row);
        if (rows is null)
        {
            db.SubmissionBlocks.Add(row);
        }
        else
        {
            rows.Blocks.Add(row);
        }
    }

    /// <summary>Locks submissions until the end of the transaction, always in the same order, whatever the order in which they are wanted.</summary>
    public async Task LockAsync(IReadOnlyList<Guid> submissionIds, CancellationToken cancel)
    {
        if (db is PostgresDb)
        {
            var ids = submissionIds.ToArray();
            await db.Database.ExecuteSqlAsync(
                $"""SELECT 1 FROM (SELECT 1 FROM submissions WHERE "Id" = ANY({ids}) ORDER BY "Id" FOR UPDATE) AS locked""", cancel);
        }
    }

    /// <summary>Several dossiers of one campaign at once, in few queries; locked before by <see cref="LockAsync(IReadOnlyList{Guid}, CancellationToken)"/>
    /// when they are to be changed.</summary>
    public async Task<IReadOnlyList<Dossier>> ManyAsync(Campaign campaign, IReadOnlyList<Guid> submissionIds, bool tracked, CancellationToken cancel)
    {
        var tracking = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var ids = submissionIds.ToList();
        var compiled = await frameworks.OfAsync(db, campaign, cancel);
        var submissions = await db.Submissions.AsTracking(tracking).Where(s => ids.Contains(s.Id)).ToListAsync(cancel);
        var rows = (await db.Answers.AsTracking(tracking).Where(a => ids.Contains(a.SubmissionId)).ToListAsync(cancel)).ToLookup(a => a.SubmissionId);
        var blocks = (await db.SubmissionBlocks.AsTracking(tracking).Where(b => ids.Contains(b.SubmissionId)).ToListAsync(cancel))
            .ToLookup(b => b.SubmissionId);
        var previous = await PreviousAsync(campaign, [.. submissions.Select(s => s.Organization)], cancel);
        var coordinated = (await db.Grants.Where(g => g.Role == Role.Coordinator).Select(g => g.Scope).ToListAsync(cancel)).ToHashSet();
        var dossiers = new List<Dossier>(submissions.Count);
        foreach (var submission in submissions)
        {
            dossiers.Add(new Dossier
            {
                Submission = submission,
                Campaign = campaign,
                Compiled = compiled,
                Questionnaire = await questionnaires.OfAsync(db, campaign, compiled.Framework, submission.Branch, cancel),
                Rows = rows[submission.Id].ToDictionary(r => (r.Variable, r.Cell)),
                Blocks = blocks[submission.Id].ToDictionary(b => b.Block),
                ReviewedByFederation = submission.Reviewer == submission.Organization || !coordinated.Contains(submission.Reviewer),
                Previous = previous.Contains(submission.Organization) ? new Answers(compiled.Framework, previous[submission.Organization]) : null,
            });
        }

        return dossiers;
    }

    private async Task<ILookup<OrganizationCode, Answer>> PreviousAsync(
        Campaign campaign, IReadOnlyList<OrganizationCode> organizations, CancellationToken cancel)
    {
        var before = await db.Submissions.AsNoTracking()
            .Where(s => s.Campaign.Year == campaign.Year - 1 && s.Campaign.FrameworkCode == campaign.FrameworkCode && organizations.Contains(s.Organization))
            .Select(s => new { s.Id, s.Organization }).ToDictionaryAsync(s => s.Id, s => s.Organization, cancel);
        var ids = before.Keys.ToList();
        // Only what an answer says: there are many, and who changed them when is not looked at.
        var answers = ids.Count == 0
            ? []
            : await db.Answers.AsNoTracking().Where(a => ids.Contains(a.SubmissionId))
                .Select(a => new { a.SubmissionId, a.Variable, a.Cell, a.State, a.Value, a.Comment, a.CarriedFrom }).ToListAsync(cancel);
        return answers.ToLookup(a => before[a.SubmissionId], a => new Answer(a.Variable, a.Cell, a.State, a.Value, a.Comment) { IsCarried = a.CarriedFrom is not null });
    }

    private async Task<Dossier> LoadAsync(Submission submission, bool tracked, CancellationToken cancel)
    {
        var campaign = submission.Campaign;
        var compiled = await frameworks.OfAsync(db, campaign, cancel);
        var tracking = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var rows = await db.Answers.AsTracking(tracking).Where(a => a.SubmissionId == submission.Id).ToListAsync(cancel);
        var blocks = await db.SubmissionBlocks.AsTracking(tracking).Where(b => b.SubmissionId == submission.Id).ToListAsync(cancel);
        var previous = await (
            from answer in db.Answers.AsNoTracking()
            join before in db.Submissions on answer.SubmissionId equals before.Id
            where before.Organization == submission.Organization
                && before.Campaign.Year == campaign.Year - 1
                && before.Campaign.FrameworkCode == campaign.FrameworkCode
            select answer).ToListAsync(cancel);
        return new Dossier
        {
            Submission = submission,
            Campaign = campaign,
            Compiled = compiled,
            Questionnaire = await questionnaires.OfAsync(db, campaign, compiled.Framework, submission.Branch, cancel),
            Rows = rows.ToDictionary(r => (r.Variable, r.Cell)),
            Blocks = blocks.ToDictionary(b => b.Block),
            ReviewedByFederation = await IsReviewedByFederationAsync(submission, cancel),
            Previous = previous.Count == 0 ? null : new Answers(compiled.Framework, previous.Select(r => r.ToAnswer())),
        };
    }

    // Product rule: a body is reviewed by the nearest body above it that has a coordinator, else by the federation.
    private async Task<bool> IsReviewedByFederationAsync(Submission submission, CancellationToken cancel) =>
        submission.Reviewer == submission.Organization
        || !await db.Grants.AnyAsync(g => g.Role == Role.Coordinator && g.Scope == submission.Reviewer, cancel);
}
