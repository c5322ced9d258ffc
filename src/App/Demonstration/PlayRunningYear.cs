using Microsoft.EntityFrameworkCore;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Demonstration;

/// <summary>What was played.</summary>
internal sealed record RunningYearPlayed(int Dossiers, int Acts);

/// <summary>Plays every dossier of the running year up to its stage, in one transaction; the trail tells the acts in the order of their dates.</summary>
internal sealed class PlayRunningYear(AppDb db, DossierStore dossiers, Writing writing)
{
    private const int Batch = 150;

    public Task<Outcome<RunningYearPlayed>> RunAsync(DemonstrationYears years, OrganizationTree tree, CancellationToken cancel) =>
        writing.OnceAsync(Guid.CreateVersion7(), now => PlayAsync(years, tree, now, cancel), cancel);

    private async Task<Outcome<RunningYearPlayed>> PlayAsync(DemonstrationYears years, OrganizationTree tree, DateTimeOffset now, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Asks).SingleAsync(c => c.Year == Stages.RunningYear, cancel);
        var imagined = years[Stages.RunningYear].ToDictionary(d => d.Body.Code);
        var ids = await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign.Id).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel);
        var played = new PlayedActs(db, tree, campaign.EntryFrom, now);
        PartsBatches? parts = null;
        foreach (var batch in ids.Chunk(Batch))
        {
            var read = await dossiers.ManyAsync(campaign, batch, tracked: true, cancel);
            foreach (var dossier in read)
            {
                played.Play(dossier, imagined[dossier.Place.Code]);
            }

            parts ??= new PartsBatches(db, campaign.Id, read[0].Compiled.Layout);
            await parts.AddAsync(read, played.Rows, cancel);
            await played.Rows.WriteAsync(db, cancel);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        if (played.Problems.Count > 0)
        {
            return Outcome.Refused<RunningYearPlayed>(played.Problems);
        }

        await parts!.EndAsync(played.Rows, cancel);
        await played.Rows.WriteAsync(db, cancel);
        await TrailWriter.AppendAsync(db, [.. played.Acts.OrderBy(a => a.At)], cancel);

        return Outcome.Done(new RunningYearPlayed(imagined.Count, played.Acts.Count));
    }
}
