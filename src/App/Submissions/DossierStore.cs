using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
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
            dossier.Refresh();
            foreach (var block in dossier.Questionnaire.Blocks)
            {
                var seal = dossier.Answers.Seal(block);
                if (!dossier.Blocks.TryGetValue(block.Key, out var row))
                {
                    row = new SubmissionBlock { SubmissionId = dossier.Submission.Id, Block = block.Key, Seal = seal };
                    dossier.Blocks.Add(block.Key, row);
                    db.SubmissionBlocks.Add(row);
                }

                row.Seal = seal;
            }

            var submission = dossier.Submission;
            submission.Required = dossier.Assessment.Required;
            submission.Answered = dossier.Assessment.Answered;
            submission.Blocking = dossier.Assessment.Blocking;
            submission.ToExplain = dossier.Assessment.ToExplain;
            submission.Version++;
            submission.ChangedAt = now;
            if (dossier.Rows.Count > 0)
            {
                submission.StartedAt ??= now;
            }
        }

        await PartsUpdate.ApplyAsync(db, dossiers, cancel);
    }

    private async Task<Dossier> LoadAsync(Submission submission, bool tracked, CancellationToken cancel)
    {
        var campaign = submission.Campaign;
        var compiled = await frameworks.GetAsync(db, campaign.FrameworkCode, campaign.FrameworkVersion, cancel);
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
