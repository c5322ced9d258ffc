using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.App.Home;

/// <summary>Reads validated figures of a year beside those of the year before.</summary>
public sealed class LatestResults(AppDb db, ConsolidationSources sources)
{
    /// <summary>The national figures of the last year whose acceptance is over, else of the latest; null when this person may not read them.</summary>
    public async Task<ResultsHome?> NationalAsync(Actor actor, IReadOnlyList<Campaign> campaigns, DateTimeOffset now, CancellationToken cancel)
    {
        var campaign = campaigns.FirstOrDefault(c => c.ClosedAt is not null || now > c.AcceptanceTo) ?? (campaigns.Count > 0 ? campaigns[0] : null);
        if (campaign is null)
        {
            return null;
        }

        var perimeter = await sources.PerimeterOfAsync(campaign, cancel);
        var node = perimeter.Root.Node;
        return FigureAccess.LevelsOf(actor, perimeter, node).Contains(FigureLevel.Validated)
            ? await ReadAsync(campaigns, campaign, node, PartsUpdate.Whole(node), perimeter.Root.ShortName, cancel)
            : null;
    }

    /// <summary>The figures of one body by itself in the latest campaign before a year; for who may read all of that body.</summary>
    internal Task<ResultsHome?> OfBodyAsync(IReadOnlyList<Campaign> campaigns, int before, Place body, CancellationToken cancel) =>
        campaigns.FirstOrDefault(c => c.Year < before) is { } last
            ? ReadAsync(campaigns, last, body.Node, body.Node, body.ShortName, cancel)
            : Task.FromResult<ResultsHome?>(null);

    /// <summary>The figures of an organisation with all below it; the caller has checked that they may be read.</summary>
    internal Task<ResultsHome?> OfNodeAsync(IReadOnlyList<Campaign> campaigns, Campaign campaign, Place body, CancellationToken cancel) =>
        ReadAsync(campaigns, campaign, body.Node, PartsUpdate.Whole(body.Node), body.ShortName, cancel);

    private async Task<ResultsHome?> ReadAsync(
        IReadOnlyList<Campaign> campaigns, Campaign campaign, NodeKey node, NodeKey key, string name, CancellationToken cancel)
    {
        var before = campaigns.FirstOrDefault(c => c.Year == campaign.Year - 1 && c.FrameworkCode == campaign.FrameworkCode);
        var ids = new[] { campaign.Id, before?.Id ?? campaign.Id };
        var contents = await db.Parts.AsNoTracking().Where(p => ids.Contains(p.CampaignId) && p.Level == FigureLevel.Validated && p.Node == key)
            .ToDictionaryAsync(p => p.CampaignId, p => p.Content, cancel);
        if (!contents.TryGetValue(campaign.Id, out var content))
        {
            return null;
        }

        var compiled = await sources.FrameworkOfAsync(campaign, cancel);
        var parts = PartsCodec.Unpack(compiled.Layout, content);
        var past = before is not null && contents.TryGetValue(before.Id, out var then) ? (await sources.FrameworkOfAsync(before, cancel), then) : ((CompiledFramework, byte[])?)null;
        var pastParts = past is var (framework, packed) ? PartsCodec.Unpack(framework.Layout, packed) : null;
        return new ResultsHome(
            campaign, compiled.Framework, node, name,
            [.. compiled.Framework.Indicators
                .Select(i => new FigureLine(
                    i, Figure.Of(parts, compiled.Layout.Main(i)),
                    pastParts?.Layout.Framework.FindIndicator(i.Code) is { } same ? Figure.Of(pastParts, pastParts.Layout.Main(same)) : null))
                .Where(l => l.Figure.Reason != NoValue.NotAsked)]);
    }
}
