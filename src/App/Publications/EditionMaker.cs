using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Disclosure;
using Responsables.App.Publications.Documents;
using Responsables.App.Publications.Texts;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Disclosure;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Domain.Targets;

namespace Responsables.App.Publications;

/// <summary>What an edition will hold, without what says which one it is.</summary>
/// <param name="Corrects">The latest published edition of the year when it was read; null: none.</param>
/// <param name="Figures">How many figures it holds.</param>
/// <param name="Secrets">How many of them are hidden.</param>
public sealed record EditionDraft(int? Corrects, IReadOnlyList<EditionSection> Sections, int Figures, int Secrets);

/// <summary>Puts the content of an edition together, section by section: validated figures of every node, as the public may read them.</summary>
public sealed class EditionMaker(AppDb db, ConsolidationSources sources, EditionPast past, EditionTrends trends)
{
    private const int Batch = 40;

    /// <summary>Whether anything of a campaign is validated.</summary>
    public async Task<bool> HasFiguresAsync(Campaign campaign, CancellationToken cancel)
    {
        var layout = (await sources.FrameworkOfAsync(campaign, cancel)).Layout;
        var root = (await sources.PerimeterOfAsync(campaign, cancel)).Root.Node;
        return await sources.Store.WholeAsync(campaign.Id, layout, PublicReadings.Level, root, cancel) is { } parts
            && layout.Figures.Any(s => parts.Count(s, AnswerState.Given) > 0);
    }

    /// <summary>The latest published edition of a campaign, under embargo or not; null: none.</summary>
    public async Task<int?> CorrectedAsync(Campaign campaign, CancellationToken cancel) =>
        (await past.PublishedAsync(campaign.Id, cancel)).Select(e => (int?)e).LastOrDefault();

    /// <summary>What an edition says of itself.</summary>
    public async Task<EditionHead> HeadAsync(Campaign campaign, int number, int? corrects, string? reason, DateTimeOffset at, CancellationToken cancel) => new(
        EditionHead.PresentFormat, number, campaign.Year, DocumentTexts.Of("edition.title", campaign.Year), (await sources.PerimeterOfAsync(campaign, cancel)).Root.Name, at, corrects,
        reason, await past.ThresholdAsync(cancel));

    /// <summary>All that an edition holds; refused with every place of a text that has no figure to tell.</summary>
    public async Task<Outcome<EditionDraft>> DraftAsync(Actor actor, Campaign campaign, CancellationToken cancel)
    {
        var compiled = await sources.FrameworkOfAsync(campaign, cancel);
        var perimeter = await sources.PerimeterOfAsync(campaign, cancel);
        var reading = await past.ReadingAsync(campaign, cancel);
        var targets = await TargetsAsync(compiled.Framework, perimeter.Root.Node, cancel);
        var (framework, texts, problems) = (await FrameworkAsync(campaign, compiled.Framework, cancel), (await past.TextsAsync(campaign.Year, cancel)).ToLookup(t => t.Node), new List<Problem>());
        var (sections, bound) = (new List<EditionSection>(), new List<EditionText>());
        var (held, secrets) = (0, 0);
        var before = await trends.PrepareAsync(campaign, cancel);
        foreach (var nodes in perimeter.Nodes.OrderBy(n => n.Value, StringComparer.Ordinal).Chunk(Batch))
        {
            var parts = await sources.Store.WholesAsync(campaign.Id, compiled.Layout, PublicReadings.Level, nodes, cancel);
            var figures = nodes.Where(parts.ContainsKey).SelectMany(n => FiguresOf(n, parts[n], compiled.Layout, reading)).ToLookup(f => f.Node);
            held += figures.Sum(f => f.Count());
            secrets += figures.Sum(f => f.Count(i => i.IsSecret));
            var histories = await trends.OfAsync(actor, before, compiled.Framework, figures, cancel);
            foreach (var node in nodes)
            {
                var history = histories.GetValueOrDefault(node, []);
                var of = new EditionNode(
                    node, [.. figures[node]], history,
                    [.. targets[node].Select(t => compiled.Framework.FindIndicator(t.Indicator) is { } i ? EditionTrends.TargetOf(t, i, history) : null).OfType<EditionTarget>()]);
                sections.Add(EditionSections.Of(of));
                bound.AddRange(texts[node].Select(t => Bound(t, new FigureBinding(framework, of, campaign.Year), problems)));
            }
        }

        return problems.Count > 0
            ? Outcome.Refused<EditionDraft>(problems)
            : Outcome.Done(new EditionDraft(
                await CorrectedAsync(campaign, cancel), [.. EditionSections.Of(framework, PerimeterOf(campaign, perimeter), [], bound, await past.IdentitiesAsync(cancel)), .. sections], held, secrets));
    }

    private static EditionText Bound(EditionText text, FigureBinding figures, List<Problem> problems)
    {
        var (filled, unbound) = figures.Bind(text.Text);
        problems.AddRange(unbound.Select(u => new Problem("publications.place-unbound", $"{text.Node}, {text.Section}", u)));
        return text with { Text = filled };
    }

    private async Task<ILookup<NodeKey, Target>> TargetsAsync(Framework framework, NodeKey root, CancellationToken cancel)
    {
        var set = (await db.Targets.AsNoTracking().ToListAsync(cancel)).Select(t => t.ToTarget());
        var printed = framework.FirstYear is null ? [] : framework.Indicators.Where(i => i.Target is not null).Select(i => FrameworkTargets.Of(framework, i, root));
        return set.Concat(printed).OrderBy(t => t.Indicator.Value, StringComparer.Ordinal).ThenBy(t => t.Year).ThenBy(t => t.Origin).ToLookup(t => t.Node);
    }

    private static IEnumerable<EditionFigure> FiguresOf(NodeKey node, Parts parts, PartsLayout layout, PublicReading reading) =>
        layout.Figures.Select(s => EditionFigure.Of(node, s, reading.Of(parts, s, node))).Where(f => f.Expected > 0);

    private async Task<EditionFramework> FrameworkAsync(Campaign campaign, Framework framework, CancellationToken cancel)
    {
        var seal = await db.FrameworkVersions.AsNoTracking().Where(f => f.Code == framework.Code && f.Version == framework.Version).Select(f => f.Seal).SingleAsync(cancel);
        var supplements = await (from pinned in db.PinnedSupplements
            join version in db.Supplements on new { FrameworkCode = framework.Code, pinned.Branch, pinned.Version } equals new { version.FrameworkCode, version.Branch, version.Version }
            where pinned.CampaignId == campaign.Id
            orderby pinned.Branch
            select new { version.Branch, version.Version, version.Seal }).AsNoTracking().ToListAsync(cancel);
        return FrameworkInWords.Of(framework, seal, [.. supplements.Select(s => new EditionSupplement(s.Branch, s.Version, s.Seal)).OrderBy(s => s.Branch, StringComparer.Ordinal)]);
    }

    private EditionPerimeter PerimeterOf(Campaign campaign, CampaignPerimeter perimeter) => new(
        campaign.TreeDate, perimeter.Root.Node,
        [.. perimeter.Bodies.OrderBy(b => b.Code.Value, StringComparer.Ordinal).Select(b => new EditionBody(
            b.Code, b.Name, b.ShortName, b.Kind, b.Network, b.Branch, b.Region, b.Department, b.Size, b.Ancestors))],
        [.. perimeter.Nodes.OrderBy(n => n.Value, StringComparer.Ordinal).Select(n => (Node: n, Name: sources.Names.Of(perimeter, n)))
            .Select(n => new EditionPlace(n.Node, n.Name.Hierarchy, n.Name.Name, perimeter.Under(n.Node).Count))]);
}
