using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Organizations;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Responsables.App.Dashboards;

/// <summary>What makes bodies similar.</summary>
/// <param name="Year">Null: the last year that is over.</param>
public sealed record BenchmarkRequest(int? Year, bool SameNetwork, bool SameSize, bool SameClimate);

/// <summary>One figure of a body among those of similar bodies.</summary>
/// <param name="Place">Null when too few of them have a value.</param>
/// <param name="Named">Each of them with its value, the smallest first; empty when they are not to be named to this person.</param>
public sealed record BenchmarkLine(Indicator Indicator, decimal Value, PeerPlace? Place, IReadOnlyList<(Place Body, decimal Value)> Named)
{
    /// <summary>Of how many similar bodies the value is better, by the wanted direction; null when there is none.</summary>
    public int? BetterThan => (Place, Indicator.Direction) switch
    {
        (null, _) or (_, Direction.Neutral) => null,
        ({ } place, Direction.Up) => place.Lower,
        var (place, _) => place!.Higher,
    };
}

/// <summary>A body among similar ones, by its validated figures.</summary>
/// <param name="Peers">How many bodies are similar, whether they have a value or not.</param>
public sealed record Benchmark(
    Campaign Campaign, IReadOnlyList<int> Years, Framework Framework, Place Body, string? Climate, BenchmarkRequest Request, int Peers, IReadOnlyList<BenchmarkLine> Lines)
{
    public bool IsEnough => Peers >= Spread.Fewest;
}

/// <summary>
/// Compares the validated figures of a body with those of similar bodies: of its network, its size class, its climate zone. Whoever may read the figures of
/// the body reads the comparison; similar bodies are named to those who may read each of them, and to others only where the federation opened it.
/// </summary>
public sealed class BenchmarkQuery(AppDb db, ConsolidationSources sources, Geography geography, PeerNames names, TimeProvider clock)
{
    /// <summary>Null when there is no such body or year, or it is not for this person.</summary>
    public async Task<Benchmark?> RunAsync(Actor actor, OrganizationCode code, BenchmarkRequest request, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var over = (await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).ToListAsync(cancel)).Where(c => c.ClosedAt is not null || now > c.AcceptanceTo).ToList();
        var places = new List<(Campaign Campaign, Place Body)>();
        foreach (var campaign in over)
        {
            if ((await sources.PerimeterOfAsync(campaign, cancel)).Body(code) is { } body && FigureAccess.MayOpen(actor, body, FigureLevel.Validated))
            {
                places.Add((campaign, body));
            }
        }

        var found = places.FirstOrDefault(p => request.Year is null || p.Campaign.Year == request.Year);
        return found.Body is null ? null : await CompareAsync(actor, found.Campaign, [.. places.Select(p => p.Campaign.Year)], found.Body, request, cancel);
    }

    private async Task<Benchmark> CompareAsync(
        Actor actor, Campaign campaign, IReadOnlyList<int> years, Place body, BenchmarkRequest request, CancellationToken cancel)
    {
        var climate = ClimateOf(body);
        var peers = (await sources.PerimeterOfAsync(campaign, cancel)).Bodies.Where(p => p.Code != body.Code
            && (!request.SameNetwork || p.Network == body.Network)
            && (!request.SameSize || p.Size == body.Size)
            && (!request.SameClimate || ClimateOf(p) == climate)).ToList();
        var (framework, layout) = await sources.FrameworkOfAsync(campaign, cancel);
        var own = await sources.Store.OwnAsync(campaign.Id, layout, FigureLevel.Validated, peers.Select(p => p.Node).Append(body.Node), cancel);
        var areNamed = await names.AreOpenAsync(cancel);
        var lines = new List<BenchmarkLine>();
        // An amount says how large a body is, a share of yes only its own answer: what is related to something is compared.
        foreach (var indicator in framework.Indicators.Where(i => !i.Main.Formula.IsSum && framework.SaysMore(i.Main)))
        {
            var slot = layout.Main(indicator);
            decimal? ValueOf(Place place) => own.TryGetValue(place.Node, out var parts) ? Figure.Of(parts, slot).Value : null;
            if (ValueOf(body) is not { } value)
            {
                continue;
            }

            var others = (from peer in peers let figure = ValueOf(peer) where figure is not null orderby figure select (Body: peer, Value: figure.Value)).ToList();
            var place = PeerPlace.Of(value, [.. others.Select(o => o.Value)]);
            lines.Add(new BenchmarkLine(
                indicator, value, place,
                place is null ? [] : areNamed ? others : [.. others.Where(o => FigureAccess.MayOpen(actor, o.Body, FigureLevel.Validated))]));
        }

        return new Benchmark(campaign, years, framework, body, climate, request with { Year = campaign.Year }, peers.Count, lines);
    }

    private string? ClimateOf(Place place) => place.Department is { } department ? geography.ClimateZone(department) : null;
}
