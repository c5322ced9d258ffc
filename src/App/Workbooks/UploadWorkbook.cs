using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Workbooks;
using Responsables.Reports.Spreadsheets;

namespace Responsables.App.Workbooks;

/// <summary>What a workbook is sent for.</summary>
/// <param name="SubmissionId">One dossier; null: the bodies of a year.</param>
public sealed record WorkbookTarget(int Year, Guid? SubmissionId)
{
    public SpreadsheetLimits Limits => SubmissionId is null ? SpreadsheetLimits.ManyBodies : SpreadsheetLimits.OneBody;
}

/// <summary>A workbook that was sent, and what it would do now.</summary>
public sealed record WorkbookPreview(Guid Id, WorkbookTarget Target, WorkbookPlan Plan);

/// <summary>Takes a workbook in by two steps: it is sent and what it would change is shown; then that, and nothing else, is done.</summary>
public sealed class UploadWorkbook(AppDb db, ImportWorkbook import, CompareWorkbook compare, WorkbookParts parts, Writing writing)
{
    /// <summary>Keeps a workbook that can be read, is of this instance and of the target, and has no fault.</summary>
    public async Task<Outcome<Guid>> SendAsync(Actor actor, WorkbookTarget target, byte[] file, Guid key, CancellationToken cancel)
    {
        if (!await MayAsync(actor, target, cancel))
        {
            return Outcome.Missing<Guid>();
        }

        switch (await PlanAsync(actor, target, file, _ => null, cancel))
        {
            case Outcome<WorkbookPlan>.Done { Value: { IsRefused: true } plan }: return Outcome.Refused<Guid>([.. plan.Problems, .. plan.Checks]);
            case Outcome<WorkbookPlan>.Refused refused: return Outcome.Refused<Guid>(refused.Problems);
            case Outcome<WorkbookPlan>.Missing: return Outcome.Missing<Guid>();
        }

        return await writing.OnceAsync(key, now => KeepAsync(actor, target, file, now, cancel), cancel);
    }

    /// <summary>What a workbook that this person sent would do now; missing when it is another's, or no longer there.</summary>
    public async Task<Outcome<WorkbookPreview>> ShowAsync(Actor actor, Guid id, Func<PlannedAnswer, MergeSide?> side, CancellationToken cancel)
    {
        if (await FindAsync(actor, id, cancel) is not { } upload)
        {
            return Outcome.Missing<WorkbookPreview>();
        }

        var target = new WorkbookTarget(upload.Year, upload.SubmissionId);
        return await PlanAsync(actor, target, upload.Content, side, cancel) switch
        {
            Outcome<WorkbookPlan>.Done { Value: var plan } => Outcome.Done(new WorkbookPreview(id, target, plan)),
            Outcome<WorkbookPlan>.Refused refused => Outcome.Refused<WorkbookPreview>(refused.Problems),
            _ => Outcome.Missing<WorkbookPreview>(),
        };
    }

    /// <summary>Does what was shown; stale when it would be something else by now.</summary>
    public Task<Outcome<WorkbookImported>> TakeAsync(Actor actor, Guid id, string token, Func<PlannedAnswer, MergeSide?> side, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(
            key,
            async now =>
            {
                if (await FindAsync(actor, id, cancel) is not { } upload)
                {
                    return Outcome.Missing<WorkbookImported>();
                }

                var target = new WorkbookTarget(upload.Year, upload.SubmissionId);
                if (await import.ReadAsync(upload.Content, upload.Year, target.Limits, cancel) is not Outcome<(Campaign Campaign, WorkbookContent Content)>.Done { Value: var (campaign, content) })
                {
                    return Outcome.Refused<WorkbookImported>(new Problem("workbooks.not-signed", null));
                }

                var outcome = await import.ApplyAsync(actor, campaign, content, token, side, now, dryRun: false, cancel);
                if (outcome is Outcome<WorkbookImported>.Done)
                {
                    await db.WorkbookUploads.Where(u => u.Id == id).ExecuteDeleteAsync(cancel);
                }

                return outcome;
            },
            cancel);

    /// <summary>Whether anything may be brought back to a target at all.</summary>
    private async Task<bool> MayAsync(Actor actor, WorkbookTarget target, CancellationToken cancel) => target.SubmissionId is { } id
        ? await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is { } submission
            && (actor.May(Permission.EnterAnswers, submission.ToPlace()) || actor.MayOnAssigned(Permission.EnterAnswers, submission.Organization))
        : actor.May(Permission.ManageCampaigns) && await db.Campaigns.AnyAsync(c => c.Year == target.Year, cancel);

    private async Task<Outcome<WorkbookPlan>> PlanAsync(Actor actor, WorkbookTarget target, byte[] file, Func<PlannedAnswer, MergeSide?> side, CancellationToken cancel)
    {
        var read = await import.ReadAsync(file, target.Year, target.Limits, cancel);
        if (read is not Outcome<(Campaign Campaign, WorkbookContent Content)>.Done { Value: var (campaign, content) })
        {
            return Outcome.Refused<WorkbookPlan>(((Outcome<(Campaign, WorkbookContent)>.Refused)read).Problems);
        }

        if (await OtherAsync(target, content, cancel) is { } other)
        {
            return Outcome.Refused<WorkbookPlan>(other);
        }

        var ids = await compare.DossiersAsync(content, cancel);
        return await compare.RunAsync(actor, campaign, content, ids, side, parts.Now(), cancel) is { } plan ? Outcome.Done(plan) : Outcome.Missing<WorkbookPlan>();
    }

    private async Task<Problem?> OtherAsync(WorkbookTarget target, WorkbookContent content, CancellationToken cancel)
    {
        if (target.SubmissionId is not { } id)
        {
            return null;
        }

        var body = await db.Submissions.AsNoTracking().Where(s => s.Id == id).Select(s => s.Organization).SingleAsync(cancel);
        return content.Origin.Bodies is [var one] && one == body ? null : new Problem("workbooks.other-body", null, string.Join(", ", content.Origin.Bodies.Take(3)), body);
    }

    private Task<WorkbookUpload?> FindAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var oldest = parts.Now() - WorkbookUpload.Kept;
        return db.WorkbookUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.AccountId == actor.Id && u.At >= oldest, cancel);
    }

    private async Task<Outcome<Guid>> KeepAsync(Actor actor, WorkbookTarget target, byte[] file, DateTimeOffset now, CancellationToken cancel)
    {
        // Whoever sends one takes away what is too old, everybody's, and the one that this one replaces.
        var oldest = now - WorkbookUpload.Kept;
        await db.WorkbookUploads.Where(u => u.At < oldest || (u.AccountId == actor.Id && u.Year == target.Year && u.SubmissionId == target.SubmissionId)).ExecuteDeleteAsync(cancel);
        var upload = new WorkbookUpload { AccountId = actor.Id, Year = target.Year, SubmissionId = target.SubmissionId, Content = file, At = now };
        db.WorkbookUploads.Add(upload);
        OrganizationCode? body = target.SubmissionId is { } id ? await db.Submissions.Where(s => s.Id == id).Select(s => s.Organization).SingleAsync(cancel) : null;
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("workbooks.send", body, target.SubmissionId, null, new { Bytes = file.Length, Hash = hash })], cancel);
        return Outcome.Done(upload.Id);
    }
}
