using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Crosswalks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>The validated figures of the whole for what a crosswalk says is held.</summary>
/// <param name="Years">Of which they may be read, the last first.</param>
/// <param name="Year">The one that was asked for; null: none was.</param>
/// <param name="Figures">By where they are held; what is no figure of the framework has none.</param>
public sealed record HeldFigures(NodeKey Root, IReadOnlyList<int> Years, int? Year, IReadOnlyDictionary<Holder, HeldFigure> Figures);

/// <summary>A figure with its unit.</summary>
public sealed record HeldFigure(string Unit, Figure Figure);

/// <summary>Reads them: three statements at most.</summary>
public sealed class HeldFiguresQuery(AppDb db, ConsolidationSources sources)
{
    /// <summary>The figures; null when there are none or they are not for this person, or when the year that is asked for has none.</summary>
    public async Task<HeldFigures?> RunAsync(Actor actor, FrameworkCode framework, int? year, IEnumerable<Holder> holders, CancellationToken cancel)
    {
        var campaigns = await db.Campaigns.AsNoTracking().Where(c => c.FrameworkCode == framework).OrderByDescending(c => c.Year).ToListAsync(cancel);
        var chosen = year is null ? campaigns.FirstOrDefault() : campaigns.Find(c => c.Year == year);
        if (chosen is null)
        {
            return null;
        }

        var perimeter = await sources.PerimeterOfAsync(chosen, cancel);
        var root = perimeter.Root.Node;
        return FigureAccess.LevelsOf(actor, perimeter, root).Contains(FigureLevel.Validated)
            ? new HeldFigures(root, campaigns.ConvertAll(c => c.Year), year, year is null ? NoFigure : await FiguresAsync(chosen, root, holders, cancel))
            : null;
    }

    private static readonly IReadOnlyDictionary<Holder, HeldFigure> NoFigure = new Dictionary<Holder, HeldFigure>();

    private async Task<IReadOnlyDictionary<Holder, HeldFigure>> FiguresAsync(Campaign campaign, NodeKey root, IEnumerable<Holder> holders, CancellationToken cancel)
    {
        var key = PartsUpdate.Whole(root);
        var content = await db.Parts.AsNoTracking().Where(p => p.CampaignId == campaign.Id && p.Level == FigureLevel.Validated && p.Node == key)
            .Select(p => p.Content).FirstOrDefaultAsync(cancel);
        if (content is null)
        {
            return NoFigure;
        }

        var layout = (await sources.FrameworkOfAsync(campaign, cancel)).Layout;
        var parts = PartsCodec.Unpack(layout, content);
        var figures = new Dictionary<Holder, HeldFigure>();
        foreach (var holder in holders.Distinct())
        {
            // What an indicator follows is kept for the bodies that it is asked of: the widest is the whole.
            var widest = SlotsOf(layout, holder).Select(s => new HeldFigure(UnitOf(layout.Framework, holder, s), Figure.Of(parts, s)))
                .Where(f => f.Figure.Reason != NoValue.NotAsked).DefaultIfEmpty().MaxBy(f => f?.Figure.Expected);
            if (widest is not null)
            {
                figures.Add(holder, widest);
            }
        }

        return figures;
    }

    // A variable is read where something is its plain sum, be it what an indicator follows: its own total is nobody's figure otherwise.
    private static IEnumerable<PartsSlot> SlotsOf(PartsLayout layout, Holder holder) => holder switch
    {
        Holder.OfIndicator { Code: var code, Output: var output } =>
            layout.Framework.FindIndicator(code) is { } indicator && layout.Find(code, output ?? indicator.Main.Name, CellKey.Total) is { } slot ? [slot] : [],
        Holder.OfVariable { Code: var code, Cell: var cell } => layout.Slots.Where(s => s.Cell == cell && s.Formula.Text == $"sum({code})"),
        _ => [],
    };

    private static string UnitOf(Framework framework, Holder holder, PartsSlot slot) =>
        holder is Holder.OfVariable { Code: var code } ? framework.Variable(code).Unit ?? "" : slot.Output.Unit;
}
