using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Consolidation;

/// <summary>Opens a figure: its formula with the numbers in it, and what each body brings.</summary>
public sealed class OpenedFigureQuery(AppDb db, ConsolidationSources sources)
{
    private static readonly AnswerState[] States = [AnswerState.Given, AnswerState.NotApplicable, AnswerState.Unavailable, AnswerState.Missing];

    public async Task<OpenedFigure?> RunAsync(
        Actor actor, int year, NodeKey node, IndicatorCode code, FigureLevel level, CancellationToken cancel)
    {
        var campaigns = await db.Campaigns.AsNoTracking().Where(c => c.Year == year || c.Year == year - 1).ToListAsync(cancel);
        if (campaigns.Find(c => c.Year == year) is not { } campaign)
        {
            return null;
        }

        var compiled = await sources.FrameworkOfAsync(campaign, cancel);
        var perimeter = await sources.PerimeterOfAsync(campaign, cancel);
        var levels = perimeter.Has(node) ? FigureAccess.LevelsOf(actor, perimeter, node) : [];
        if (compiled.Framework.FindIndicator(code) is not { } indicator || !levels.Contains(level))
        {
            return null;
        }

        var parts = await sources.Store.WholeAsync(campaign.Id, compiled.Layout, level, node, cancel);
        if (parts is null)
        {
            return null;
        }

        var slots = compiled.Layout.Of(indicator).ToList();
        var main = slots[0];
        var seen = perimeter.Under(node).Where(b => FigureAccess.MayOpen(actor, b, level)).ToList();
        var own = await sources.Store.OwnAsync(campaign.Id, compiled.Layout, level, seen.Select(b => b.Node), cancel);
        var whole = Figure.Of(parts, main);
        var contributions = seen.Where(b => own.ContainsKey(b.Node))
            .Select(b => ContributionOf(b, perimeter.SubmissionOf(b.Code)!.Value, own[b.Node], main, whole))
            .OfType<BodyContribution>()
            .OrderByDescending(c => c.Share ?? -1).ThenBy(c => c.State).ThenBy(c => c.Body.ShortName, StringComparer.CurrentCultureIgnoreCase)
            .ToList();
        return new OpenedFigure(
            campaign, compiled.Framework, indicator, node, sources.Names.Of(perimeter, node), level, levels,
            [.. slots.Where(s => s.Cell.IsTotal).Select(s => (s.Output, Figure.Of(parts, s)))],
            [.. slots.Where(s => !s.Cell.IsTotal).Select(s => (s.Output, s.Cell, Figure.Of(parts, s)))],
            await BeforeAsync(campaigns.Find(c => c.Year == year - 1 && c.FrameworkCode == campaign.FrameworkCode), node, code, level, cancel),
            contributions, whole.Expected - contributions.Count);
    }

    private static BodyContribution? ContributionOf(Place body, Guid submission, Parts own, PartsSlot slot, Figure whole)
    {
        var figure = Figure.Of(own, slot);
        if (figure.Expected == 0)
        {
            return null;
        }

        var state = Array.Find(States, s => own.Count(slot, s) > 0);
        var (part, all) = figure.Denominator is null ? (figure.Numerator, whole.Numerator) : (figure.Denominator, whole.Denominator);
        return new BodyContribution(
            body, submission, state, figure.Value, figure.Numerator, figure.Denominator, part is { } p && all is { } a && a != 0 ? 100 * p / a : null);
    }

    private async Task<Figure?> BeforeAsync(Campaign? before, NodeKey node, IndicatorCode code, FigureLevel level, CancellationToken cancel)
    {
        if (before is null)
        {
            return null;
        }

        var compiled = await sources.FrameworkOfAsync(before, cancel);
        var parts = await sources.Store.WholeAsync(before.Id, compiled.Layout, level, node, cancel);
        return parts is not null && compiled.Framework.FindIndicator(code) is { } indicator ? Figure.Of(parts, compiled.Layout.Main(indicator)) : null;
    }
}
