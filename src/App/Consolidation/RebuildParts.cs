using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Consolidation;

/// <summary>What a rebuild found: rows compared, and those that were not what the answers give.</summary>
public sealed record PartsRebuilt(int Rows, int Differing, IReadOnlyList<string> First);

/// <summary>Recomputes a campaign's parts from its answers, compares them with the stored ones and replaces those that differ.</summary>
public sealed class RebuildParts(AppDb db, FrameworkCatalog frameworks, DossierStore dossiers, Writing writing)
{
    private const int Batch = 200;
    private const int MostNamed = 20;

    public Task<Outcome<PartsRebuilt>> RunAsync(Actor actor, int year, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageCampaigns)
            ? writing.OnceAsync(key, now => RebuildAsync(actor, year, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<PartsRebuilt>());

    private async Task<Outcome<PartsRebuilt>> RebuildAsync(Actor actor, int year, DateTimeOffset now, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel);
        if (campaign is null)
        {
            return Outcome.Refused<PartsRebuilt>(new Problem("campaigns.year-unknown", null, year));
        }

        var compiled = await frameworks.OfAsync(db, campaign, cancel);
        var submissions = await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign.Id).OrderBy(s => s.Id)
            .Select(s => new { s.Id, s.Ancestors }).ToListAsync(cancel);
        var ids = submissions.ConvertAll(s => s.Id);
        // Nothing may be saved between the reading of the answers and the replacing of their parts.
        await dossiers.LockAsync(ids, cancel);
        var rebuild = new PartsRebuild(campaign.Id, compiled.Layout, PartsRebuild.Gathering(submissions.Select(s => s.Ancestors)));
        var comparison = new Comparison(db, campaign, compiled.Layout);
        foreach (var batch in ids.Chunk(Batch))
        {
            var read = await dossiers.ManyAsync(campaign, batch, tracked: false, cancel);
            await comparison.AddAsync([.. read.SelectMany(rebuild.Add)], cancel);
        }

        foreach (var batch in rebuild.Gathered().Chunk(Batch))
        {
            await comparison.AddAsync(batch, cancel);
        }

        await comparison.DropExtraAsync(cancel);
        var result = new PartsRebuilt(comparison.Seen.Count, comparison.Differing.Count, [.. comparison.Differing.Take(MostNamed)]);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("consolidation.rebuild", null, campaign.Id, null, result)], cancel);
        return Outcome.Done(result);
    }

    /// <summary>Compares computed rows with the stored ones, and replaces those that differ.</summary>
    private sealed class Comparison(AppDb db, Campaign campaign, PartsLayout layout)
    {
        public HashSet<(FigureLevel Level, NodeKey Node)> Seen { get; } = [];

        public List<string> Differing { get; } = [];

        public async Task AddAsync(IReadOnlyList<PartsRow> computed, CancellationToken cancel)
        {
            var nodes = computed.Select(r => r.Node).Distinct().ToList();
            var stored = (await db.Parts.AsNoTracking().Where(p => p.CampaignId == campaign.Id && nodes.Contains(p.Node)).ToListAsync(cancel))
                .ToDictionary(p => (p.Level, p.Node), p => p.Content);
            var wrong = computed.Where(row => Seen.Add((row.Level, row.Node)) && !Same(row.Content, stored.GetValueOrDefault((row.Level, row.Node)))).ToList();
            foreach (var row in wrong)
            {
                Differing.Add($"{row.Level}:{row.Node}");
                await db.Parts.Where(p => p.CampaignId == campaign.Id && p.Level == row.Level && p.Node == row.Node).ExecuteDeleteAsync(cancel);
            }

            await BulkInsert.WriteAsync(db, wrong, cancel);
        }

        /// <summary>Removes stored rows that no answer explains.</summary>
        public async Task DropExtraAsync(CancellationToken cancel)
        {
            var keys = await db.Parts.AsNoTracking().Where(p => p.CampaignId == campaign.Id).Select(p => new { p.Level, p.Node }).ToListAsync(cancel);
            foreach (var key in keys.Where(k => !Seen.Contains((k.Level, k.Node))))
            {
                Differing.Add($"{key.Level}:{key.Node}");
                await db.Parts.Where(p => p.CampaignId == campaign.Id && p.Level == key.Level && p.Node == key.Node).ExecuteDeleteAsync(cancel);
            }
        }

        private bool Same(byte[] computed, byte[]? stored)
        {
            try
            {
                return stored is not null
                    && (computed.AsSpan().SequenceEqual(stored) || PartsCodec.Unpack(layout, computed).SameAs(PartsCodec.Unpack(layout, stored)));
            }
            catch (Exception broken) when (broken is InvalidDataException or IndexOutOfRangeException)
            {
                return false;
            }
        }
    }
}
