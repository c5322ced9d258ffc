using Microsoft.EntityFrameworkCore;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Disclosure;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Disclosure;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Tests.Disclosure;

/// <summary>Everything that a campaign would show to the public, and what is computed from it.</summary>
internal static class PublishedCampaign
{
    /// <summary>The small numbers of persons that the public would read or compute, figure by figure and term by term; and how many there are to hide.</summary>
    /// <param name="primaryOnly">As if nothing were hidden beside the small numbers themselves.</param>
    public static async Task<(IReadOnlyList<string> Told, int Small)> SmallNumbersToldAsync(
        AppDb db, ConsolidationSources sources, PublicReadings readings, int year, bool primaryOnly = false)
    {
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Year == year);
        var layout = (await sources.FrameworkOfAsync(campaign, default)).Layout;
        var perimeter = await sources.PerimeterOfAsync(campaign, default);
        var reading = await readings.OfAsync(campaign, default);
        var rule = new SmallNumberRule(SmallNumberRule.UsualThreshold);
        var bodies = perimeter.Bodies.Select((b, i) => (b, i)).ToDictionary(b => b.b.Code, b => b.i);
        var own = await sources.Store.OwnAsync(campaign.Id, layout, PublicReadings.Level, perimeter.Bodies.Select(b => b.Node), default);
        var (told, small) = (new List<string>(), 0);
        foreach (var slot in layout.Figures.Where(s => s.Formula.Variables.Any(v => layout.Framework.Variable(v).CountsPersons)))
        {
            for (var term = 0; term < slot.TermCount; term++)
            {
                if (!CountsPersons(layout.Framework, slot, term))
                {
                    continue;
                }

                var given = perimeter.Bodies.Where(b => own.TryGetValue(b.Node, out var p) && p.Count(slot, AnswerState.Given) > 0)
                    .ToDictionary(b => bodies[b.Code], b => own[b.Node].SumsOf(slot)[term].ToDecimal());
                var cells = perimeter.Nodes
                    .Select(n => (Node: n, Bodies: perimeter.Under(n).Select(b => bodies[b.Code]).Where(given.ContainsKey).ToList()))
                    .Select(c => (c.Node, c.Bodies, Value: c.Bodies.Sum(b => given[b]))).ToList();
                var attack = new EliminationAttack(bodies.Count);
                foreach (var cell in cells.Where(c => primaryOnly ? !rule.Hides(c.Value) : !reading.Hides(slot, c.Node)))
                {
                    attack.Read(cell.Bodies);
                    told.AddRange(rule.Hides(cell.Value) ? [$"{slot.Indicator.Code} {cell.Node} shown"] : []);
                }

                var wanted = cells.Concat(given.Select(g => (Node: perimeter.Bodies.ElementAt(g.Key).Node, Bodies: (List<int>)[g.Key], Value: g.Value)))
                    .Where(c => rule.Hides(c.Value)).ToList();
                small += wanted.Count;
                told.AddRange(wanted.Where(c => attack.Computes(c.Bodies)).Select(c => $"{slot.Indicator.Code} {slot.Output.Name} {slot.Cell} {term} {c.Node} computed"));
            }
        }

        return (told, small);
    }

    // The terms of the frameworks are one variable each where they count persons: a ratio of two, or a sum.
    private static bool CountsPersons(Framework framework, PartsSlot slot, int term) =>
        slot.TermCount != slot.Formula.Variables.Count || framework.Variable(slot.Formula.Variables[term]).CountsPersons;
}
