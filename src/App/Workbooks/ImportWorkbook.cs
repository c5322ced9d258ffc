using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Workbooks;
using Responsables.Reports.Spreadsheets;

namespace Responsables.App.Workbooks;

/// <summary>What a workbook brought back.</summary>
/// <param name="Taken">Answers stored.</param>
/// <param name="Kept">Conflicts of which the stored answer was kept.</param>
public sealed record WorkbookImported(int Bodies, int Taken, int Kept, int Agreed, int Untouched, bool DryRun);

/// <summary>Takes a workbook in: all its bodies in one act, or nothing at all.</summary>
public sealed class ImportWorkbook(AppDb db, FrameworkCatalog frameworks, DossierStore dossiers, CompareWorkbook compare, WorkbookParts parts, Writing writing)
{
    /// <summary>Whether a file is a workbook, by its first bytes.</summary>
    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith("PK"u8) || file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>At once, without a look before: every conflict goes to one side, or refuses the file.</summary>
    public async Task<Outcome<WorkbookImported>> RunAsync(
        Actor actor, byte[] file, int year, MergeSide? all, bool dryRun, Guid key, CancellationToken cancel, SpreadsheetLimits? limits = null)
    {
        var read = await ReadAsync(file, year, limits ?? SpreadsheetLimits.ManyBodies, cancel);
        if (read is not Outcome<(Campaign Campaign, WorkbookContent Content)>.Done { Value: var (campaign, content) })
        {
            return Outcome.Refused<WorkbookImported>(((Outcome<(Campaign, WorkbookContent)>.Refused)read).Problems);
        }

        Task<Outcome<WorkbookImported>> Act(DateTimeOffset now) => ApplyAsync(actor, campaign, content, null, _ => all, now, dryRun, cancel);
        return dryRun ? await writing.RehearseAsync(Act, cancel) : await writing.OnceAsync(key, Act, cancel);
    }

    /// <summary>Reads a file of a year's campaign.</summary>
    internal async Task<Outcome<(Campaign Campaign, WorkbookContent Content)>> ReadAsync(byte[] file, int year, SpreadsheetLimits limits, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel);
        if (campaign is null)
        {
            return Outcome.Refused<(Campaign, WorkbookContent)>(new Problem("campaigns.year-unknown", null, year));
        }

        var framework = (await frameworks.OfAsync(db, campaign, cancel)).Framework;
        var supplements = await parts.SupplementsAsync(campaign.Id, cancel);
        Problem? Fits(WorkbookOrigin origin) => origin.Year != year || origin.Campaign != campaign.Id ? new Problem("workbooks.other-year", null, origin.Year, year)
            : origin.Framework != framework.Code || origin.FrameworkVersion != framework.Version || origin.Supplements != supplements
                ? new Problem("workbooks.other-version", null, origin.Framework, origin.FrameworkVersion)
            : null;
        return WorkbookContent.Read(file, limits, await parts.Secret.FindAsync(cancel), framework, Fits, cancel) switch
        {
            Outcome<WorkbookContent>.Done { Value: var content } => Outcome.Done((campaign, content)),
            Outcome<WorkbookContent>.Refused refused => Outcome.Refused<(Campaign, WorkbookContent)>(refused.Problems),
            _ => Outcome.Missing<(Campaign, WorkbookContent)>(),
        };
    }

    /// <summary>Does what was shown, in the caller's transaction.</summary>
    /// <param name="token">Of the plan that was shown; null: none was.</param>
    internal async Task<Outcome<WorkbookImported>> ApplyAsync(
        Actor actor, Campaign campaign, WorkbookContent content, string? token, Func<PlannedAnswer, MergeSide?> side, DateTimeOffset now, bool dryRun, CancellationToken cancel)
    {
        var ids = await compare.DossiersAsync(content, cancel);
        await dossiers.LockAsync(ids, cancel);
        if (await compare.RunAsync(actor, campaign, content, ids, side, now, cancel) is not { } plan)
        {
            return Outcome.Missing<WorkbookImported>();
        }

        if (token is not null && token != plan.Token)
        {
            return new Outcome<WorkbookImported>.Stale([new Problem("workbooks.changed-meanwhile", null)]);
        }

        var undecided = plan.Conflicts.Where(c => side(c) is null).Select(c => token is null
            ? new Problem("workbooks.conflict", c.Place, WorkbookPlan.Shown(c.Variable, c.Merged.Mine), WorkbookPlan.Shown(c.Variable, c.Merged.Theirs))
            : new Problem("workbooks.undecided", c.Name)).ToList();
        List<Problem> problems = [.. plan.Problems, .. undecided, .. plan.Checks];
        if (problems.Count > 0)
        {
            return Outcome.Refused<WorkbookImported>(WorkbookPlan.Told(problems));
        }

        var written = plan.Taken.Concat(plan.Conflicts.Where(c => side(c) == MergeSide.Mine)).ToLookup(w => w.Merged.Key.Organization);
        if (!dryRun)
        {
            await WriteAsync(actor, campaign, ids, written, now, cancel);
        }

        var taken = written.Sum(w => w.Count());
        return Outcome.Done(new WorkbookImported(written.Count, taken, plan.Taken.Count + plan.Conflicts.Count - taken, plan.Agreed, plan.Untouched, dryRun));
    }

    private async Task WriteAsync(
        Actor actor, Campaign campaign, IReadOnlyList<Guid> ids, ILookup<Domain.Organizations.OrganizationCode, PlannedAnswer> written, DateTimeOffset now, CancellationToken cancel)
    {
        var sums = new PartsBatches(db, campaign.Id, (await frameworks.OfAsync(db, campaign, cancel)).Layout);
        var rows = new NewRows();
        foreach (var batch in ids.Chunk(CompareWorkbook.Batch))
        {
            var touched = new List<Dossier>();
            var entries = new List<TrailEntry>();
            foreach (var dossier in (await dossiers.ManyAsync(campaign, batch, tracked: true, cancel)).Where(d => written.Contains(d.Place.Code)))
            {
                var result = new EditAnswers(db, dossier, actor, now).Apply(written[dossier.Place.Code].Select(CompareWorkbook.EditOf), french: false, rows.Answers);
                if (result.Changed.Count > 0)
                {
                    DossierStore.Bring(db, dossier, now, rows);
                    touched.Add(dossier);
                    entries.Add(new TrailEntry("workbooks.import", dossier.Place.Code, dossier.Submission.Id, result.Before, result.After));
                }
            }

            if (touched.Count > 0)
            {
                await sums.AddAsync(touched, rows, cancel);
                await rows.WriteAsync(db, cancel);
                await TrailWriter.AppendAsync(db, actor, now, entries, cancel);
                await db.SaveChangesAsync(cancel);
            }

            rows.Clear();
            db.ChangeTracker.Clear();
        }

        await sums.EndAsync(rows, cancel);
        await rows.WriteAsync(db, cancel);
    }
}
