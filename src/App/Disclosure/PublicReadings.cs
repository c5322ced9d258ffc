using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Disclosure;

namespace Responsables.App.Disclosure;

/// <summary>The public readings computed last, one a campaign: kept while neither the validated answers nor the rule change.</summary>
public sealed class KnownReadings
{
    private readonly ConcurrentDictionary<Guid, (string Seal, PublicReading Reading)> known = new();

    internal PublicReading? Find(Guid campaign, string seal) => known.TryGetValue(campaign, out var kept) && kept.Seal == seal ? kept.Reading : null;

    internal void Keep(Guid campaign, string seal, PublicReading reading) => known[campaign] = (seal, reading);
}

/// <summary>What of a campaign's figures the public may read: of validated answers only, whatever the node that is asked.</summary>
public sealed class PublicReadings(AppDb db, ConsolidationSources sources, SmallNumbers smallNumbers, KnownReadings known)
{
    /// <summary>The level of what is published: validated by the level above, accepted or not.</summary>
    public const FigureLevel Level = FigureLevel.Validated;

    /// <summary>As if nothing had been published of it yet.</summary>
    public async Task<PublicReading> OfAsync(Campaign campaign, CancellationToken cancel) => (await PrepareAsync(campaign, ToldBefore.Nothing, cancel))();

    /// <summary>The rule of small numbers, as it is set.</summary>
    public Task<SmallNumberRule> RuleAsync(CancellationToken cancel) => smallNumbers.ReadAsync(cancel);

    /// <summary>Reads what it takes, and leaves what takes seconds to be done: several years can be done at once.</summary>
    /// <param name="before">What earlier editions told of it.</param>
    public async Task<Func<PublicReading>> PrepareAsync(Campaign campaign, ToldBefore before, CancellationToken cancel)
    {
        var rule = await smallNumbers.ReadAsync(cancel);
        var perimeter = await sources.PerimeterOfAsync(campaign, cancel);
        var bodies = perimeter.Bodies.Select(b => b.Node).ToList();
        var rows = await db.Parts.AsNoTracking().Where(p => p.CampaignId == campaign.Id && p.Level == Level && bodies.Contains(p.Node)).ToListAsync(cancel);
        var seal = SealOf(rule, rows);
        if (before.IsNothing && known.Find(campaign.Id, seal) is { } kept)
        {
            return () => kept;
        }

        var layout = (await sources.FrameworkOfAsync(campaign, cancel)).Layout;
        return () =>
        {
            var reading = PublicReading.Of(layout, perimeter, rows.ToDictionary(r => r.Node, r => PartsCodec.Unpack(layout, r.Content)), rule, before);
            if (before.IsNothing)
            {
                known.Keep(campaign.Id, seal, reading);
            }

            return reading;
        };
    }

    private static string SealOf(SmallNumberRule rule, IEnumerable<PartsRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(rule.Threshold));
        foreach (var row in rows.OrderBy(r => r.Node.Value, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(row.Node.Value));
            hash.AppendData(SHA256.HashData(row.Content));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
