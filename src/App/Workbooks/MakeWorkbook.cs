using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Workbooks;
using Responsables.Reports.Spreadsheets;

namespace Responsables.App.Workbooks;

/// <summary>A workbook that was made.</summary>
/// <param name="Scope">The body, or the organisation above those that it has.</param>
public sealed record WorkbookMade(int Year, OrganizationCode Scope, int Bodies)
{
    public string FileName => $"classeur-{Year}-{Scope}.xlsx";
}

/// <summary>Makes the form of a body, or of many, as a workbook to be filled and brought back. Only what whoever asks may read is in it.</summary>
public sealed class MakeWorkbook(AppDb db, DossierStore dossiers, QuestionScopes scopes, WorkbookParts parts)
{
    private const int Batch = 200;

    /// <summary>The workbook of one dossier.</summary>
    /// <param name="target">Told where to write once nothing prevents it.</param>
    public async Task<Outcome<WorkbookMade>> RunAsync(Actor actor, Guid submissionId, Func<Stream> target, CancellationToken cancel)
    {
        var dossier = await dossiers.ReadAsync(submissionId, cancel);
        return dossier is null || await WorkbookRights.OfAsync(actor, dossier, scopes, cancel) is not { } rights
            ? Outcome.Missing<WorkbookMade>()
            : Outcome.Done(await WriteAsync(dossier.Campaign, dossier.Place.Code, [new WorkbookBody(dossier, rights)], many: false, target(), cancel));
    }

    /// <summary>The workbook of a body and of all those below it that the person reads.</summary>
    /// <param name="alone">That body and none below it: the workbook of one.</param>
    public async Task<Outcome<WorkbookMade>> RunAsync(Actor actor, int year, OrganizationCode under, Func<Stream> target, CancellationToken cancel, bool alone = false)
    {
        var campaign = await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel);
        if (campaign is null)
        {
            return Outcome.Refused<WorkbookMade>(new Problem("campaigns.year-unknown", null, year));
        }

        var found = (await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign.Id).Select(s => new { s.Id, s.Organization, s.Ancestors }).ToListAsync(cancel))
            .Where(s => s.Organization == under || (!alone && s.Ancestors.Split(';').Contains(under.Value))).OrderBy(s => s.Organization.Value, StringComparer.Ordinal).Select(s => s.Id).ToList();
        var bodies = new List<WorkbookBody>();
        foreach (var batch in found.Chunk(Batch))
        {
            foreach (var dossier in (await dossiers.ManyAsync(campaign, batch, tracked: false, cancel)).OrderBy(d => d.Place.Code.Value, StringComparer.Ordinal))
            {
                if (await WorkbookRights.OfAsync(actor, dossier, scopes, cancel) is { } rights)
                {
                    bodies.Add(new WorkbookBody(dossier, rights));
                }
            }
        }

        return bodies.Count == 0
            ? Outcome.Refused<WorkbookMade>(new Problem("submissions.organization-outside", null, under, year))
            : Outcome.Done(await WriteAsync(campaign, under, bodies, many: !alone, target(), cancel));
    }

    private async Task<WorkbookMade> WriteAsync(
        Campaign campaign, OrganizationCode scope, List<WorkbookBody> bodies, bool many, Stream target, CancellationToken cancel)
    {
        var framework = bodies[0].Dossier.Compiled.Framework;
        var secret = await parts.Secret.GetAsync(cancel);
        var origin = new WorkbookOrigin(
            WorkbookOrigin.InstanceOf(secret), campaign.Id, campaign.Year, framework.Code, framework.Version, await parts.SupplementsAsync(campaign.Id, cancel), parts.Now(),
            [.. bodies.Select(b => b.Dossier.Place.Code)], bodies.SelectMany(b => b.Answers()).ToDictionary());
        var rows = origin.Rows().ToList();
        var signature = WorkbookOrigin.Signature(rows, secret);
        var lists = new ChoiceLists();
        using (var writer = new SpreadsheetWriter(target))
        {
            ReadMe.Write(writer, bodies, framework, origin, signature);
            foreach (var name in WorkbookSheet.NamesOf(framework).Values.Distinct().Where(n => bodies.Any(b => b.BlocksOf(n).Any())))
            {
                var title = many
                    ? WorkbookWords.Of("title.many", name, bodies.Count, campaign.Year)
                    : WorkbookWords.Of("title.one", name, bodies[0].Dossier.Submission.ShortName, campaign.Year);
                new WorkbookSheet(name, title, campaign.Year, bodies, many, lists).Write(writer);
            }

            lists.Write(writer);
            var plain = new CellLook();
            rows.Add([WorkbookParts.SignatureRow, signature]);
            writer.Sheet(
                new SheetPlan(WorkbookWords.Of("sheet.base"), [20, 30, 20, 16, 30, 30]) { Visibility = SheetVisibility.VeryHidden, IsProtected = true },
                rows.Select(row => (IReadOnlyList<SheetCell>)[.. row.Select(text => SheetCell.Of(text, plain))]));
        }

        return new WorkbookMade(campaign.Year, scope, bodies.Count);
    }
}
