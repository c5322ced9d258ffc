using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Consolidation;

/// <summary>What the results say of an indicator: validated figures only.</summary>
/// <param name="Root">The whole.</param>
/// <param name="Years">The national figure of each year whose campaign asks it, the first year first, and whether that year is over: before, too few have answered.</param>
/// <param name="Latest">The last of them that has a value, a year that is over if there is one.</param>
/// <param name="Spread">How the bodies spread that year; null when they are too few, or when it says nothing of one body.</param>
/// <param name="Histogram">The same in classes; null when they would tell of one body.</param>
/// <param name="Own">The bodies of whoever looks, with their own value.</param>
public sealed record IndicatorResults(
    NodeKey Root, IReadOnlyList<(Campaign Campaign, Figure Figure, bool IsOver)> Years, (Campaign Campaign, Figure Figure)? Latest,
    Spread? Spread, Histogram? Histogram, IReadOnlyList<(Place Body, decimal Value)> Own);

/// <summary>Reads the results of an indicator of a framework: three statements, and one more for the spread.</summary>
public sealed class IndicatorResultsQuery(AppDb db, ConsolidationSources sources, TimeProvider clock)
{
    /// <summary>The results; null when there is no campaign of the framework or this person may not read its figures.</summary>
    public async Task<IndicatorResults?> RunAsync(Actor actor, FrameworkCode framework, IndicatorCode code, CancellationToken cancel)
    {
        var campaigns = await db.Campaigns.AsNoTracking().Where(c => c.FrameworkCode == framework).OrderBy(c => c.Year).ToListAsync(cancel);
        if (campaigns.Count == 0)
        {
            return null;
        }

        var perimeter = await sources.PerimeterOfAsync(campaigns[^1], cancel);
        var root = perimeter.Root.Node;
        if (!FigureAccess.LevelsOf(actor, perimeter, root).Contains(FigureLevel.Validated))
        {
            return null;
        }

        var key = PartsUpdate.Whole(root);
        var ids = campaigns.ConvertAll(c => c.Id);
        var contents = await db.Parts.AsNoTracking().Where(p => ids.Contains(p.CampaignId) && p.Level == FigureLevel.Validated && p.Node == key)
            .ToDictionaryAsync(p => p.CampaignId, p => p.Content, cancel);
        var now = clock.GetUtcNow();
        var years = new List<(Campaign Campaign, Figure Figure, bool IsOver)>();
        foreach (var campaign in campaigns.Where(c => contents.ContainsKey(c.Id)))
        {
            var layout = (await sources.FrameworkOfAsync(campaign, cancel)).Layout;
            if (layout.Framework.FindIndicator(code) is { } there
                && Figure.Of(PartsCodec.Unpack(layout, contents[campaign.Id]), layout.Main(there)) is { Reason: not NoValue.NotAsked } figure)
            {
                years.Add((campaign, figure, campaign.ClosedAt is not null || now > campaign.AcceptanceTo));
            }
        }

        var latest = years.FindLastIndex(y => y.Figure.Value is not null && y.IsOver);
        latest = latest < 0 ? years.FindLastIndex(y => y.Figure.Value is not null) : latest;
        var (spread, histogram, own) = latest < 0 ? (null, null, []) : await SpreadAsync(actor, years[latest].Campaign, code, cancel);
        return new IndicatorResults(root, years, latest < 0 ? null : (years[latest].Campaign, years[latest].Figure), spread, histogram, own);
    }

    private async Task<(Spread? Spread, Histogram? Histogram, IReadOnlyList<(Place, decimal)> Own)> SpreadAsync(
        Actor actor, Campaign campaign, IndicatorCode code, CancellationToken cancel)
    {
        var compiled = await sources.FrameworkOfAsync(campaign, cancel);
        var indicator = compiled.Framework.FindIndicator(code)!;
        // A yes or a no of one body is no value that could spread.
        if (!compiled.Framework.SaysMore(indicator.Main))
        {
            return (null, null, []);
        }

        var perimeter = await sources.PerimeterOfAsync(campaign, cancel);
        var parts = await sources.Store.OwnAsync(campaign.Id, compiled.Layout, FigureLevel.Validated, perimeter.Bodies.Select(b => b.Node), cancel);
        var slot = compiled.Layout.Main(indicator);
        var values = (from body in perimeter.Bodies
            where parts.ContainsKey(body.Node) && parts[body.Node].Count(slot, AnswerState.Given) > 0
            let value = Figure.Of(parts[body.Node], slot).Value
            where value is not null
            select (Body: body, Value: value.Value)).ToList();
        var mine = actor.ScopesOf(Permission.ReadDraft).Select(s => s.Code).ToHashSet();
        return (Spread.Of(values.Select(v => v.Value)), Histogram.Of(values.Select(v => v.Value)), [.. values.Where(v => mine.Contains(v.Body.Code))]);
    }
}
