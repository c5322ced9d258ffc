using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Disclosure;
using Responsables.App.Publications.Identities;
using Responsables.App.Publications.Texts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Disclosure;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;

namespace Responsables.App.Publications;

/// <summary>Reads a year as the public may, beside all that was published of it before.</summary>
public sealed class EditionPast(AppDb db, ConsolidationSources sources, PublicReadings readings, ReportsQuery reports, IdentitiesQuery identities)
{
    /// <summary>What of a campaign's figures an edition made now may tell.</summary>
    public async Task<PublicReading> ReadingAsync(Campaign campaign, CancellationToken cancel) =>
        (await readings.PrepareAsync(campaign, await ToldAsync(campaign, cancel), cancel))();

    /// <summary>What of several years nothing was published of may be told, by year: computed side by side.</summary>
    public async Task<Dictionary<int, PublicReading>> FirstReadingsAsync(IEnumerable<Campaign> campaigns, CancellationToken cancel)
    {
        var prepared = new List<(int Year, Func<PublicReading> Read)>();
        foreach (var campaign in campaigns)
        {
            prepared.Add((campaign.Year, await readings.PrepareAsync(campaign, ToldBefore.Nothing, cancel)));
        }

        return prepared.AsParallel().WithCancellation(cancel).Select(p => (p.Year, Reading: p.Read())).ToDictionary(p => p.Year, p => p.Reading);
    }

    /// <summary>The latest published edition of each year that has one.</summary>
    public async Task<Dictionary<int, int>> LatestAsync(IEnumerable<Campaign> campaigns, CancellationToken cancel)
    {
        var latest = new Dictionary<int, int>();
        foreach (var campaign in campaigns)
        {
            if (await PublishedAsync(campaign.Id, cancel) is [.., var edition])
            {
                latest.Add(campaign.Year, edition);
            }
        }

        return latest;
    }

    /// <summary>The figures of nodes as an edition gives them.</summary>
    public Task<ILookup<NodeKey, EditionFigure>> FiguresAsync(int edition, IEnumerable<NodeKey> nodes, CancellationToken cancel) => FrozenFigures.OfAsync(db, edition, nodes, cancel);

    /// <summary>The texts of a year that stand signed off.</summary>
    public Task<IReadOnlyList<EditionText>> TextsAsync(int year, CancellationToken cancel) => reports.SignedAsync(year, cancel);

    /// <summary>In whose name and colours documents are made.</summary>
    public Task<IReadOnlyList<EditionIdentity>> IdentitiesAsync(CancellationToken cancel) => identities.OfEditionAsync(cancel);

    /// <summary>From how many persons on a count is told.</summary>
    public async Task<int> ThresholdAsync(CancellationToken cancel) => (await readings.RuleAsync(cancel)).Threshold;

    private async Task<ToldBefore> ToldAsync(Campaign campaign, CancellationToken cancel)
    {
        var editions = await PublishedAsync(campaign.Id, cancel);
        if (editions.Count == 0)
        {
            return ToldBefore.Nothing;
        }

        var layout = (await sources.FrameworkOfAsync(campaign, cancel)).Layout;
        var slots = layout.Figures.ToDictionary(s => (s.Indicator.Code, s.Breakdown), s => s.Index);
        var (hidden, told) = (new HashSet<(int, NodeKey)>(), new Dictionary<(int, NodeKey), (decimal?, decimal?)>());
        var name = EditionSection.NodePrefix;
        foreach (var edition in editions)
        {
            await foreach (var part in db.EditionParts.AsNoTracking().Where(p => p.Edition == edition && p.Name.StartsWith(name)).AsAsyncEnumerable().WithCancellation(cancel))
            {
                foreach (var figure in EditionSections.ReadNode(part.ToSection()).Figures)
                {
                    var key = (slots[(figure.Indicator, figure.Breakdown)], figure.Node);
                    if (figure.IsSecret)
                    {
                        hidden.Add(key);
                    }
                    else if (figure.Reason is NoValue.None or NoValue.ZeroDenominator)
                    {
                        told[key] = (figure.Numerator, figure.Denominator);
                    }
                }
            }
        }

        return new ToldBefore(hidden, told);
    }

    /// <summary>Numbers of the editions of a campaign that are published, under embargo or not, the first one first.</summary>
    internal Task<List<int>> PublishedAsync(Guid campaign, CancellationToken cancel) =>
        (from edition in db.Editions
         where edition.CampaignId == campaign && edition.Acts.Any(a => a.Kind == EditionActKind.Published)
         orderby edition.Number
         select edition.Number).ToListAsync(cancel);
}
