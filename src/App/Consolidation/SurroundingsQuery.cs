using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Consolidation;

/// <summary>What stands around the figures of one body, by indicator and output: its peers, and its own earlier years.</summary>
/// <param name="Network">The network whose other bodies are the peers.</param>
public sealed record Surroundings(
    string Network, IReadOnlyDictionary<(IndicatorCode Indicator, string Output), PeerMedian> Peers,
    IReadOnlyDictionary<(IndicatorCode Indicator, string Output), IReadOnlyList<(int Year, decimal? Value)>> Earlier)
{
    public PeerMedian? PeersOf(IndicatorCode indicator, Output output) => Peers.GetValueOrDefault((indicator, output.Name));

    /// <summary>The years before, the first one first; empty when it was never asked.</summary>
    public IReadOnlyList<(int Year, decimal? Value)> EarlierOf(IndicatorCode indicator, Output output) => Earlier.GetValueOrDefault((indicator, output.Name), []);
}

/// <summary>
/// Reads what stands around the figures of one body, from signed answers alone. Its peers are the other bodies of its network that whoever
/// looks may open: nobody learns by a median what they could not read. Three statements whatever the number of peers and indicators.
/// </summary>
public sealed class SurroundingsQuery(AppDb db, ConsolidationSources sources)
{
    public async Task<Surroundings> RunAsync(Actor actor, Campaign campaign, Place body, CancellationToken cancel)
    {
        var peers = (await sources.PerimeterOfAsync(campaign, cancel)).Bodies
            .Where(p => p.Network == body.Network && p.Code != body.Code && actor.May(Permission.ReadSubmitted, p)).ToList();
        return new Surroundings(body.Network, await PeersAsync(campaign, peers, cancel), await EarlierAsync(campaign, body, cancel));
    }

    private async Task<Dictionary<(IndicatorCode, string), PeerMedian>> PeersAsync(Campaign campaign, List<Place> peers, CancellationToken cancel)
    {
        var medians = new Dictionary<(IndicatorCode, string), PeerMedian>();
        if (peers.Count < PeerMedian.Fewest)
        {
            return medians;
        }

        var layout = (await sources.FrameworkOfAsync(campaign, cancel)).Layout;
        var parts = await sources.Store.OwnAsync(campaign.Id, layout, FigureLevel.Submitted, peers.Select(p => p.Node), cancel);
        foreach (var slot in layout.Figures.Where(s => s.Cell.IsTotal))
        {
            var values = parts.Values.Where(own => own.Count(slot, AnswerState.Given) > 0)
                .Select(own => slot.Output.Formula.Value(own.SumsOf(slot))).OfType<decimal>().ToList();
            if (PeerMedian.Of(values) is { } median)
            {
                medians.Add((slot.Indicator.Code, slot.Output.Name), median);
            }
        }

        return medians;
    }

    private async Task<Dictionary<(IndicatorCode, string), IReadOnlyList<(int, decimal?)>>> EarlierAsync(
        Campaign campaign, Place body, CancellationToken cancel)
    {
        var years = new Dictionary<(IndicatorCode, string), IReadOnlyList<(int, decimal?)>>();
        var campaigns = await db.Campaigns.AsNoTracking()
            .Where(c => c.FrameworkCode == campaign.FrameworkCode && c.Year < campaign.Year).OrderBy(c => c.Year).ToListAsync(cancel);
        if (campaigns.Count == 0)
        {
            return years;
        }

        var (ids, node) = (campaigns.ConvertAll(c => c.Id), body.Node);
        var contents = await db.Parts.AsNoTracking().Where(p => ids.Contains(p.CampaignId) && p.Level == FigureLevel.Submitted && p.Node == node)
            .ToDictionaryAsync(p => p.CampaignId, p => p.Content, cancel);
        foreach (var earlier in campaigns.Where(c => contents.ContainsKey(c.Id)))
        {
            var layout = (await sources.FrameworkOfAsync(earlier, cancel)).Layout;
            var own = PartsCodec.Unpack(layout, contents[earlier.Id]);
            foreach (var slot in layout.Figures.Where(s => s.Cell.IsTotal))
            {
                var key = (slot.Indicator.Code, slot.Output.Name);
                var known = (List<(int, decimal?)>)(years.TryGetValue(key, out var list) ? list : years[key] = new List<(int, decimal?)>());
                known.Add((earlier.Year, own.Count(slot, AnswerState.Given) > 0 ? slot.Output.Formula.Value(own.SumsOf(slot)) : null));
            }
        }

        return years;
    }
}
