using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>How a file of answers is taken in.</summary>
/// <param name="DryRun">Everything is done, said, and taken back.</param>
/// <param name="Sign">A reprise: what is open is signed in the name of the reprise, never of the director.</param>
/// <param name="Validate">And validated so; only with <paramref name="Sign"/>.</param>
public sealed record AnswersImport(int Year, bool DryRun, bool Sign, bool Validate);

/// <summary>What an import did, or would do.</summary>
/// <param name="Unchanged">Answers that were already as listed.</param>
/// <param name="Signed">Blocks signed as a reprise.</param>
public sealed record AnswersImported(int Bodies, int Created, int Changed, int Unchanged, int Signed, int Validated, bool DryRun);

/// <summary>
/// Takes in a file of answers: listed ones are created or replaced, others left; all faults at once, all or nothing. Not bound by the
/// windows; a reprise (signed, or signed and validated) is its own act in the trail.
/// </summary>
public sealed class ImportAnswers(AppDb db, FrameworkCatalog frameworks, DossierStore dossiers, Writing writing)
{
    /// <summary>Bodies loaded, checked and written together.</summary>
    private const int Batch = 150;

    public Task<Outcome<AnswersImported>> RunAsync(
        Actor actor, Stream file, AnswersImport import, Guid key, CancellationToken cancel, long maxBytes = AnswersCsv.DefaultMaxBytes) =>
        RunAsync(actor, () => AnswersCsv.Read(file, maxBytes), import, key, cancel);

    /// <param name="read">Gives the rows: those of a file, or rows that are already at hand.</param>
    internal async Task<Outcome<AnswersImported>> RunAsync(
        Actor actor, Func<AnswersReading> read, AnswersImport import, Guid key, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageCampaigns))
        {
            return Outcome.Missing<AnswersImported>();
        }

        if (import.Validate && !import.Sign)
        {
            return Outcome.Refused<AnswersImported>(new Problem("submissions.validate-without-sign", null));
        }

        var reading = read();
        return import.DryRun
            ? await writing.RehearseAsync(now => ImportAsync(actor, reading, import, now, cancel), cancel)
            : await writing.OnceAsync(key, now => ImportAsync(actor, reading, import, now, cancel), cancel);
    }

    private async Task<Outcome<AnswersImported>> ImportAsync(
        Actor actor, AnswersReading reading, AnswersImport import, DateTimeOffset now, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Asks).SingleOrDefaultAsync(c => c.Year == import.Year, cancel);
        if (campaign is null)
        {
            return Outcome.Refused<AnswersImported>([new Problem("campaigns.year-unknown", null, import.Year), .. reading.Problems]);
        }

        var problems = reading.Problems.ToList();
        if (!(import.Sign && import.Validate) && SubmissionGuards.IsClosed(campaign, now))
        {
            problems.Add(new Problem("submissions.campaign-closed", null, import.Year));
        }

        var compiled = await frameworks.OfAsync(db, campaign, cancel);
        var submissions = await SubmissionsAsync(campaign, cancel);
        var branches = submissions.Values.Select(s => s.Branch).Distinct().ToDictionary(b => b, b => Questionnaires.Of(campaign, compiled.Framework, b));
        var registered = (await db.Organizations.AsNoTracking().Select(o => o.Code).Distinct().ToListAsync(cancel)).ToHashSet();
        var binding = new AnswersBinding(
            compiled.Framework, import.Year, code => submissions.TryGetValue(code, out var s) ? branches[s.Branch] : null, registered.Contains);
        var edits = binding.Bind(reading.Lines).ToLookup(e => e.Organization);
        problems.AddRange(binding.Problems);

        var act = new ImportBodies(db, binding, new PartsBatches(db, campaign.Id, compiled.Layout), actor, import, now);
        var ids = edits.Select(e => submissions[e.Key].Id).Order().ToList();
        await dossiers.LockAsync(ids, cancel);
        foreach (var batch in ids.Chunk(Batch))
        {
            await act.TakeAsync(await dossiers.ManyAsync(campaign, batch, tracked: true, cancel), edits, write: problems.Count == 0, cancel);
        }

        problems.AddRange(act.Faults.OrderBy(f => f.Line).Select(f => f.Problem));
        if (problems.Count > 0)
        {
            return Outcome.Refused<AnswersImported>(Told(problems));
        }

        await act.EndAsync(cancel);
        return Outcome.Done(act.Result);
    }

    private async Task<Dictionary<OrganizationCode, (Guid Id, string Branch)>> SubmissionsAsync(Campaign campaign, CancellationToken cancel) =>
        (await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign.Id).Select(s => new { s.Organization, s.Id, s.Branch }).ToListAsync(cancel))
        .ToDictionary(s => s.Organization, s => (s.Id, s.Branch));

    private static List<Problem> Told(List<Problem> problems)
    {
        var told = problems.Take(AnswersCsv.MaxFaults).ToList();
        if (problems.Count > told.Count)
        {
            told.Add(new Problem("submissions.more-faults", null, problems.Count - told.Count));
        }

        return told;
    }
}
