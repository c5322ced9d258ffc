using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>Which answers are exported, by where the blocks that use them stand.</summary>
public enum ExportedStatus
{
    All,

    /// <summary>In no block that is signed.</summary>
    Draft,

    /// <summary>In a block that is signed, validated or not.</summary>
    Submitted,

    /// <summary>In a block that is validated.</summary>
    Validated,
}

/// <summary>Writes the answers of a campaign as a file that an import takes back without changing anything.</summary>
public sealed class ExportAnswers(AppDb db, DossierStore dossiers)
{
    private const int Batch = 200;

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ",",
        NewLine = "\n",
        ShouldQuote = cell => cell.Field is { } text && (text.AsSpan().ContainsAny("\",\r\n") || text.StartsWith(' ') || text.EndsWith(' ')),
    };

    /// <param name="under">Only this body and those below it; null: all.</param>
    /// <param name="text">Told where to write once nothing prevents it.</param>
    /// <returns>The number of answers written.</returns>
    public async Task<Outcome<int>> RunAsync(
        Actor actor, int year, OrganizationCode? under, ExportedStatus status, Func<TextWriter> text, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadDraft))
        {
            return Outcome.Missing<int>();
        }

        var campaign = await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel);
        if (campaign is null)
        {
            return Outcome.Refused<int>(new Problem("campaigns.year-unknown", null, year));
        }

        var bodies = await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign.Id)
            .Select(s => new { s.Id, s.Organization, s.Ancestors }).ToListAsync(cancel);
        if (under is { } top)
        {
            bodies = bodies.FindAll(b => b.Organization == top || b.Ancestors.Split(';').Contains(top.Value));
            if (bodies.Count == 0)
            {
                return Outcome.Refused<int>(new Problem("submissions.organization-outside", null, top, year));
            }
        }

        await using var csv = new CsvWriter(text(), Format);
        Write(csv, AnswersCsv.Columns);
        var written = 0;
        foreach (var batch in bodies.OrderBy(b => b.Organization.Value, StringComparer.Ordinal).Select(b => b.Id).Chunk(Batch))
        {
            var read = await dossiers.ManyAsync(campaign, batch, tracked: false, cancel);
            foreach (var dossier in read.OrderBy(d => d.Submission.Organization.Value, StringComparer.Ordinal))
            {
                written += Write(csv, dossier, status);
            }

            await csv.FlushAsync();
        }

        return Outcome.Done(written);
    }

    private static int Write(CsvWriter csv, Dossier dossier, ExportedStatus status)
    {
        var written = 0;
        var slots = dossier.Compiled.Framework.Slots;
        // An answer that was erased leaves a row without a value: there is nothing of it to be taken back. One that waits to be confirmed is not one yet.
        foreach (var row in dossier.Rows.Values.Where(r => r.State != AnswerState.Missing && r.CarriedFrom is null && slots.Of(r.Variable, r.Cell) >= 0)
            .OrderBy(r => slots.Of(r.Variable, r.Cell)))
        {
            if (Stands(dossier, row.Variable, status))
            {
                Write(csv, Cells(dossier, row));
                written++;
            }
        }

        return written;
    }

    private static IEnumerable<string> Cells(Dossier dossier, AnswerRow row)
    {
        var isText = dossier.Compiled.Framework.Variable(row.Variable).Type == VariableType.Text;
        return
        [
            dossier.Submission.Organization.Value,
            row.Variable.Value,
            row.Cell.Value,
            isText ? SpreadsheetGuard.Guarded(row.Value ?? "") : row.Value ?? "",
            row.State switch
            {
                AnswerState.NotApplicable => AnswersCsv.NotApplicable,
                AnswerState.Unavailable => AnswersCsv.Unavailable,
                _ => "",
            },
            SpreadsheetGuard.Guarded(row.Comment ?? ""),
        ];
    }

    private static bool Stands(Dossier dossier, VariableCode variable, ExportedStatus status)
    {
        var states = dossier.Questionnaire.BlocksOf(variable).Select(dossier.StateOf);
        return status switch
        {
            ExportedStatus.Draft => states.All(s => s is BlockState.Draft or BlockState.Returned),
            ExportedStatus.Submitted => states.Any(s => s.IsSigned()),
            ExportedStatus.Validated => states.Any(s => s is BlockState.Validated or BlockState.Accepted),
            _ => true,
        };
    }

    private static void Write(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
